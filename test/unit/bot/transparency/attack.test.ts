import jStat from 'jstat'
import { beforeAll, describe, expect, test } from 'vitest'
import { discreteLaplaceVariance, noisyCells } from '../../../../analytics/index.ts'
import { publicFigures } from '../../../../bot/transparency/public-figures.ts'
import { openStore, type PublicCounts } from '../../../../store/index.ts'
import { live, type PublicDoing, publicMonth } from '../../../support/public-month.ts'
import { seededBytes } from '../../../support/seeded-bytes.ts'

/**
 * An attacker who knows what every other customer did wants to know whether one more is in the record. Of two companies that
 * differ in that customer alone, thousands of releases are simulated; the attacker chooses the best test on one half, and how
 * much it tells is measured on the other. Differential privacy says: whatever is concluded is at most e^epsilon times as
 * likely in the one company as in the other.
 */
const RELEASES = 4000
const OCTOBER = { from: Date.UTC(2026, 9, 1), to: Date.UTC(2026, 10, 1) }
const MID_OCTOBER = Date.UTC(2026, 9, 14, 12)
/** Answers in time, keeps a promise, is content: in every table at once, and in the cell that is looked at. */
const ONE_MORE: PublicDoing = {
  customer: 'the-one',
  calledPerson: true,
  answeredAfterMinutes: 0.5,
  promiseKept: true,
  rating: 5,
}

async function countsOf(doings: readonly PublicDoing[]): Promise<PublicCounts> {
  const store = await openStore(':memory:')
  await live(store, doings, MID_OCTOBER)
  const counts = await store.releases.counts(OCTOBER, 1)
  await store.close()
  return counts
}

describe.each([
  { name: 'a shop of 300 customers, over the three months of a quarter', customers: 300, epsilon: 1, months: 3 },
  { name: 'a shop of 300 customers, at an epsilon of 2', customers: 300, epsilon: 2, months: 1 },
  { name: 'a shop around the threshold of ten, at an epsilon of 2', customers: 26, epsilon: 2, months: 1 },
])('an attack by differencing on $name', ({ customers, epsilon, months }) => {
  let without: PublicCounts
  let withOne: PublicCounts

  beforeAll(async () => {
    const others = publicMonth(customers, 11)
    without = await countsOf(others)
    withOne = await countsOf([...others, ONE_MORE])
  })

  test('meets counts that differ by one in every table, and in nothing else', () => {
    const changed = (Object.keys(without) as (keyof PublicCounts)[]).map((table) => {
      const before: Record<string, number> = without[table]
      const after: Record<string, number> = withOne[table]
      return Object.keys(before).reduce((sum, cell) => sum + Math.abs((after[cell] ?? 0) - (before[cell] ?? 0)), 0)
    })
    expect(changed).toEqual([1, 1, 1, 1])
  })

  test('learns no more than e^epsilon from the noisy counts by the likelihood ratio, which no test beats', () => {
    expect(learnt(ratios(epsilon, 21))).toBeLessThanOrEqual(epsilon)
  })

  test('would be seen to learn more, had the noise a quarter of its size', () => {
    expect(learnt(ratios(4 * epsilon, 22))).toBeGreaterThan(epsilon)
  })

  test('learns no more from any number, word or length of what is published', () => {
    const noise = { rowsPerCustomer: 1, epsilonMicros: Math.round((epsilon / months) * 1_000_000) }
    const published = (counts: PublicCounts, seed: number) => {
      const random = seededBytes(seed)
      return Array.from({ length: RELEASES }, () => featuresOf(publicFigures(counts, noise, random).figures))
    }
    const [inOne, inOther] = [published(withOne, 31), published(without, 32)]
    const names = new Set([...inOne, ...inOther].flatMap((features) => [...features.keys()]))
    expect(names.size).toBeGreaterThan(10)
    for (const name of names) {
      const values = (all: Map<string, number>[]) => all.map((features) => features.get(name) ?? -1)
      const told = learnt({ inOne: values(inOne), inOther: values(inOther) })
      expect(told, name).toBeLessThanOrEqual(epsilon / months)
    }
  })

  /**
   * The logarithm of how much likelier each quarter of releases is in one company than in the other, if `spent` is what all
   * of them cost and the one customer is in each.
   */
  function ratios(spent: number, seed: number) {
    const ofTable = spent / months / 4
    const noise = { rowsPerCustomer: 1, epsilonMicros: Math.round(ofTable * 1_000_000) }
    const random = seededBytes(seed)
    const tables = Object.keys(without) as (keyof PublicCounts)[]
    const tellingOf = (counts: PublicCounts, table: keyof PublicCounts) => {
      const cells = noisyCells<string>(counts[table], noise, random)
      const off = (from: PublicCounts) => {
        const expected: Record<string, number> = from[table]
        return Object.keys(cells).reduce((all, cell) => all + Math.abs((cells[cell] ?? 0) - (expected[cell] ?? 0)), 0)
      }
      return (off(without) - off(withOne)) * ofTable
    }
    const once = (counts: PublicCounts) =>
      Array.from({ length: months }, () => tables)
        .flat()
        .reduce((sum, table) => sum + tellingOf(counts, table), 0)
    const many = (counts: PublicCounts) => Array.from({ length: RELEASES }, () => once(counts))
    return { inOne: many(withOne), inOther: many(without) }
  }
})

test('an attack on counts without noise learns everything, so that the attack can be trusted', () => {
  const many = (count: number) => Array.from({ length: RELEASES }, () => count)
  expect(learnt({ inOne: many(11), inOther: many(10) })).toBeGreaterThan(5)
  expect(discreteLaplaceVariance(12)).toBeGreaterThan(250)
})

/**
 * A lower bound (95 %, Clopper and Pearson 1934) of the epsilon that these values betray: the test "more than" or "at most"
 * with the best threshold of one half, judged on the other.
 */
function learnt({ inOne, inOther }: { inOne: number[]; inOther: number[] }): number {
  const half = Math.floor(inOne.length / 2)
  const share = (values: readonly number[], holds: (value: number) => boolean) => values.filter(holds).length
  const thresholds = quantiles([...inOne.slice(0, half), ...inOther.slice(0, half)])
  const tests = thresholds.flatMap((threshold) => [
    (value: number) => value > threshold,
    (value: number) => value <= threshold,
    (value: number) => value === threshold,
  ])
  const pairs = [
    [inOne, inOther],
    [inOther, inOne],
  ] as const
  let best = { told: Number.NEGATIVE_INFINITY, holds: (_: number): boolean => false, likelier: inOne, rarer: inOther }
  for (const holds of tests) {
    for (const [likelier, rarer] of pairs) {
      const [hits, alarms] = [share(likelier.slice(0, half), holds), share(rarer.slice(0, half), holds)]
      const told = bound(hits, alarms, half)
      if (told > best.told) best = { told, holds, likelier, rarer }
    }
  }
  const { holds, likelier, rarer } = best
  return bound(share(likelier.slice(half), holds), share(rarer.slice(half), holds), inOne.length - half)
}

function bound(hits: number, alarms: number, n: number): number {
  const least = hits === 0 ? 0 : jStat.beta.inv(0.025, hits, n - hits + 1)
  const most = alarms === n ? 1 : jStat.beta.inv(0.975, alarms + 1, n - alarms)
  return Math.log(least / most)
}

function quantiles(values: number[]): number[] {
  const sorted = values.toSorted((a, b) => a - b)
  return [...new Set(Array.from({ length: 40 }, (_, i) => sorted[Math.floor((i / 40) * sorted.length)] ?? 0))]
}

/** Everything that can be told apart in a release: each number, each kind, and how long it is. */
function featuresOf(figures: object): Map<string, number> {
  const features = new Map<string, number>([['length', JSON.stringify(figures).length]])
  const kinds = ['share', 'above', 'below', 'few', 'uncertain']
  const walk = (value: unknown, name: string) => {
    if (typeof value === 'number') features.set(name, value)
    else if (typeof value === 'string') features.set(name, kinds.indexOf(value))
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) walk(inner, `${name}.${key}`)
  }
  walk(figures, '')
  return features
}
