import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calibrateList, type ListCase, LONGEST_LIST, listOf, measureList, promiseLists } from '../../../../nlp/index.ts'
import { seededRandom } from '../../../../nlp/intent/random.ts'

const NEEDS = 12

/**
 * Customers of a bot that is less sure than it says: probabilities are a softmax of noisy scores, sharpened.
 * @param noise how well the scores tell the true need: 0.5 is good, 2 is poor
 */
function cases(n: number, random: () => number, { noise = 1, outOfScope = 0.1 } = {}): ListCase[] {
  return Array.from({ length: n }, () => {
    const truth = random() < outOfScope ? undefined : Math.floor(random() * NEEDS)
    const scores = Array.from({ length: NEEDS }, (_, i) =>
      Math.exp(2 * ((i === truth ? 2 : 0) + noise * normal(random))),
    )
    const sum = scores.reduce((a, b) => a + b, 1)
    const needs = scores.map((score, i) => ({ need: `need-${i}`, probability: score / sum }))
    needs.sort((a, b) => b.probability - a.probability)
    return { language: 'en' as const, needs, truth: truth === undefined ? undefined : `need-${truth}` }
  })
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

/** Mean coverage over many shops, each calibrated on its own `n` cases. */
function coverageOver(shops: number, n: number, wanted: number, noise: number) {
  const random = seededRandom(7)
  let held = 0
  let tried = 0
  let promised = 0
  for (let shop = 0; shop < shops; shop++) {
    const list = calibrateList(cases(n, random, { noise }), wanted)
    const seen = measureList([{ cases: cases(100, random, { noise }), list }])
    held += seen.coverage * seen.cases
    tried += seen.cases
    promised += list.guaranteed / shops
  }
  return { coverage: held / tried, promised }
}

describe('the clarification list', () => {
  it.each([0.8, 0.9, 0.95])('holds the true need with the promised probability %f, and not much oftener', (wanted) => {
    const { coverage, promised } = coverageOver(400, 60, wanted, 1)
    expect(promised).toBeCloseTo(wanted, 1)
    // Three standard errors of 36,000 tries in 400 shops.
    expect(coverage).toBeGreaterThanOrEqual(promised - 0.006)
    expect(coverage).toBeLessThanOrEqual(promised + 0.03)
  })

  it('promises only what four entries can hold, and keeps that', () => {
    const { coverage, promised } = coverageOver(300, 200, 0.95, 3)
    expect(promised).toBeLessThan(0.9)
    expect(coverage).toBeGreaterThanOrEqual(promised - 0.01)
  })

  it('says so when the cases are too few for the promise', () => {
    const random = seededRandom(3)
    const list = calibrateList(cases(8, random, { noise: 0.1, outOfScope: 0 }), 0.9)
    expect(list).toEqual({ threshold: 0, wanted: 0.9, guaranteed: 8 / 9, attainable: 8 / 9, cases: 8 })
    expect(calibrateList([], 0.9)).toMatchObject({ threshold: 0, guaranteed: 0, cases: 0 })
  })

  it('needs nine cases for 90 %, for the tenth is the customer to come', () => {
    const nine = cases(9, seededRandom(3), { noise: 0.1, outOfScope: 0 })
    expect(calibrateList(nine, 0.9).guaranteed).toBe(0.9)
  })

  it('counts no customer whose need is none of the needs as missed', () => {
    const random = seededRandom(5)
    const some = cases(300, random, { outOfScope: 0.4 })
    const inScope = some.filter(({ truth }) => truth !== undefined)
    expect(calibrateList(some)).toEqual(calibrateList(inScope))
    expect(measureList([{ cases: some, list: { threshold: 0 } }]).noneOfThem).toBe(some.length - inScope.length)
  })

  it('is never empty, never longer than four, most probable first, and longer for a lower threshold', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(fc.integer(), share, share, (seed, a, b) => {
        const needs = cases(1, seededRandom(seed))[0]?.needs ?? []
        const [short, long] = [Math.max(a, b), Math.min(a, b)].map((threshold) => listOf(needs, { threshold }))
        expect(short?.length).toBeGreaterThan(0)
        expect(long?.length).toBeLessThanOrEqual(LONGEST_LIST)
        expect(long?.slice(0, short?.length)).toEqual(short)
        expect(long).toEqual(needs.slice(0, long?.length).map(({ need }) => need))
      }),
    )
  })

  it('asks for more entries when more is promised', () => {
    const some = cases(200, seededRandom(9), { noise: 0.8 })
    const entries = [0.5, 0.8, 0.9].map(
      (wanted) => measureList([{ cases: some, list: calibrateList(some, wanted) }]).meanEntries,
    )
    expect(entries).toEqual(entries.toSorted((a, b) => a - b))
    expect(entries[0]).toBeLessThan(entries[2] ?? 0)
  })

  it('is calibrated per language', () => {
    const random = seededRandom(11)
    const english = cases(200, random, { noise: 0.5 })
    const chinese = cases(200, random, { noise: 1.5 }).map((one) => ({ ...one, language: 'zh' as const }))
    const lists = promiseLists([...english, ...chinese], 0.85)
    expect(lists.en).toMatchObject(calibrateList(english, 0.85))
    expect(lists.zh).toMatchObject(calibrateList(chinese, 0.85))
    expect(lists.zh.threshold).toBeLessThan(lists.en.threshold)
  })
})
