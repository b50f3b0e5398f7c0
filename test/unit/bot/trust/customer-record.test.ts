import { describe, expect, it } from 'vitest'
import { ledgerLines, shownPromise } from '../../../../bot/trust/customer-record.ts'
import { DAY_MS, type TrustEvent } from '../../../../domain/index.ts'

const NOW = Date.UTC(2026, 10, 2)

describe('the rows that a customer sees of their ledger', () => {
  const row = (id: string, at: number, changes: Partial<TrustEvent> = {}): TrustEvent => ({
    id,
    customerId: 'anna',
    at,
    cause: 'promise-kept',
    gain: 1,
    loss: 0,
    scoreAfter: 0.6,
    ...changes,
  })

  it('tell once of a promise that was marked as kept by mistake, as of something that does not count', () => {
    const kept = row('kept', NOW - DAY_MS)
    const takenBack = row('taken-back', NOW, { gain: 0, replaces: 'kept' })
    expect(ledgerLines([kept, takenBack], NOW - 1)).toMatchObject([{ share: 1, counts: true }])
    expect(ledgerLines([kept, takenBack], NOW)).toMatchObject([{ at: kept.at, share: 1, counts: false }])
  })
})

describe('a promise as the customer sees it', () => {
  it('names the later time that they were told, and is overdue by the first', () => {
    const promise = {
      id: 'p',
      customerId: 'anna',
      conversationId: 'c1',
      kind: 'deed',
      what: 'We call',
      madeBy: { kind: 'bot' },
      toldBy: 'staff',
      madeAt: NOW - 3 * DAY_MS,
      dueAt: NOW - DAY_MS,
      movedTo: NOW + DAY_MS,
    } as const
    expect(shownPromise(promise, NOW)).toEqual({
      kind: 'deed',
      what: 'We call',
      madeAt: promise.madeAt,
      dueAt: promise.dueAt,
      movedTo: promise.movedTo,
      state: 'overdue',
    })
  })
})
