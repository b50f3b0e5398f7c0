import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pairedDifference } from '../../../analytics/index.ts'

/** 95 % point of chi-squared with one degree of freedom: the square of the normal one. */
const CHI2 = 1.959963984540054 ** 2

const counts = fc
  .tuple(fc.nat(60), fc.nat(60), fc.nat(120))
  .map(([gained, lost, same]) => ({ gained, lost, n: gained + lost + same }))
  .filter(({ n }) => n > 0)

/** The score statistic with the most likely share of lost cases found by trying, instead of by formula. */
function score({ gained, lost, n }: { gained: number; lost: number; n: number }, difference: number): number {
  const same = n - gained - lost
  const log = (times: number, share: number) =>
    times === 0 ? 0 : share <= 0 ? Number.NEGATIVE_INFINITY : times * Math.log(share)
  const likelihood = (losing: number) =>
    log(gained, losing + difference) + log(lost, losing) + log(same, 1 - 2 * losing - difference)
  let [low, high] = [Math.max(0, -difference), (1 - difference) / 2]
  for (let i = 0; i < 200; i++) {
    const [a, b] = [low + (high - low) * 0.382, low + (high - low) * 0.618]
    if (likelihood(a) < likelihood(b)) low = a
    else high = b
  }
  const losing = (low + high) / 2
  const variance = n * (2 * losing + difference * (1 - difference))
  return (gained - lost - n * difference) ** 2 / variance
}

describe('a paired difference', () => {
  it('is what changed, within an interval of -1 to 1', () => {
    fc.assert(
      fc.property(counts, ({ gained, lost, n }) => {
        const { value, low, high } = pairedDifference(gained, lost, n)
        expect(value).toBeCloseTo((gained - lost) / n, 12)
        expect(low).toBeGreaterThanOrEqual(-1)
        expect(high).toBeLessThanOrEqual(1)
        expect(low).toBeLessThanOrEqual(value ?? Number.NaN)
        expect(high).toBeGreaterThanOrEqual(value ?? Number.NaN)
      }),
    )
  })

  it('ends where the score statistic, worked out by trial, is just contradicted', () => {
    fc.assert(
      fc.property(counts, ({ gained, lost, n }) => {
        const { low, high } = pairedDifference(gained, lost, n)
        for (const end of [low, high]) {
          if (Math.abs(end) < 0.999) expect(score({ gained, lost, n }, end)).toBeCloseTo(CHI2, 2)
        }
      }),
    )
  })

  it('reads the other way round when the cases are seen the other way round', () => {
    fc.assert(
      fc.property(counts, ({ gained, lost, n }) => {
        const [one, other] = [pairedDifference(gained, lost, n), pairedDifference(lost, gained, n)]
        expect(one.low).toBeCloseTo(-other.high, 9)
        expect(one.high).toBeCloseTo(-other.low, 9)
      }),
    )
  })

  it('does not take no change in ten cases for no change at all', () => {
    const { value, low, high } = pairedDifference(0, 0, 10)
    expect(value).toBe(0)
    expect(low).toBeLessThan(-0.2)
    expect(high).toBeGreaterThan(0.2)
  })

  it('knows nothing from no cases', () => {
    expect(pairedDifference(0, 0, 0)).toEqual({ value: null, low: -1, high: 1 })
  })

  it('holds the true difference about as often as it says', () => {
    const [gain, loss, n, worlds] = [0.12, 0.04, 150, 2_000]
    let seed = 7
    const random = () => {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
      return seed / 2 ** 32
    }
    let held = 0
    for (let world = 0; world < worlds; world++) {
      let [gained, lost] = [0, 0]
      for (let i = 0; i < n; i++) {
        const draw = random()
        if (draw < gain) gained += 1
        else if (draw < gain + loss) lost += 1
      }
      const { low, high } = pairedDifference(gained, lost, n)
      if (low <= gain - loss && gain - loss <= high) held += 1
    }
    expect(held / worlds).toBeGreaterThan(0.935)
    expect(held / worlds).toBeLessThan(0.97)
  })
})
