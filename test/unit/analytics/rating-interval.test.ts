import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ratingInterval } from '../../../analytics/index.ts'

const rating = fc.integer({ min: 1, max: 5 })

describe('the interval of a mean rating', () => {
  it('is that of Student’s t', () => {
    // t(0.975; 4) = 2.776445, s = sqrt(2.5).
    const { n, mean, low, high } = ratingInterval([1, 2, 3, 4, 5])
    expect([n, mean]).toEqual([5, 3])
    expect(low).toBeCloseTo(3 - 2.776445 * Math.sqrt(0.5), 5)
    expect(high).toBeCloseTo(3 + 2.776445 * Math.sqrt(0.5), 5)
  })

  it('is not known of none, and has no ends of one', () => {
    expect(ratingInterval([])).toEqual({ n: 0, mean: null, low: null, high: null })
    expect(ratingInterval([4])).toEqual({ n: 1, mean: 4, low: null, high: null })
  })

  it('stays on the scale around the mean, and narrows when the same is said again', () => {
    fc.assert(
      fc.property(fc.array(rating, { minLength: 2, maxLength: 30 }), (ratings) => {
        const once = ratingInterval(ratings)
        const twice = ratingInterval([...ratings, ...ratings])
        const [low, mean, high] = [once.low ?? 0, once.mean ?? 0, once.high ?? 6]
        expect(low).toBeGreaterThanOrEqual(1)
        expect(high).toBeLessThanOrEqual(5)
        expect(low).toBeLessThanOrEqual(mean + 1e-9)
        expect(high).toBeGreaterThanOrEqual(mean - 1e-9)
        expect((twice.high ?? 0) - (twice.low ?? 0)).toBeLessThanOrEqual(high - low + 1e-9)
      }),
    )
  })
})
