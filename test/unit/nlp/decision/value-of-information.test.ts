import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bayes, valueOfInformation } from '../../../../nlp/index.ts'

const share = fc.double({ min: 0, max: 1, noNaN: true })

describe('textbook examples of updating', () => {
  it('gives 0.6429 when a tenth of all customers are wrongly identified', () => {
    // 0.2 of the customers are of high value, 0.9 of these are identified; the identified others are 0.1 of ALL
    // customers, that is 0.125 of the others: 0.18 / (0.18 + 0.1).
    expect(bayes([0.2, 0.8], [0.9, 0.1 / 0.8])[0]).toBeCloseTo(0.6429, 4)
    // Read as a rate among the others, 0.1 gives another figure: 0.18 / (0.18 + 0.08).
    expect(bayes([0.2, 0.8], [0.9, 0.1])[0]).toBeCloseTo(0.6923, 4)
  })

  it('gives 0.9310 and 0.1429 for a signal that is right nine times in ten, of 0.6 honest sellers', () => {
    expect(bayes([0.6, 0.4], [0.9, 0.1])[0]).toBeCloseTo(0.931, 4)
    expect(bayes([0.6, 0.4], [0.1, 0.9])[0]).toBeCloseTo(0.1429, 4)
  })
})

describe('the value of information', () => {
  // Deal (gain 1 with an honest seller, lose 1 with another) or stay away (0).
  const utilities = [
    [1, -1],
    [0, 0],
  ]
  const quality = (q: number) => [
    [q, 1 - q],
    [1 - q, q],
  ]

  it('is 0.3 for that signal: 0.5 with it, 0.2 without', () => {
    // P(good signal) = 0.58, then dealing is worth 0.9310 - 0.0690; after a bad one one stays away.
    expect(valueOfInformation([0.6, 0.4], quality(0.9), utilities)).toBeCloseTo(
      0.58 * (2 * (0.54 / 0.58) - 1) - 0.2,
      12,
    )
    expect(valueOfInformation([0.6, 0.4], quality(0.9), utilities)).toBeCloseTo(0.3, 12)
  })

  it('is nothing for a signal that says nothing, or that would change nothing', () => {
    expect(valueOfInformation([0.6, 0.4], quality(0.5), utilities)).toBe(0)
    expect(valueOfInformation([0.99, 0.01], quality(0.6), utilities)).toBe(0)
  })

  it('is never negative, and no more than knowing the truth', () => {
    fc.assert(
      fc.property(share, share, (prior, q) => {
        const value = valueOfInformation([prior, 1 - prior], quality(q), utilities)
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value).toBeLessThanOrEqual(valueOfInformation([prior, 1 - prior], quality(1), utilities) + 1e-12)
      }),
    )
  })

  it('grows with the quality of the signal', () => {
    const better = fc.double({ min: 0.5, max: 1, noNaN: true })
    fc.assert(
      fc.property(share, better, better, (prior, p, q) => {
        const worth = (quality_: number) => valueOfInformation([prior, 1 - prior], quality(quality_), utilities)
        expect(worth(Math.max(p, q))).toBeGreaterThanOrEqual(worth(Math.min(p, q)) - 1e-12)
      }),
    )
  })
})
