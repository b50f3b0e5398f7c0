import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  CHANNELS,
  type Channel,
  type CompanyPromise,
  promiseState,
  type TrustEvent,
  type Turn,
  type TurnShown,
} from '../../../../domain/index.ts'
import type { EvidenceSums, Period, PromiseSums, ShownSums } from '../../../../store/index.ts'
import { change, committed, conversation, promise, START, trustEvent, turn } from '../sample.ts'
import type { EmptyStore } from './suite.ts'

const RUNS = 25
const time = fc.integer({ min: 0, max: 12 })
const periods: fc.Arbitrary<Period[]> = fc.array(
  fc.tuple(time, time).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) })),
  { maxLength: 4 },
)
const anyChannel = fc.option(fc.constantFrom(...CHANNELS), { nil: undefined })
const weight = fc.double({ min: 0, max: 5, noNaN: true })

const ledgers = fc
  .array(
    fc.record({
      customerId: fc.constantFrom('anna', 'ben'),
      at: time,
      gain: weight,
      loss: weight,
      /** Index of an earlier row; what does not fit is left out. */
      replaces: fc.option(fc.nat(9), { nil: undefined }),
    }),
    { maxLength: 10 },
  )
  .map((rows) => {
    const taken = new Set<number>()
    return rows.map(({ replaces, ...row }, index) => {
      const old = replaces !== undefined && replaces < index && !taken.has(replaces) ? replaces : undefined
      if (old !== undefined) taken.add(old)
      return trustEvent(`t${index}`, { ...row, ...(old !== undefined && { replaces: `t${old}` }) })
    })
  })

const shown: fc.Arbitrary<TurnShown> = fc.oneof(
  fc.record({ person: fc.boolean() }),
  fc.record({ person: fc.boolean(), source: fc.boolean(), confidence: fc.boolean() }),
)
const turns: fc.Arbitrary<{ at: number; channel: Channel; shown: TurnShown | undefined }[]> = fc.array(
  fc.record({
    at: time,
    channel: fc.constantFrom(...CHANNELS),
    shown: fc.option(shown, { nil: undefined }),
  }),
  { maxLength: 10 },
)

const promises: fc.Arbitrary<CompanyPromise[]> = fc
  .array(
    fc.record({
      madeAt: time,
      openFor: fc.integer({ min: 0, max: 4 }),
      madeBy: fc.constantFrom(
        { kind: 'bot' as const },
        { kind: 'agent' as const, agentId: 'kim' },
        { kind: 'pack' as const, need: 'refund' },
      ),
      seq: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
      toldBy: fc.constantFrom('staff' as const, 'customer' as const),
      end: fc.constantFrom('none', 'kept', 'broken', 'broken, then kept', 'withdrawn', 'unknown'),
      endedAfter: fc.integer({ min: 0, max: 4 }),
    }),
    { maxLength: 8 },
  )
  .map((all) =>
    all.map(({ madeAt, openFor, madeBy, seq, toldBy, end, endedAfter }, index) => {
      const { escalationId: _, ...plain } = promise(`p${index}`, { madeAt, dueAt: madeAt + openFor, madeBy, toldBy })
      const at = madeAt + endedAfter
      return {
        ...plain,
        ...(seq !== undefined && { seq }),
        ...((end === 'kept' || end === 'broken, then kept') && { keptAt: at }),
        ...(end.startsWith('broken') && { brokenAt: plain.dueAt + 1 }),
        ...((end === 'withdrawn' || end === 'broken' || end === 'unknown') && { endedAt: at }),
        ...(end === 'unknown' && { unknown: true as const }),
      }
    }),
  )

export function trustHistoryContract(emptyStore: EmptyStore): void {
  describe('the history of trust', () => {
    test('sums evidence by customer as a naive walk through any ledger does', async () => {
      await fc.assert(
        fc.asyncProperty(ledgers, periods, async (ledger, asked) => {
          const store = await emptyStore()
          for (const name of ['anna', 'ben'])
            await committed(store, change(conversation({ id: name, customerId: name })))
          let read = await committed(store, change(conversation()))
          for (const event of ledger) read = await committed(store, change(read, { trustEvents: [event] }))
          const sums = await store.trustHistory.evidence(asked)
          const naive = asked.map((period) => naiveEvidence(ledger, period))
          expect(sums.map(({ customers }) => customers)).toEqual(naive.map(({ customers }) => customers))
          for (const [index, each] of naive.entries()) {
            for (const key of ['size', 'total', 'sizeSquares', 'totalSquares', 'products'] as const)
              expect(sums[index]?.[key]).toBeCloseTo(each[key], 9)
          }
        }),
        { numRuns: RUNS },
      )
    })

    test('counts what turns showed as a naive count does, and leaves out turns that do not say', async () => {
      await fc.assert(
        fc.asyncProperty(turns, periods, anyChannel, async (story, asked, channel) => {
          const store = await emptyStore()
          for (const [index, told] of story.entries()) {
            const id = `c${index}`
            const said: Turn = turn(id, {
              conversationId: id,
              at: told.at,
              ...(told.shown && { shown: told.shown }),
            })
            await committed(store, change(conversation({ id, channel: told.channel }), { turn: said }))
            expect(await store.conversations.turns(id)).toEqual([said])
          }
          const wanted = asked.map((period) => naiveShown(story, period, channel))
          expect(await store.trustHistory.shown(asked, channel)).toEqual(wanted)
        }),
        { numRuns: RUNS },
      )
    })

    test('counts promises as a naive count by their states does', async () => {
      await fc.assert(
        fc.asyncProperty(promises, periods, async (made, asked) => {
          const store = await emptyStore()
          await committed(store, change(conversation(), { promises: made }))
          expect(await store.trustHistory.promised(asked)).toEqual(asked.map((period) => naivePromises(made, period)))
        }),
        { numRuns: RUNS },
      )
    })

    test('of nothing is zeros, one row per period, and no row of no period', async () => {
      const { trustHistory } = await emptyStore()
      const asked = [
        { from: START, to: START + 1 },
        { from: 0, to: 1 },
      ]
      expect(await trustHistory.evidence(asked)).toMatchObject([{ customers: 0, size: 0 }, { total: 0 }])
      expect(await trustHistory.shown(asked)).toMatchObject([{ turns: 0, person: 0 }, { answering: 0 }])
      expect(await trustHistory.promised(asked)).toMatchObject([{ made: 0, due: 0 }, { published: 0 }])
      expect(await trustHistory.evidence([])).toEqual([])
      expect(await trustHistory.shown([])).toEqual([])
      expect(await trustHistory.promised([])).toEqual([])
    })
  })
}

function naiveEvidence(ledger: readonly TrustEvent[], period: Period): EvidenceSums {
  // Nobody's evidence moves another's.
  const standing = ledger.filter(
    (row) =>
      row.gain + row.loss > 0 &&
      !ledger.some(({ replaces, customerId }) => replaces === row.id && customerId === row.customerId),
  )
  const inside = standing.filter(({ at }) => isIn(period, at))
  const customers = [...Map.groupBy(inside, ({ customerId }) => customerId).values()].map((rows) => ({
    size: sum(rows.map(({ gain, loss }) => gain + loss)),
    total: sum(rows.map(({ gain }) => gain)),
  }))
  return {
    customers: customers.length,
    size: sum(customers.map(({ size }) => size)),
    total: sum(customers.map(({ total }) => total)),
    sizeSquares: sum(customers.map(({ size }) => size * size)),
    totalSquares: sum(customers.map(({ total }) => total * total)),
    products: sum(customers.map(({ size, total }) => size * total)),
  }
}

function naiveShown(
  story: readonly { at: number; channel: Channel; shown: TurnShown | undefined }[],
  period: Period,
  channel?: Channel,
): ShownSums {
  const kept = story.flatMap((told) =>
    told.shown && isIn(period, told.at) && (channel === undefined || told.channel === channel) ? [told.shown] : [],
  )
  const answering = kept.filter(({ source }) => source !== undefined)
  return {
    turns: kept.length,
    person: kept.filter(({ person }) => person).length,
    answering: answering.length,
    source: answering.filter(({ source }) => source).length,
    confidence: answering.filter(({ confidence }) => confidence).length,
  }
}

function naivePromises(all: readonly CompanyPromise[], period: Period): PromiseSums {
  const made = all.filter(({ madeAt }) => isIn(period, madeAt))
  // The end of all times: everything is due.
  const states = all
    .filter(({ dueAt }) => isIn(period, dueAt))
    .filter(({ toldBy, keptAt, brokenAt }) => toldBy === 'staff' || keptAt !== undefined || brokenAt !== undefined)
    .map((one) => promiseState(one, 1e9))
  return {
    made: made.length,
    published: made.filter(({ seq, madeBy }) => seq !== undefined || madeBy.kind === 'bot').length,
    due: states.filter((state) => state !== 'withdrawn' && state !== 'unknown').length,
    kept: states.filter((state) => state === 'kept').length,
  }
}

function isIn({ from, to }: Period, at: number): boolean {
  return from <= at && at < to
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
