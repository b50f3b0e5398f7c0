import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Release, Store } from '../../../../store/index.ts'
import { START } from '../sample.ts'
import { deeds, naiveCounts, tell } from './public-history.ts'
import type { EmptyStore } from './suite.ts'

const RUNS = 15
/** Of those that write a whole history. */
const HISTORIES = 6

export function releaseContract(emptyStore: EmptyStore): void {
  describe('public counts', () => {
    test('are those of a naive count that takes at most so many rows of each customer', async () => {
      await fc.assert(
        fc.asyncProperty(deeds, fc.integer({ min: 1, max: 3 }), async (story, rows) => {
          const store = await emptyStore()
          await tell(store, story)
          const period = { from: 3, to: 9 }
          expect(await store.releases.counts(period, rows)).toEqual(naiveCounts(story, period, rows))
        }),
        { numRuns: HISTORIES },
      )
    })

    test('of any table change by at most so much when a customer and all they did is added', async () => {
      await fc.assert(
        fc.asyncProperty(deeds, fc.integer({ min: 1, max: 3 }), async (story, rows) => {
          const counted = async (told: typeof story) => {
            const store = await emptyStore()
            await tell(store, told)
            return store.releases.counts({ from: 0, to: 13 }, rows)
          }
          const all = await counted(story)
          const without = await counted(story.filter(({ customer }) => customer !== 'anna'))
          for (const [table, cells] of Object.entries(all)) {
            const others: Record<string, number> = without[table as keyof typeof without]
            const changed = Object.entries<number>(cells).map(([cell, count]) => Math.abs(count - (others[cell] ?? 0)))
            expect(changed.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(rows)
          }
        }),
        { numRuns: HISTORIES },
      )
    })

    test('of nothing are zeros', async () => {
      const counts = await (await emptyStore()).releases.counts({ from: 0, to: START }, 1)
      expect(counts.promises).toEqual({ inTime: 0, notInTime: 0 })
      expect(counts.firstAnswers).toEqual({ within1: 0, within5: 0, within15: 0, within60: 0, later: 0 })
      expect(counts.endings).toEqual({ botAlone: 0, withPerson: 0 })
      expect(counts.ratings).toEqual({ botSatisfied: 0, botNot: 0, personSatisfied: 0, personNot: 0 })
    })

    test('take the answer of the colleague to whom a handover was passed on', async () => {
      const store = await emptyStore()
      await tell(store, [
        { kind: 'handover', customer: 'anna', id: 'e1', at: 2, answeredAfterMs: undefined },
        { kind: 'handover', customer: 'anna', id: 'e2', at: 4, answeredAfterMs: 5 * 60_000, follows: 'e1' },
      ])
      const { firstAnswers } = await store.releases.counts({ from: 0, to: 9 }, 1)
      expect(firstAnswers).toMatchObject({ within1: 0, within5: 0, within15: 1, later: 0 })
    })
  })

  describe('a release', () => {
    test('is spent and kept as it is, the newest period first', async () => {
      const { releases } = await emptyStore()
      const older = release('2026-09', { to: START - 5 })
      const newer = release('2026-10')
      expect(await releases.publish(newer, cost())).toBe('published')
      expect(await releases.publish(older, cost({ quarter: '2026-Q3' }))).toBe('published')
      expect(await releases.latest(9)).toStrictEqual([newer, older])
      expect(await releases.latest(1)).toStrictEqual([newer])
      expect(await releases.spendOf('2026-10')).toStrictEqual({
        period: '2026-10',
        quarter: '2026-Q4',
        epsilonMicros: 300,
        at: START,
      })
      expect(await releases.spendOf('2026-11')).toBeUndefined()
      expect(await releases.budgetOf('2026-Q4')).toStrictEqual({
        quarter: '2026-Q4',
        budgetMicros: 1000,
        spentMicros: 300,
      })
      expect((await releases.budgets(9)).map(({ quarter }) => quarter)).toEqual(['2026-Q4', '2026-Q3'])
      expect(await releases.released()).toStrictEqual([newer, older].map(({ from, to }) => ({ from, to })))
    })

    test('leaves a budget that is found from the quarters after it', async () => {
      const { releases } = await emptyStore()
      expect(await releases.budgetBefore('2026-Q4')).toBeUndefined()
      await releases.publish(release('2025-12'), cost({ quarter: '2025-Q4', budgetMicros: 700 }))
      await releases.publish(release('2026-05'), cost({ quarter: '2026-Q2' }))
      expect(await releases.budgetBefore('2026-Q4')).toMatchObject({ quarter: '2026-Q2', budgetMicros: 1000 })
      expect(await releases.budgetBefore('2026-Q2')).toMatchObject({ quarter: '2025-Q4', budgetMicros: 700 })
      expect(await releases.budgetBefore('2025-Q4')).toBeUndefined()
    })

    test('is made once: what was made before stays, and nothing more is spent', async () => {
      const { releases } = await emptyStore()
      const first = release('2026-10', { body: '{"n":1}' })
      await releases.publish(first, cost())
      const again = release('2026-10', { body: '{"n":2}', at: START + 9 })
      expect(await releases.publish(again, cost())).toBe('spent-before')
      expect(await releases.latest(9)).toStrictEqual([first])
      expect(await releases.budgetOf('2026-Q4')).toMatchObject({ spentMicros: 300 })
    })

    test('of 20 made at once is published once', async () => {
      const { releases } = await emptyStore()
      const results = await Promise.all(
        numbers(20).map((index) => releases.publish(release('2026-10', { body: `${index}` }), cost())),
      )
      expect(results.toSorted()).toEqual(['published', ...numbers(19).map(() => 'spent-before')])
      const [kept] = await releases.latest(9)
      expect(kept?.body).toBe(`${results.indexOf('published')}`)
    })

    test('that is too dear leaves nothing behind, and a cheaper one still goes', async () => {
      const { releases } = await emptyStore()
      await releases.publish(release('2026-10'), cost({ epsilonMicros: 800 }))
      expect(await releases.publish(release('2026-11'), cost({ epsilonMicros: 201 }))).toBe('too-dear')
      expect(await releases.spendOf('2026-11')).toBeUndefined()
      expect(await releases.latest(9)).toHaveLength(1)
      expect(await releases.publish(release('2026-11'), cost({ epsilonMicros: 200 }))).toBe('published')
    })

    test('of 20 periods at once spends no more than the quarter has', async () => {
      const { releases } = await emptyStore()
      const results = await Promise.all(numbers(20).map((index) => releases.publish(release(`w${index}`), cost())))
      expect(results.filter((result) => result === 'published')).toHaveLength(3)
      expect(await releases.budgetOf('2026-Q4')).toMatchObject({ spentMicros: 900 })
      expect(await releases.latest(99)).toHaveLength(3)
    })

    test('never spends more than the smallest budget that the quarter had, whatever was asked in whatever order', async () => {
      const asked = fc.record({
        period: fc.integer({ min: 0, max: 9 }),
        quarter: fc.constantFrom('2026-Q3', '2026-Q4'),
        epsilonMicros: fc.integer({ min: 1, max: 600 }),
        budgetMicros: fc.integer({ min: 0, max: 1500 }),
      })
      await fc.assert(
        fc.asyncProperty(fc.array(asked, { maxLength: 25 }), fc.boolean(), async (all, atOnce) => {
          const store = await emptyStore()
          const published: typeof all = []
          const publish = async (each: (typeof all)[number]) => {
            const { period, ...price } = each
            if ((await store.releases.publish(release(`p${period}`), price)) === 'published') published.push(each)
          }
          if (atOnce) await Promise.all(all.map(publish))
          else for (const each of all) await publish(each)
          expect(new Set(published.map(({ period }) => period)).size).toBe(published.length)
          for (const quarter of ['2026-Q3', '2026-Q4']) {
            const here = published.filter((each) => each.quarter === quarter)
            const spent = here.reduce((sum, { epsilonMicros }) => sum + epsilonMicros, 0)
            const least = Math.min(...here.map(({ budgetMicros }) => budgetMicros))
            expect(spent).toBeLessThanOrEqual(here.length === 0 ? 0 : least)
            expect((await store.releases.budgetOf(quarter))?.spentMicros ?? 0).toBe(spent)
          }
        }),
        { numRuns: RUNS },
      )
    })
  })
}

function release(period: string, changes: Partial<Release> = {}): Release {
  return { period, from: START - 10, to: START, at: START, body: '{}', ...changes }
}

function cost(changes: Partial<Parameters<Store['releases']['publish']>[1]> = {}) {
  return { quarter: '2026-Q4', epsilonMicros: 300, budgetMicros: 1000, ...changes }
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index)
}
