import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import fc from 'fast-check'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { makeRelease, nextRelease, type ReleaseBody } from '../../../../bot/transparency/index.ts'
import { fixedClock } from '../../../../domain/index.ts'
import { openStore, type Store } from '../../../../store/index.ts'
import { seededBytes } from '../../../support/seeded-bytes.ts'

const folder = mkdtempSync(join(tmpdir(), 'candor-releases-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let files = 0
const newPath = () => join(folder, `${files++}.db`)

const NOVEMBER = Date.UTC(2026, 10, 22)
const SETTINGS = { releaseEvery: 'month', epsilonPerQuarter: 1, rowsPerCustomer: 1 } as const
type Settings = Parameters<typeof makeRelease>[0]['settings']

function partsOf(store: Store, now = NOVEMBER, settings: Settings = SETTINGS) {
  return { store, settings, timeZone: 'UTC', clock: fixedClock(now) }
}

async function shown(store: Store): Promise<ReleaseBody[]> {
  return (await store.releases.latest(99)).map(({ body }) => JSON.parse(body) as ReleaseBody)
}

describe('a release of public figures', () => {
  test('is made once for the last period that has ended, with its part of the budget', async () => {
    const store = await openStore(':memory:')
    expect(await makeRelease(partsOf(store), seededBytes(1))).toBe(true)
    expect(await makeRelease(partsOf(store), seededBytes(2))).toBe(false)
    const [release, ...others] = await shown(store)
    expect(others).toEqual([])
    expect(release).toMatchObject({ firstDay: '2026-10-01', lastDay: '2026-10-31', noise: { epsilon: 0.333333 } })
    const parts = release?.noise.tables.map(({ epsilon }) => epsilon) ?? []
    expect(parts.reduce((sum, part) => sum + part, 0)).toBeLessThanOrEqual(0.333333)
    expect(parts).toHaveLength(4)
    await store.close()
  })

  test('is made by one of two nodes that come at once, and costs once', async () => {
    const path = newPath()
    const nodes = [await openStore(path), await openStore(path)]
    const made = await Promise.all(nodes.map((node, seed) => makeRelease(partsOf(node), seededBytes(seed))))
    expect(made.toSorted()).toEqual([false, true])
    for (const node of nodes) {
      expect(await shown(node)).toHaveLength(1)
      expect(await node.releases.budgetOf('2026-Q4')).toMatchObject({ spentMicros: 333_333 })
      await node.close()
    }
  })

  test('that broke off before it was stored has cost nothing, and is made anew', async () => {
    const path = newPath()
    const store = await openStore(path)
    const broken = { ...store.releases, publish: () => Promise.reject(new Error('the power is gone')) }
    await expect(makeRelease({ ...partsOf(store), store: { releases: broken } }, seededBytes(1))).rejects.toThrow(
      'power',
    )
    await store.close()
    const again = await openStore(path)
    expect(await again.releases.spendOf('2026-10')).toBeUndefined()
    expect(await makeRelease(partsOf(again), seededBytes(2))).toBe(true)
    await again.close()
  })

  test('that fails in the middle of the transaction leaves neither spend nor figures', async () => {
    const path = newPath()
    const store = await openStore(path)
    const hindrance = new Sqlite(path)
    hindrance.exec(`create trigger no_room before insert on releases begin select raise(abort, 'disk full'); end`)
    await expect(makeRelease(partsOf(store), seededBytes(1))).rejects.toThrow('disk full')
    expect(await store.releases.spendOf('2026-10')).toBeUndefined()
    expect(await store.releases.budgetOf('2026-Q4')).toBeUndefined()
    hindrance.exec('drop trigger no_room')
    hindrance.close()
    expect(await makeRelease(partsOf(store), seededBytes(1))).toBe(true)
    await store.close()
  })

  test('is not made anew when its row was deleted: it has been seen', async () => {
    const path = newPath()
    const store = await openStore(path)
    await makeRelease(partsOf(store), seededBytes(1))
    const editor = new Sqlite(path)
    editor.exec('delete from releases')
    editor.close()
    expect(await makeRelease(partsOf(store), seededBytes(2))).toBe(false)
    expect((await nextRelease(partsOf(store))).plan).toEqual({ kind: 'released' })
    await store.close()
  })

  test('is not made by a policy without budget, nor are rows counted for it', async () => {
    const store = await openStore(':memory:')
    const counts = vi.spyOn(store.releases, 'counts')
    expect(await makeRelease(partsOf(store, NOVEMBER, { ...SETTINGS, epsilonPerQuarter: 0 }), seededBytes(1))).toBe(
      false,
    )
    expect(counts).not.toHaveBeenCalled()
    await store.close()
  })

  test('is refused when months and weeks together would cost more than the quarter has', async () => {
    const store = await openStore(':memory:')
    const december = (day: number) => Date.UTC(2026, 11, day)
    await makeRelease(partsOf(store, NOVEMBER), seededBytes(1))
    await makeRelease(partsOf(store, december(1)), seededBytes(1))
    const weekly = { ...SETTINGS, releaseEvery: 'week' } as const
    const made: boolean[] = []
    for (const day of [7, 14, 21, 28])
      made.push(await makeRelease(partsOf(store, december(day), weekly), seededBytes(day)))
    for (const day of [4, 11])
      made.push(await makeRelease(partsOf(store, Date.UTC(2027, 0, day), weekly), seededBytes(day)))
    // Two thirds are spent; a thirteenth goes four times into the rest. The week after belongs to the next quarter.
    expect(made).toEqual([true, true, true, true, false, true])
    await store.close()
  })

  test('of a budget that was raised in the middle of a quarter still keeps the one that was told', async () => {
    const store = await openStore(':memory:')
    await makeRelease(partsOf(store, NOVEMBER), seededBytes(1))
    const raised = { ...SETTINGS, epsilonPerQuarter: 3 }
    await makeRelease(partsOf(store, Date.UTC(2026, 11, 2), raised), seededBytes(1))
    await makeRelease(partsOf(store, Date.UTC(2027, 0, 2), raised), seededBytes(1))
    await makeRelease(partsOf(store, Date.UTC(2027, 1, 2), raised), seededBytes(1))
    expect((await shown(store)).map(({ noise }) => noise.epsilon)).toEqual([1, 0.333333, 0.333333, 0.333333])
    await store.close()
  })

  test('never tells more in a quarter than its budget, whatever clocks, policies, nodes and deletions do', async () => {
    const step = fc.record({
      day: fc.integer({ min: 0, max: 200 }),
      releaseEvery: fc.constantFrom('week' as const, 'month' as const, 'quarter' as const),
      epsilonPerQuarter: fc.constantFrom(0, 0.05, 0.5, 1, 2, 7),
      node: fc.constantFrom(0, 1),
      afterwards: fc.constantFrom('nothing' as const, 'delete' as const, 'restart' as const),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), fc.integer(), async (steps, seed) => {
        const path = newPath()
        const nodes: [Store, Store] = [await openStore(path), await openStore(path)]
        const random = seededBytes(seed)
        const told = new Map<string, { body: ReleaseBody; budget: number; quarter: string }>()
        for (const { day, node, afterwards, ...changed } of steps) {
          const parts = partsOf(nodes[node], Date.UTC(2026, 6, 1 + day), { ...SETTINGS, ...changed })
          const seen = (await nodes[node].releases.latest(99)).map(({ period }) => period)
          if (await makeRelease(parts, random)) {
            const [made, ...others] = (await nodes[node].releases.latest(99)).filter(
              ({ period }) => !seen.includes(period),
            )
            expect(others).toEqual([])
            const name = made?.period ?? ''
            expect(told.has(name)).toBe(false)
            const quarter = (await nodes[node].releases.spendOf(name))?.quarter ?? ''
            told.set(name, {
              body: JSON.parse(made?.body ?? '') as ReleaseBody,
              budget: changed.epsilonPerQuarter,
              quarter,
            })
          }
          if (afterwards === 'delete') {
            const editor = new Sqlite(path)
            editor.exec('delete from releases')
            editor.close()
          }
          if (afterwards === 'restart') {
            await nodes[node].close()
            nodes[node] = await openStore(path)
          }
        }
        for (const quarter of new Set([...told.values()].map((each) => each.quarter))) {
          const here = [...told.values()].filter((each) => each.quarter === quarter)
          const spent = here.reduce((sum, { body }) => sum + body.noise.epsilon, 0)
          expect(spent).toBeLessThanOrEqual(Math.min(...here.map(({ budget }) => budget)) + 1e-9)
        }
        for (const node of nodes) await node.close()
      }),
      { numRuns: 15 },
    )
  })
})
