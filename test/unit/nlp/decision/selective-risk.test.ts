import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  casesNeeded,
  type LabelledOutcome,
  lowerBound,
  solveAnswerThreshold,
  upperBound,
} from '../../../../nlp/index.ts'
import { seededRandom } from '../../../../nlp/intent/random.ts'
import {
  AT_THE_EDGE,
  CALIBRATED,
  draw,
  naiveThreshold,
  OVERCONFIDENT,
  type SimulatedCompany,
  trueRisk,
  UPSIDE_DOWN,
} from '../../../support/simulated-company.ts'

const PROMISE = { risk: 0.05, confidence: 0.9 }
const SHOPS = 1000

/** Share of companies whose threshold breaks the promise, and the mean share of messages that are answered. */
function simulate(company: SimulatedCompany, n: number, solve: (outcomes: LabelledOutcome[]) => number | undefined) {
  const random = seededRandom(20261122)
  let broken = 0
  let solved = 0
  for (let shop = 0; shop < SHOPS; shop++) {
    const threshold = solve(draw(company, n, random))
    if (threshold === undefined) continue
    solved++
    if (trueRisk(company, threshold) > PROMISE.risk) broken++
  }
  return { broken: broken / SHOPS, solved: solved / SHOPS }
}

const guaranteed = (outcomes: LabelledOutcome[]) => {
  const answer = solveAnswerThreshold(outcomes, PROMISE)
  return answer.kind === 'guaranteed' ? answer.answerAbove : undefined
}
const naive = (outcomes: LabelledOutcome[]) => naiveThreshold(outcomes, PROMISE.risk)

/** Three standard errors of a share of 0.1 over 1,000 companies. */
const LUCK = 3 * Math.sqrt((0.1 * 0.9) / SHOPS)

describe('the guarantee, over 1,000 simulated companies', () => {
  it.each([
    ['calibrated', CALIBRATED, 300],
    ['calibrated, with many labels', CALIBRATED, 1500],
    ['overconfident', OVERCONFIDENT, 600],
    ['wrong where it is surest', UPSIDE_DOWN, 600],
    ['exactly at the promise', AT_THE_EDGE, 300],
  ] as const)('is broken no more often than stated by a bot that is %s', (_, company, n) => {
    expect(simulate(company, n, guaranteed).broken).toBeLessThanOrEqual(0.1 + LUCK)
  })

  it('is useful: with 1,500 labels nearly every company with a calibrated bot gets its threshold', () => {
    expect(simulate(CALIBRATED, 1500, guaranteed).solved).toBeGreaterThan(0.95)
  })

  it.each([
    ['calibrated', CALIBRATED, 300],
    ['exactly at the promise', AT_THE_EDGE, 300],
  ] as const)('would be broken in more than a third of them by the plug-in threshold (%s)', (_, company, n) => {
    expect(simulate(company, n, naive).broken).toBeGreaterThan(0.33)
  })
})

describe('the threshold', () => {
  const right = (n: number) => Array.from({ length: n }, (_, i) => ({ confidence: 1 - i / 1000, right: true }))

  it('takes 59 right answers in a row to promise 5 % with 95 %, and says what is lacking before', () => {
    const promise = { risk: 0.05, confidence: 0.95 }
    expect(solveAnswerThreshold(right(58), promise)).toEqual({ kind: 'not-enough-evidence', labels: 58, needed: 59 })
    expect(solveAnswerThreshold(right(59), promise)).toMatchObject({ kind: 'guaranteed', answerAbove: 0, answered: 59 })
    expect(solveAnswerThreshold([], promise)).toMatchObject({ kind: 'not-enough-evidence', labels: 0 })
  })

  it('says that the promise is not shown when the bot is too often wrong', () => {
    const outcomes = right(200).map((one, i) => ({ ...one, right: i % 4 !== 0 }))
    const answer = solveAnswerThreshold(outcomes, PROMISE)
    expect(answer).toMatchObject({ kind: 'not-shown', labels: 200 })
    if (answer.kind === 'not-shown') expect(answer.lowestBound).toBeGreaterThan(0.25)
  })

  it('leaves out the part where the bot is wrong', () => {
    const outcomes = right(400).map((one, i) => ({ ...one, right: i < 300 || i % 2 === 0 }))
    const answer = solveAnswerThreshold(outcomes, PROMISE)
    expect(answer).toMatchObject({ kind: 'guaranteed', answered: 300, wrong: 0 })
    if (answer.kind === 'guaranteed') expect(answer.riskAtMost).toBeLessThanOrEqual(0.05)
  })

  it('treats messages of equal confidence alike', () => {
    const same = right(200).map((one) => ({ ...one, confidence: 0.8 }))
    expect(solveAnswerThreshold(same, PROMISE)).toMatchObject({ answered: 200, answerAbove: 0 })
  })

  it('does not depend on the order of the labels, and a stricter promise never answers more', () => {
    const random = seededRandom(4)
    const outcomes = draw(CALIBRATED, 800, random)
    const threshold = (risk: number, from: LabelledOutcome[]) => {
      const answer = solveAnswerThreshold(from, { risk, confidence: 0.9 })
      return answer.kind === 'guaranteed' ? answer.answerAbove : 1
    }
    expect(threshold(0.1, outcomes.toReversed())).toBe(threshold(0.1, outcomes))
    const risks = [0.2, 0.15, 0.1, 0.05, 0.02]
    const thresholds = risks.map((risk) => threshold(risk, outcomes))
    expect(thresholds).toEqual(thresholds.toSorted((a, b) => a - b))
  })
})

describe('the exact binomial bound', () => {
  it('agrees with the published Clopper-Pearson limits', () => {
    // Two-sided 95 % limits are one-sided 97.5 % ones: 1 of 10 is 0.0025 to 0.4450, 5 of 10 is 0.1871 to 0.8129.
    expect(upperBound(1, 10, 0.975)).toBeCloseTo(0.445, 4)
    expect(lowerBound(1, 10, 0.975)).toBeCloseTo(0.0025, 4)
    expect(upperBound(5, 10, 0.975)).toBeCloseTo(0.8129, 4)
    expect(upperBound(0, 59, 0.95)).toBeLessThanOrEqual(0.05)
    expect(upperBound(3, 3, 0.95)).toBe(1)
    expect(upperBound(0, 0, 0.95)).toBe(1)
  })

  it('is the rate at which so few failures have probability 1 - confidence', () => {
    const confidence = fc.double({ min: 0.5, max: 0.999, noNaN: true })
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 61, max: 2000 }),
        confidence,
        (wrong, n, level) => {
          expect(atMost(wrong, n, upperBound(wrong, n, level))).toBeCloseTo(1 - level, 6)
        },
      ),
    )
  })

  it('needs the fewest cases that suffice', () => {
    const share = fc.double({ min: 0.001, max: 0.5, noNaN: true })
    fc.assert(
      fc.property(share, fc.double({ min: 0.5, max: 0.999, noNaN: true }), (risk, confidence) => {
        const n = casesNeeded(risk, confidence)
        expect(upperBound(0, n, confidence)).toBeLessThanOrEqual(risk * (1 + 1e-6))
        if (n > 1) expect(upperBound(0, n - 1, confidence)).toBeGreaterThan(risk)
      }),
    )
  })
})

/** P(at most `wrong` of n) under a rate, summed term by term. */
function atMost(wrong: number, n: number, rate: number): number {
  let term = n * Math.log1p(-rate)
  let sum = Math.exp(term)
  for (let i = 1; i <= wrong; i++) {
    term += Math.log((n - i + 1) / i) + Math.log(rate) - Math.log1p(-rate)
    sum += Math.exp(term)
  }
  return sum
}
