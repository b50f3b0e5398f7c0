import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bayesUpdate, expectedUtility, signalPosterior, valueOfInformation } from '../../../domain/index.ts'

const chance = fc.integer({ min: 0, max: 1000 }).map((n) => n / 1000)
const worth = fc.integer({ min: -5000, max: 5000 }).map((n) => n / 100)
/** Shares of three things that sum to 1. */
const shares = fc
  .tuple(...[1, 2, 3].map(() => fc.integer({ min: 1, max: 100 })))
  .map((parts) => parts.map((part) => part / parts.reduce((sum, one) => sum + one, 0)))

describe("Bayes' rule", () => {
  it('gives the textbook answer: 0.2 before, hit rate 0.9, false alarms 0.125, is 9/14 after', () => {
    expect(bayesUpdate([0.2, 0.8], [0.9, 0.125])[0]).toBeCloseTo(9 / 14, 12)
  })

  it('keeps the prior when the evidence is impossible under every hypothesis, or tells nothing', () => {
    expect(bayesUpdate([0.3, 0.7], [0, 0])).toEqual([0.3, 0.7])
    expect(bayesUpdate([0.3, 0.7], [0.4, 0.4])[0]).toBeCloseTo(0.3, 12)
  })

  it('comes to the same belief in whatever order two independent pieces of evidence come', () => {
    const likelihoods = fc.tuple(chance, chance, chance)
    fc.assert(
      fc.property(shares, likelihoods, likelihoods, (prior, first, second) => {
        const evidence = prior.reduce((sum, p, i) => sum + p * (first[i] as number) * (second[i] as number), 0)
        fc.pre(evidence > 0)
        const one = bayesUpdate(bayesUpdate(prior, first), second)
        const other = bayesUpdate(bayesUpdate(prior, second), first)
        for (const [i, p] of one.entries()) expect(p).toBeCloseTo(other[i] as number, 9)
        expect(one.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9)
      }),
    )
  })
})

describe('a signal', () => {
  const quality = { ifSo: 0.9, ifNot: 0.1 }

  it('follows the textbook: 0.6 honest, seen of 0.9 and of 0.1, gives 0.9310 where it is seen and 0.1429 where not', () => {
    expect(signalPosterior(0.6, quality, true)).toBeCloseTo(27 / 29, 12)
    expect(signalPosterior(0.6, quality, false)).toBeCloseTo(1 / 7, 12)
  })

  it('leaves the belief on average where it was, whatever it is worth', () => {
    fc.assert(
      fc.property(chance, chance, chance, (prior, ifSo, ifNot) => {
        const seen = prior * ifSo + (1 - prior) * ifNot
        const after = expectedUtility([
          { probability: seen, utility: signalPosterior(prior, { ifSo, ifNot }, true) },
          { probability: 1 - seen, utility: signalPosterior(prior, { ifSo, ifNot }, false) },
        ])
        expect(after).toBeCloseTo(prior, 9)
      }),
    )
  })
})

describe('what a choice is worth', () => {
  it('is the average over its outcomes: 0.3 of 100 and 0.7 of -20 is 16', () => {
    expect(
      expectedUtility([
        { probability: 0.3, utility: 100 },
        { probability: 0.7, utility: -20 },
      ]),
    ).toBeCloseTo(16, 12)
    expect(expectedUtility([])).toBe(0)
  })
})

describe('what it is worth to know more', () => {
  /** To believe somebody who is honest brings 10, one who is not costs 20; not to believe brings nothing. */
  const best = (honest: number) =>
    Math.max(
      0,
      expectedUtility([
        { probability: honest, utility: 10 },
        { probability: 1 - honest, utility: -20 },
      ]),
    )

  it('is what it changes: a signal turns 0 into 4.6, for without it nobody would be believed', () => {
    const seen = 0.6 * 0.9 + 0.4 * 0.1
    const known = [
      { probability: seen, utility: best(signalPosterior(0.6, { ifSo: 0.9, ifNot: 0.1 }, true)) },
      { probability: 1 - seen, utility: best(signalPosterior(0.6, { ifSo: 0.9, ifNot: 0.1 }, false)) },
    ]
    expect(best(0.6)).toBe(0)
    expect(valueOfInformation(known, best(0.6))).toBeCloseTo(0.6 * 0.9 * 10 - 0.4 * 0.1 * 20, 12)
  })

  it('is never less than nothing, nor more than knowing all', () => {
    const choices = fc.array(fc.tuple(worth, worth, worth), { minLength: 1, maxLength: 4 })
    const seen = fc.tuple(chance, chance, chance)
    fc.assert(
      fc.property(shares, choices, seen, (prior, utilities, likelihood) => {
        const bestUnder = (belief: readonly number[]) =>
          Math.max(
            ...utilities.map((of) =>
              expectedUtility(belief.map((probability, i) => ({ probability, utility: of[i] ?? 0 }))),
            ),
          )
        const isSeen = prior.reduce((sum, p, i) => sum + p * (likelihood[i] as number), 0)
        const missed = likelihood.map((p) => 1 - p)
        const known = [
          { probability: isSeen, utility: bestUnder(bayesUpdate(prior, likelihood)) },
          { probability: 1 - isSeen, utility: bestUnder(bayesUpdate(prior, missed)) },
        ]
        const all = prior.map((probability, i) => ({
          probability,
          utility: Math.max(...utilities.map((of) => of[i] as number)),
        }))
        const value = valueOfInformation(known, bestUnder(prior))
        expect(value).toBeGreaterThanOrEqual(-1e-9)
        expect(value).toBeLessThanOrEqual(valueOfInformation(all, bestUnder(prior)) + 1e-9)
      }),
    )
  })
})
