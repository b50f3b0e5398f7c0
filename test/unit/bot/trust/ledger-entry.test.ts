import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { trustScore } from '../../../../analytics/index.ts'
import { ledgerEntries } from '../../../../bot/trust/ledger-entry.ts'
import { DAY_MS, TRUST_CAUSES, type TrustEvent } from '../../../../domain/index.ts'
import { openStore } from '../../../../store/index.ts'
import { change, committed, conversation } from '../../../contract/store/sample.ts'
import { policy } from '../../../support/minds.ts'

const happened = fc.array(
  fc.record({
    customerId: fc.constantFrom('anna', 'ben'),
    day: fc.nat(5),
    cause: fc.constantFrom(...TRUST_CAUSES),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  { minLength: 1, maxLength: 12 },
)

describe('the ledger', () => {
  it('replayed from the store gives the score noted with each row, and nobody else’s rows have a part in it', async () => {
    await fc.assert(
      fc.asyncProperty(happened, async (drawn) => {
        const store = await openStore(':memory:')
        const inOrder = drawn.toSorted((a, b) => a.day - b.day)
        for (const id of ['anna', 'ben']) await committed(store, change(conversation({ id, customerId: id })))
        for (const [place, { customerId, day, cause, share }] of inOrder.entries()) {
          const ledger = await store.customers.trustEvents(customerId)
          const about = { customerId, conversationId: customerId, at: day * DAY_MS, newId: () => `row-${place}` }
          const rows = ledgerEntries(ledger, [{ cause, share }], about, policy.trust)
          const read = await store.conversations.get(customerId)
          await committed(store, change(read ?? conversation(), { trustEvents: rows }))
        }
        for (const customerId of ['anna', 'ben']) {
          const ledger = await store.customers.trustEvents(customerId)
          expect(ledger).toHaveLength(drawn.filter((one) => one.customerId === customerId).length)
          for (const [place, { at, scoreAfter }] of ledger.entries()) {
            expect(trustScore(ledger.slice(0, place + 1), at, policy.trust).score).toBeCloseTo(scoreAfter, 12)
          }
        }
        await store.close()
      }),
      { numRuns: 15 },
    )
  })

  it('takes over what each happening is about, or what all of them are', () => {
    const about = { customerId: 'anna', conversationId: 'c', at: 0, newId: () => 'row', subject: { need: 'refund' } }
    const two = [{ cause: 'promise-kept', subject: { agentId: 'kim' } } as const, { cause: 'promise-broken' } as const]
    const rows: TrustEvent[] = ledgerEntries([], two, about, policy.trust)
    expect(rows).toMatchObject([{ agentId: 'kim' }, { need: 'refund' }])
    expect(rows[0]).not.toHaveProperty('need')
  })
})
