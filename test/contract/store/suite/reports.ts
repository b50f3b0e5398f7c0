import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CHANNELS, type ConversationEvent } from '../../../../domain/index.ts'
import type { PeriodSums } from '../../../../store/index.ts'
import { change, committed, conversation, DAY, START, trustEvent } from '../sample.ts'
import { chapters, DECAY, naiveLowest, naiveSums, ofChannel, periods, tell } from './history.ts'
import type { EmptyStore } from './suite.ts'

const RUNS = 20
const ASKED = { newest: 10, limit: 10, prior: { gain: 1, loss: 1 }, halfLifeDays: 60 }
const anyChannel = fc.option(fc.constantFrom(...CHANNELS), { nil: undefined })

export function reportContract(emptyStore: EmptyStore): void {
  describe('reports', () => {
    test('sum what a naive count over any history sums', async () => {
      await fc.assert(
        fc.asyncProperty(chapters, periods, anyChannel, async (story, asked, channel) => {
          const store = await emptyStore()
          await tell(store, story)
          const sums = await store.reports.sums(asked, channel)
          const wanted = asked.map((period) => naiveSums(story, period, channel))
          expect(sums.map(wholeNumbers)).toStrictEqual(wanted.map(wholeNumbers))
          for (const [index, { gapSum, trustMean }] of wanted.entries()) {
            expect(sums[index]?.gapSum).toBeCloseTo(gapSum, 9)
            if (trustMean === null) expect(sums[index]?.trustMean).toBeNull()
            else expect(sums[index]?.trustMean).toBeCloseTo(trustMean, 9)
          }
        }),
        { numRuns: RUNS },
      )
    })

    test('list the lowest trust like a naive walk through any ledger', async () => {
      const asked = fc.record({ now: fc.integer({ min: 0, max: 13 }), newest: fc.integer({ min: 1, max: 9 }) })
      await fc.assert(
        fc.asyncProperty(chapters, periods, asked, anyChannel, async (story, [period], { now, newest }, channel) => {
          const store = await emptyStore()
          await tell(store, story)
          const within = period ?? { from: 0, to: 13 }
          const query = { now, newest, limit: 2, ...DECAY }
          const found = await store.reports.lowestTrust(within, query, channel)
          const wanted = naiveLowest(story, within, query, channel)
          expect(found).toEqual(wanted.map((one) => ({ ...one, score: expect.closeTo(one.score, 9) })))
        }),
        { numRuns: RUNS },
      )
    })

    test('rank trust as it stands, not as it stood when it was last written', async () => {
      const store = await emptyStore()
      const now = START + 300 * DAY
      const of = (customerId: string, daysAgo: number, loss: number) => {
        const event = { customerId, conversationId: `of-${customerId}`, at: now - daysAgo * DAY, gain: 0, loss }
        return change(conversation({ id: `of-${customerId}`, customerId }), {
          trustEvents: [trustEvent(customerId, { ...event, scoreAfter: 1 / (2 + loss) })],
        })
      }
      await committed(store, of('anna', 299, 6))
      await committed(store, of('ben', 1, 2))
      const lowest = await store.reports.lowestTrust({ from: START, to: now }, { ...ASKED, now })
      expect(lowest.map(({ customerId }) => customerId)).toEqual(['ben', 'anna'])
    })

    test('count escalations by reason like a naive count', async () => {
      await fc.assert(
        fc.asyncProperty(chapters, fc.integer({ min: 0, max: 13 }), anyChannel, async (story, to, channel) => {
          const store = await emptyStore()
          await tell(store, story)
          const counts = new Map<string, number>()
          for (const { queuedAt, reasons, follows } of ofChannel(story, channel).flatMap(
            (chapter) => chapter.escalations,
          )) {
            if (queuedAt < 2 || queuedAt >= to || follows !== undefined) continue
            for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1)
          }
          const wanted = [...counts]
            .map(([reason, count]) => ({ reason, count }))
            .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1))
          expect(await store.reports.escalationReasons({ from: 2, to }, channel)).toEqual(wanted)
        }),
        { numRuns: RUNS },
      )
    })

    test('count a resolution as unescalated anew after each reopening', async () => {
      const store = await emptyStore()
      const happened: ConversationEvent['kind'][] = [
        'opened',
        'resolved',
        'reopened',
        'escalated',
        'resolved',
        'reopened',
        'resolved',
      ]
      const events = happened.map(
        (kind): ConversationEvent => ({ kind, at: START, ...(kind === 'resolved' && { by: 'bot' }) }),
      )
      await committed(store, change(conversation(), { events }))
      const [sums] = await store.reports.sums([{ from: START, to: START + 1 }])
      expect(sums).toMatchObject({ resolvedByBot: 3, resolvedWithoutEscalation: 2, escalated: 1, reopened: 2 })
    })

    test('of nothing are zeros, one row per period, in the order given', async () => {
      const store = await emptyStore()
      const asked = [
        { from: START + DAY, to: START + 2 * DAY },
        { from: START, to: START + DAY },
      ]
      const sums = await store.reports.sums(asked)
      expect(sums.map(({ period }) => period)).toEqual(asked)
      expect(sums[0]).toMatchObject({ opened: 0, gapSum: 0, trustMean: null, trustCustomers: 0 })
      expect(await store.reports.sums([])).toEqual([])
    })

    test('take more periods than a query takes parameters', async () => {
      const store = await emptyStore()
      await committed(store, change(conversation(), { events: [{ kind: 'opened', at: START + 11_999 }] }))
      const asked = Array.from({ length: 12_000 }, (_, index) => ({ from: START + index, to: START + index + 1 }))
      const sums = await store.reports.sums(asked)
      expect(sums.map(({ opened }) => opened).lastIndexOf(1)).toBe(11_999)
    })

    test('name the customers of the lowest trust where they have a name', async () => {
      const store = await emptyStore()
      await committed(
        store,
        change(conversation(), {
          customer: { id: 'anna', name: 'Anna', language: 'en', createdAt: START },
          trustEvents: [trustEvent('x1', { gain: 0, loss: 1 }), trustEvent('x2', { gain: 0, loss: 1 })],
        }),
      )
      await committed(
        store,
        change(conversation({ id: 'c2', customerId: 'ben' }), {
          trustEvents: [trustEvent('x3', { customerId: 'ben', conversationId: 'c2', gain: 0, loss: 2 })],
        }),
      )
      const lowest = await store.reports.lowestTrust({ from: START, to: START + 1 }, { ...ASKED, now: START })
      expect(lowest).toStrictEqual([
        { customerId: 'anna', name: 'Anna', score: 0.25, lastAt: START },
        { customerId: 'ben', score: 0.25, lastAt: START },
      ])
    })

    test('count nothing for the lowest trust that another row stands in for by then', async () => {
      const store = await emptyStore()
      const rated = trustEvent('x1', { at: START, gain: 0, loss: 2 })
      const changed = trustEvent('x2', { at: START + 5, gain: 2, loss: 0, replaces: 'x1' })
      await committed(store, change(conversation(), { trustEvents: [rated, changed] }))
      const scoreAt = async (now: number) =>
        (await store.reports.lowestTrust({ from: START, to: START + 10 }, { ...ASKED, now })).at(0)?.score
      expect(await scoreAt(START + 4)).toBeCloseTo(0.25, 6)
      expect(await scoreAt(START + 5)).toBeCloseTo(0.75, 6)
    })

    test('forget for the lowest trust what was a thousand years ago', async () => {
      const store = await emptyStore()
      await committed(store, change(conversation(), { trustEvents: [trustEvent('x1', { at: START, loss: 9 })] }))
      const asked = { ...ASKED, now: START + 365_000 * DAY, halfLifeDays: 1 }
      expect((await store.reports.lowestTrust({ from: START, to: START + 1 }, asked)).at(0)?.score).toBe(0.5)
    })
  })
}

/** All but the two figures that depend on the order of adding. */
function wholeNumbers({ gapSum: _gap, trustMean: _trust, ...rest }: PeriodSums) {
  return rest
}
