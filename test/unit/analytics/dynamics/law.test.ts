import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { endOf, type IndexPiece, meanTrust, type TrustLaw, trustAlong } from '../../../../analytics/index.ts'

const share = fc.double({ min: 0, max: 1, noNaN: true })
const pieces = fc.array(fc.record({ days: fc.double({ min: 0.01, max: 60, noNaN: true }), from: share, to: share }), {
  minLength: 1,
  maxLength: 5,
})
const laws = fc.record({ rate: fc.double({ min: -0.2, max: 0.4, noNaN: true }), threshold: share })

const STEPS = 4000

/** Many tiny steps, each kept within 0..1: T at the end and the mean of T. */
function euler(
  start: number,
  path: readonly IndexPiece[],
  { rate, threshold }: TrustLaw,
): { end: number; mean: number } {
  let trust = start
  let area = 0
  let length = 0
  for (const { days, from, to } of path) {
    const step = days / STEPS
    for (let i = 0; i < STEPS; i++) {
      const index = from + ((to - from) * (i + 0.5)) / STEPS
      const next = Math.min(1, Math.max(0, trust + step * rate * (index - threshold)))
      area += (step * (trust + next)) / 2
      trust = next
    }
    length += days
  }
  return { end: trust, mean: area / length }
}

describe('the law of trust', () => {
  it('is the closed form for transparency that rises in a straight line, while trust is within 0..1', () => {
    const [T0, I0] = [0.5, 0.2]
    const slopes = fc.double({ min: -0.003, max: 0.01, noNaN: true })
    let compared = 0
    fc.assert(
      fc.property(slopes, laws, fc.array(share, { minLength: 5, maxLength: 5 }), (slope, law, moments) => {
        const { rate: k, threshold } = law
        const closed = (t: number) => T0 + k * (I0 * t + (slope * t * t) / 2 - threshold * t)
        const turn = (threshold - I0) / slope
        const extremes = [60, ...(turn > 0 && turn < 60 ? [turn] : [])].map(closed)
        fc.pre(extremes.every((trust) => trust > 0 && trust < 1))
        compared++
        for (const t of moments.map((moment) => 60 * moment)) {
          const path = trustAlong(T0, [{ days: t, from: I0, to: I0 + slope * t }], law)
          expect(endOf(path, T0)).toBeCloseTo(closed(t), 11)
        }
      }),
    )
    expect(compared).toBeGreaterThan(50)
  })

  it('is what many tiny steps come to, at the ends of 0..1 too', () => {
    fc.assert(
      fc.property(share, pieces, laws, (start, path, law) => {
        const exact = trustAlong(start, path, law)
        const stepped = euler(start, path, law)
        // Half a step of the fastest drive there is: what stepping may be late by at an end.
        const tolerance = (5 * 60 * 0.4) / STEPS + 1e-9
        expect(Math.abs(endOf(exact, start) - stepped.end)).toBeLessThan(tolerance)
        expect(Math.abs(meanTrust(exact) - stepped.mean)).toBeLessThan(tolerance)
      }),
      { numRuns: 300 },
    )
  })

  it('does not change where its days are cut in two', () => {
    fc.assert(
      fc.property(share, pieces, laws, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (start, path, law, cut) => {
        const inTwo = path.flatMap(({ days, from, to }) => {
          const between = from + (to - from) * cut
          return [
            { days: days * cut, from, to: between },
            { days: days * (1 - cut), from: between, to },
          ]
        })
        const [whole, parts] = [trustAlong(start, path, law), trustAlong(start, inTwo, law)]
        expect(endOf(parts, start)).toBeCloseTo(endOf(whole, start), 9)
        expect(meanTrust(parts)).toBeCloseTo(meanTrust(whole), 9)
      }),
      { numRuns: 300 },
    )
  })

  it('lasts as long as its pieces, joins without a jump and stays within 0..1', () => {
    fc.assert(
      fc.property(share, pieces, laws, (start, path, law) => {
        const segments = trustAlong(start, path, law)
        const length = path.reduce((sum, { days }) => sum + days, 0)
        expect(segments.reduce((sum, { days }) => sum + days, 0)).toBeCloseTo(length, 9)
        let before = start
        for (const segment of segments) {
          expect(segment.start).toBeCloseTo(before, 9)
          before = endOf([segment], before)
        }
        for (const { days, start: from, slope, curve } of segments) {
          for (let i = 0; i <= 10; i++) {
            const trust = from + (days * i * (slope + (curve * days * i) / 10)) / 10
            expect(trust).toBeGreaterThanOrEqual(-1e-12)
            expect(trust).toBeLessThanOrEqual(1 + 1e-12)
          }
        }
      }),
      { numRuns: 200 },
    )
  })

  it('meets an end at the moment that the parabola says, and leaves it when the law turns', () => {
    // Rises at 0.1 a day at first, ever slower, turns after ten days: 0.7 + 0.1 s - 0.005 s^2 is 1 at s = 3.6754.
    const path = trustAlong(0.7, [{ days: 30, from: 1, to: -2 }], { rate: 0.1, threshold: 0 })
    expect(path.map(({ days }) => days)).toEqual([
      expect.closeTo(10 - Math.sqrt(40), 12),
      expect.closeTo(Math.sqrt(40), 12),
      expect.closeTo(Math.sqrt(200), 12),
      expect.closeTo(20 - Math.sqrt(200), 12),
    ])
    expect(path.map((segment) => endOf([segment], 0))).toEqual([1, 1, 0, 0])
    expect(path[2]?.curve).toBeCloseTo(-0.005, 12)
  })
})
