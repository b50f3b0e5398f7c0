import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CHANNELS, type TrustEvent } from '../../../../domain/index.ts'
import { type Period, TRUST_GROUPINGS, type TrustGroup, type TrustGrouping } from '../../../../store/index.ts'
import { change, committed, conversation, trustEvent } from '../sample.ts'
import type { EmptyStore } from './suite.ts'

const CUSTOMERS = ['anna', 'ben', 'chen']
const time = fc.integer({ min: 0, max: 9 })
const weight = fc.oneof(fc.constant(0), fc.double({ min: 0, max: 3, noNaN: true }))
const rows = fc.array(
  fc.record(
    {
      customerId: fc.constantFrom(...CUSTOMERS),
      at: time,
      gain: weight,
      loss: weight,
      channel: fc.constantFrom(...CHANNELS),
      need: fc.constantFrom('refund', 'delivery', '退货'),
      agentId: fc.constantFrom('kim', 'lee'),
      /** Place of the row that this one stands in for. */
      replaced: fc.nat(10),
    },
    { requiredKeys: ['customerId', 'at', 'gain', 'loss'] },
  ),
  { maxLength: 12 },
)
const period = fc.tuple(time, time).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }))

export function trustGroupContract(emptyStore: EmptyStore): void {
  describe('evidence of trust by what it is about', () => {
    test('is summed as a naive walk through any ledgers sums it', async () => {
      await fc.assert(
        fc.asyncProperty(
          rows,
          period,
          fc.option(fc.constantFrom(...CHANNELS), { nil: undefined }),
          async (drawn, asked, channel) => {
            const ledger = drawn.map(({ replaced, ...row }, place) =>
              trustEvent(`row-${place}`, {
                ...row,
                conversationId: row.customerId,
                ...(replaced !== undefined && replaced < place && { replaces: `row-${replaced}` }),
              }),
            )
            const store = await emptyStore()
            for (const customerId of CUSTOMERS) {
              const known = { id: customerId, language: 'en', createdAt: 0 } as const
              const told = conversation({ id: customerId, customerId })
              const trustEvents = ledger.filter((row) => row.customerId === customerId)
              await committed(store, change(told, { customer: known, trustEvents }))
            }
            for (const grouping of TRUST_GROUPINGS) {
              const found = await store.trustGroups.groups(grouping, asked, channel)
              const wanted = naiveGroups(ledger, grouping, asked, channel)
              expect(found.map(({ key, rows, customers }) => ({ key, rows, customers }))).toEqual(
                wanted.map(({ key, rows, customers }) => ({ key, rows, customers })),
              )
              for (const [place, { key: _, ...sums }] of wanted.entries()) {
                for (const [name, sum] of Object.entries(sums)) {
                  expect(found[place]?.[name as keyof typeof sums]).toBeCloseTo(sum, 9)
                }
              }
            }
          },
        ),
        { numRuns: 20 },
      )
    })
  })
}

function naiveGroups(
  ledger: TrustEvent[],
  grouping: TrustGrouping,
  { from, to }: Period,
  channel: string | undefined,
): TrustGroup[] {
  const keyOf = (row: TrustEvent) => {
    if (grouping === 'channel') return row.channel
    if (grouping === 'agent') return row.agentId
    return grouping === 'answer' && row.agentId !== undefined ? undefined : row.need
  }
  const counted = ledger.filter(
    (row) =>
      row.at >= from &&
      row.at < to &&
      row.gain + row.loss > 0 &&
      (channel === undefined || row.channel === channel) &&
      !ledger.some(({ replaces, customerId }) => replaces === row.id && customerId === row.customerId),
  )
  const keys = [...new Set(counted.flatMap((row) => keyOf(row) ?? []))]
  return keys
    .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    .map((key) => {
      const about = counted.filter((row) => keyOf(row) === key)
      const sums = CUSTOMERS.map((customer) => about.filter(({ customerId }) => customerId === customer))
        .filter((own) => own.length > 0)
        .map((own) => ({
          size: own.reduce((sum, { gain, loss }) => sum + gain + loss, 0),
          total: own.reduce((sum, { gain }) => sum + gain, 0),
        }))
      const sum = (of: (one: { size: number; total: number }) => number) => sums.reduce((all, one) => all + of(one), 0)
      return {
        key,
        rows: about.length,
        customers: sums.length,
        size: sum(({ size }) => size),
        total: sum(({ total }) => total),
        sizeSquares: sum(({ size }) => size * size),
        totalSquares: sum(({ total }) => total * total),
        products: sum(({ size, total }) => size * total),
      }
    })
}
