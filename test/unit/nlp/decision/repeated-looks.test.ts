import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  confidenceOfLook,
  type DatedOutcome,
  type Looks,
  labelsForNextLook,
  lookAgain,
  NO_LOOKS,
} from '../../../../nlp/index.ts'
import { seededRandom } from '../../../../nlp/intent/random.ts'
import { AT_THE_EDGE, CALIBRATED, HOPELESS, OVERCONFIDENT, UPSIDE_DOWN } from '../../../support/simulated-company.ts'
import { simulateLooks } from '../../../support/simulated-looks.ts'

const PROMISE = { risk: 0.05, confidence: 0.9 }
const COMPANIES = 1000
/** Three standard errors of a share of 0.1 over 1,000 companies. */
const LUCK = 3 * Math.sqrt((0.1 * 0.9) / COMPANIES)

const right = (n: number): DatedOutcome[] =>
  Array.from({ length: n }, (_, i) => ({ confidence: 0.9, right: true, at: i + 1 }))

describe('a promise looked at again and again while labels come in, over 1,000 simulated companies', () => {
  it.each([
    ['calibrated', CALIBRATED],
    ['overconfident', OVERCONFIDENT],
    ['wrong where it is surest', UPSIDE_DOWN],
    ['exactly at the promise', AT_THE_EDGE],
    ['hopeless', HOPELESS],
  ] as const)('is broken at any look in no more of them than stated: a bot that is %s', (_, company) => {
    const setting = { companies: COMPANIES, labels: 950, promise: PROMISE }
    const { spent, looks } = simulateLooks(company, setting, seededRandom(9))
    expect(looks).toBeGreaterThanOrEqual(5)
    expect(spent.broken).toBeLessThanOrEqual(0.1 + LUCK)
  })

  it('would be broken more often if each look had the whole confidence, and in most by the threshold that looks right', () => {
    const setting = { companies: COMPANIES, labels: 950, promise: PROMISE }
    const { spent, same, naive } = simulateLooks(AT_THE_EDGE, setting, seededRandom(10))
    expect(same.broken).toBeGreaterThan(spent.broken)
    expect(naive.broken).toBeGreaterThan(0.9)
  })

  it('is useful: in the end nearly every company with a calibrated bot has its threshold', () => {
    const setting = { companies: 300, labels: 2400, promise: PROMISE }
    expect(simulateLooks(CALIBRATED, setting, seededRandom(11)).spent.shown).toBeGreaterThan(0.95)
  })
})

describe('looks', () => {
  it('together spend what one look could spend, and no more', () => {
    const spent = (looks: number) =>
      Array.from({ length: looks }, (_, k) => 1 - confidenceOfLook(k + 1, 0.95)).reduce((sum, each) => sum + each, 0)
    expect(spent(1)).toBeCloseTo(0.025, 12)
    expect(spent(100_000)).toBeLessThan(0.05)
    expect(spent(100_000)).toBeCloseTo(0.05, 5)
  })

  it('begin at 72 labels for 5 % with 95 %, and wait for as many new ones as the last used', () => {
    const promise = { risk: 0.05, confidence: 0.95 }
    expect(labelsForNextLook([], NO_LOOKS, promise)).toBe(72)
    expect(lookAgain(right(71), NO_LOOKS, promise)).toBeUndefined()
    const first = lookAgain(right(200), NO_LOOKS, promise)
    expect(first).toMatchObject({ looks: { taken: 1, labels: 72, through: 72 }, guarantee: { kind: 'guaranteed' } })
    const looks = first?.looks ?? NO_LOOKS
    expect(lookAgain(right(143), looks, promise)).toBeUndefined()
    expect(lookAgain(right(144), looks, promise)?.looks).toEqual({ taken: 2, labels: 144, through: 144 })
  })

  it('go on when old labels leave: as many new ones, and enough of them in all', () => {
    const looks: Looks = { taken: 3, labels: 160, through: 160 }
    const young = right(400).slice(100)
    expect(labelsForNextLook(young, looks, PROMISE)).toBe(220)
    expect(labelsForNextLook(right(400).slice(159), { ...looks, labels: 50 }, PROMISE)).toBe(
      Math.ceil(Math.log(0.1 / 20) / Math.log(0.95)),
    )
  })

  it('find the same whenever somebody runs them: after every label, or once at the end', () => {
    const outcome = fc.record({ confidence: fc.double({ min: 0, max: 1, noNaN: true }), right: fc.boolean() })
    const outcomes = fc.array(outcome, { minLength: 50, maxLength: 400 })
    fc.assert(
      fc.property(outcomes, fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 20 }), (drawn, runs) => {
        const dated = drawn.map((one, i) => ({ ...one, right: one.right || i % 9 !== 0, at: i + 1 }))
        const found = (times: number[]) => {
          let looks = NO_LOOKS
          const thresholds: string[] = []
          for (const time of times) {
            const there = dated.slice(0, time)
            for (let look = lookAgain(there, looks, PROMISE); look; look = lookAgain(there, looks, PROMISE)) {
              looks = look.looks
              thresholds.push(JSON.stringify(look))
            }
          }
          return thresholds
        }
        expect(found([...runs.toSorted((a, b) => a - b), dated.length])).toEqual(found([dated.length]))
      }),
      { numRuns: 50 },
    )
  })
})
