import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ComplaintRecord, honesty } from '../../../../analytics/index.ts'
import { policy } from '../../../support/minds.ts'

const { badRating } = policy.goodwill
const bare: ComplaintRecord = { refusals: 0, promiseBroken: false, earlier: { complaints: 0, confirmed: 0 } }
/** Signs that say nothing, so that one can be looked at alone. */
const silent = { honest: 0.5, dishonest: 0.5 }
const onlyVerdict = {
  honest: 0.6,
  weight: 4,
  signals: {
    gapAtEnd: { above: 0.5, ...silent },
    refused: silent,
    unresolved: { honest: 0.9, dishonest: 0.1 },
    promiseBroken: silent,
  },
}

describe('how likely a complaint is honest', () => {
  it('follows the textbook: 0.6 honest, a signal of 0.9 and 0.1 gives 0.9310, and without it 0.1429', () => {
    expect(honesty({ ...bare, unresolved: true }, onlyVerdict)).toBeCloseTo(0.931, 4)
    expect(honesty({ ...bare, unresolved: false }, onlyVerdict)).toBeCloseTo(0.1429, 4)
    expect(honesty(bare, onlyVerdict)).toBeCloseTo(0.6, 10)
  })

  it('is below what is believed for a rating that nothing else speaks for', () => {
    expect(honesty(bare, badRating)).toBeLessThan(badRating.believeAbove)
    expect(honesty({ ...bare, gapAtEnd: 0.2 }, badRating)).toBeLessThan(badRating.believeAbove)
  })

  it('is believed when the agent says that it stayed unresolved, or a promise was broken', () => {
    expect(honesty({ ...bare, unresolved: true }, badRating)).toBeGreaterThan(badRating.believeAbove)
    expect(honesty({ ...bare, promiseBroken: true }, badRating)).toBeGreaterThan(badRating.believeAbove)
  })

  it('is not believed for what a customer can bring about alone, unless earlier complaints were confirmed', () => {
    const acted = { ...bare, gapAtEnd: 0.9, refusals: 2 }
    expect(honesty(acted, badRating)).toBeLessThan(badRating.believeAbove)
    const again = { ...acted, earlier: { complaints: 3, confirmed: 0 } }
    expect(honesty(again, badRating)).toBeLessThan(honesty(acted, badRating))
    const known = { ...acted, earlier: { complaints: 2, confirmed: 2 } }
    expect(honesty(known, badRating)).toBeGreaterThan(badRating.believeAbove)
  })

  it('falls with every complaint that nothing confirms, and is between 0 and 1', () => {
    const record = fc.record({
      gapAtEnd: fc.double({ min: 0, max: 1, noNaN: true }),
      refusals: fc.nat(5),
      unresolved: fc.boolean(),
      promiseBroken: fc.boolean(),
      complaints: fc.nat(40),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    fc.assert(
      fc.property(record, ({ complaints, share, ...rest }) => {
        const confirmed = Math.floor(complaints * share)
        const now = honesty({ ...rest, earlier: { complaints, confirmed } }, badRating)
        const next = honesty({ ...rest, earlier: { complaints: complaints + 1, confirmed } }, badRating)
        expect(now).toBeGreaterThan(0)
        expect(now).toBeLessThanOrEqual(1)
        expect(next).toBeLessThan(now)
      }),
    )
  })
})
