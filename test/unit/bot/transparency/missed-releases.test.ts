import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { makeRelease, type ReleaseBody, releasedFigures } from '../../../../bot/transparency/index.ts'
import { fixedClock } from '../../../../domain/index.ts'
import { openStore, type Store } from '../../../../store/index.ts'
import { live, publicMonth } from '../../../support/public-month.ts'
import { seededBytes } from '../../../support/seeded-bytes.ts'

const folder = mkdtempSync(join(tmpdir(), 'candor-missed-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let files = 0
const newPath = () => join(folder, `${files++}.db`)

const SETTINGS = { releaseEvery: 'month', epsilonPerQuarter: 1, rowsPerCustomer: 1 } as const
type Settings = Parameters<typeof makeRelease>[0]['settings']
/** Noon, so many months after 2025-01-15. */
const inMonth = (month: number) => Date.UTC(2025, month, 15, 12)
/** `2025-01` and on. */
const nameOf = (month: number) => new Date(Date.UTC(2025, month, 1)).toISOString().slice(0, 7)
const quarterOf = (month: number) => `${2025 + Math.floor(month / 12)}-Q${Math.floor((month % 12) / 3) + 1}`

function partsOf(store: Store, now: number, settings: Settings = SETTINGS) {
  return { store, settings, timeZone: 'UTC', clock: fixedClock(now) }
}

/** The sweep as it beats until there is nothing more to do. @returns names in the order of release */
async function catchUp(store: Store, now: number, settings: Settings = SETTINGS): Promise<string[]> {
  const known = new Set((await store.releases.latest(999)).map(({ period }) => period))
  const made: string[] = []
  for (let beat = 0; await makeRelease(partsOf(store, now, settings), seededBytes(beat)); beat++) {
    for (const { period } of await store.releases.latest(999)) {
      if (!known.has(period)) made.push(period)
      known.add(period)
    }
  }
  return made
}

describe('periods that ended while no server ran', () => {
  test('are released when one runs again, the oldest first, each from the budget of its own quarter', async () => {
    const store = await openStore(':memory:')
    await catchUp(store, inMonth(3))
    expect((await releasedFigures(partsOf(store, inMonth(9)))).missed).toEqual([
      '2025-04',
      '2025-05',
      '2025-06',
      '2025-07',
      '2025-08',
    ])
    expect(await catchUp(store, inMonth(9))).toEqual(['2025-04', '2025-05', '2025-06', '2025-07', '2025-08', '2025-09'])
    expect(await store.releases.budgets(9)).toMatchObject([
      { quarter: '2025-Q3', spentMicros: 999_999 },
      { quarter: '2025-Q2', spentMicros: 999_999 },
      { quarter: '2025-Q1', spentMicros: 333_333 },
    ])
    expect((await releasedFigures(partsOf(store, inMonth(9)))).missed).toEqual([])
    await store.close()
  })

  test('tell of what happened in them', async () => {
    const store = await openStore(':memory:')
    await catchUp(store, inMonth(3))
    await live(store, publicMonth(300, 4), inMonth(4))
    await catchUp(store, inMonth(6), { ...SETTINGS, epsilonPerQuarter: 20 })
    const bodies = (await store.releases.latest(9)).map(({ body }) => JSON.parse(body) as ReleaseBody)
    const alone = bodies.map(({ firstDay, figures }) => [firstDay, figures.botAlone.kind])
    expect(alone).toEqual([
      ['2025-06-01', 'few'],
      ['2025-05-01', 'share'],
      ['2025-04-01', 'few'],
      ['2025-03-01', 'few'],
    ])
    await store.close()
  })

  test('are none for an installation that has not released anything, whatever was imported', async () => {
    const store = await openStore(':memory:')
    await live(store, publicMonth(100, 4), inMonth(4))
    expect(await catchUp(store, inMonth(9))).toEqual(['2025-09'])
    expect(await catchUp(store, inMonth(10))).toEqual(['2025-10'])
    await store.close()
  })

  test('are looked for in the last year, by the week as by the quarter', async () => {
    for (const [releaseEvery, count] of [
      ['quarter', 4],
      ['month', 12],
      ['week', 52],
    ] as const) {
      const store = await openStore(':memory:')
      const settings = { ...SETTINGS, releaseEvery }
      await catchUp(store, inMonth(1), settings)
      expect(await catchUp(store, inMonth(40), settings)).toHaveLength(count)
      await store.close()
    }
  })

  test('of a quarter that is over have no more than was told in their time, whatever the policy says now', async () => {
    const store = await openStore(':memory:')
    await catchUp(store, inMonth(3))
    await catchUp(store, inMonth(10), { ...SETTINGS, epsilonPerQuarter: 6 })
    const bodies = (await store.releases.latest(99)).map(({ body }) => JSON.parse(body) as ReleaseBody)
    expect(bodies.map(({ firstDay, noise }) => [firstDay.slice(0, 7), noise.epsilon])).toEqual([
      ['2025-10', 2],
      ['2025-09', 0.333333],
      ['2025-08', 0.333333],
      ['2025-07', 0.333333],
      ['2025-06', 0.333333],
      ['2025-05', 0.333333],
      ['2025-04', 0.333333],
      ['2025-03', 0.333333],
    ])
    await store.close()
  })

  test('that are too dear do not stop the ones after them', async () => {
    const store = await openStore(':memory:')
    await catchUp(store, inMonth(3))
    const cost = { quarter: '2025-Q2', epsilonMicros: 900_000, budgetMicros: 1_000_000 }
    await store.releases.publish({ period: 'other', from: inMonth(2), to: inMonth(2) + 1, at: 1, body: '{}' }, cost)
    expect(await catchUp(store, inMonth(8))).toEqual(['2025-07', '2025-08'])
    expect((await store.releases.budgetOf('2025-Q2'))?.spentMicros).toBe(900_000)
    await store.close()
  })

  test('are not released in another rhythm where a release tells of some of their days', async () => {
    const store = await openStore(':memory:')
    await catchUp(store, inMonth(3))
    // March ended on a Monday; the first week that is all of April began on the 7th, and May is not over.
    const weekly = await catchUp(store, Date.UTC(2025, 4, 1), { ...SETTINGS, releaseEvery: 'week' })
    expect(weekly).toEqual(['2025-W15', '2025-W16', '2025-W17'])
    await store.close()
  })

  test('are each released once by two nodes that come back at once', async () => {
    const path = newPath()
    const nodes = [await openStore(path), await openStore(path)] as const
    await catchUp(nodes[0], inMonth(3))
    const made = await Promise.all(nodes.map((node) => catchUp(node, inMonth(12))))
    const [left, right] = [await catchUp(nodes[0], inMonth(12)), await nodes[0].releases.latest(99)]
    expect(made.flat().length + left.length).toBeGreaterThanOrEqual(9)
    expect(right.map(({ period }) => period)).toEqual(Array.from({ length: 10 }, (_, back) => nameOf(11 - back)))
    for (const { spentMicros } of await nodes[0].releases.budgets(9)) expect(spentMicros).toBeLessThanOrEqual(1_000_000)
    for (const node of nodes) await node.close()
  })

  test('are in the end the months that a naive calendar says, whenever servers ran, were killed, and how they were restarted', async () => {
    const run = fc.record({
      month: fc.integer({ min: 1, max: 40 }),
      /** How many beats it lives; then it is gone, in the middle of what it had to do. */
      beats: fc.integer({ min: 1, max: 15 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(run, { minLength: 1, maxLength: 6 }), async (unordered) => {
        const runs = unordered.toSorted((a, b) => a.month - b.month)
        const path = newPath()
        const expected = new Set<number>()
        for (const { month, beats } of runs) {
          const store = await openStore(path)
          // In a month, the month before is the last that has ended.
          const last = month - 1
          const first = Math.min(...expected, last)
          const due: number[] = []
          for (let each = Math.max(first, last - 11); each <= last; each++) if (!expected.has(each)) due.push(each)
          for (let beat = 0; beat < beats; beat++) {
            const made = await makeRelease(partsOf(store, inMonth(month)), seededBytes(beat))
            const next = due.shift()
            expect(made).toBe(next !== undefined)
            if (next !== undefined) expected.add(next)
            expect((await store.releases.latest(99)).map(({ period }) => period)).toEqual(
              [...expected].toSorted((a, b) => b - a).map(nameOf),
            )
          }
          await store.close()
        }
        const store = await openStore(path)
        for (const { quarter, spentMicros, budgetMicros } of await store.releases.budgets(99)) {
          expect(spentMicros).toBe(333_333 * [...expected].filter((each) => quarterOf(each) === quarter).length)
          expect(spentMicros).toBeLessThanOrEqual(budgetMicros)
        }
        await store.close()
      }),
      { numRuns: 12 },
    )
  })
})
