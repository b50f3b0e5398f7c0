import fc from 'fast-check'
import jStat from 'jstat'
import { describe, expect, test } from 'vitest'
import { discreteLaplace, discreteLaplaceVariance, uniformBelow } from '../../../../analytics/index.ts'
import { seededBytes } from '../../../support/seeded-bytes.ts'

const DRAWS = 20_000

const SCALES = [
  { name: '1/3', scale: { above: 1n, below: 3n } },
  { name: '1', scale: { above: 1n, below: 1n } },
  { name: '12', scale: { above: 1_000_000n, below: 83_333n } },
]

describe('discrete Laplace noise', () => {
  test.each(SCALES)('of scale $name is distributed as the closed form says', ({ scale }) => {
    const { statistic, freedom } = chiSquare(draws(scale, 7), Number(scale.above) / Number(scale.below))
    expect(statistic).toBeLessThan(jStat.chisquare.inv(0.999, freedom))
  })

  test('of a scale one tenth off would be noticed', () => {
    const { statistic, freedom } = chiSquare(draws({ above: 12n, below: 1n }, 7), 12 * 1.1)
    expect(statistic).toBeGreaterThan(jStat.chisquare.inv(0.999, freedom))
  })

  test.each(SCALES)('of scale $name varies as much as it is said to', ({ scale }) => {
    const drawn = draws(scale, 8)
    const variance = drawn.reduce((sum, x) => sum + x * x, 0) / drawn.length
    const wanted = discreteLaplaceVariance(Number(scale.above) / Number(scale.below))
    expect(Math.abs(variance / wanted - 1)).toBeLessThan(0.06)
  })

  test('of no scale is refused', () => {
    expect(() => discreteLaplace({ above: 0n, below: 1n }, seededBytes(1))).toThrow(RangeError)
    expect(() => discreteLaplace({ above: 1n, below: 0n }, seededBytes(1))).toThrow(RangeError)
  })
})

describe('a uniform draw', () => {
  test('lies below its limit, whatever that is', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 2n ** 70n }), fc.integer(), (limit, seed) => {
        const drawn = uniformBelow(limit, seededBytes(seed))
        expect(drawn >= 0n && drawn < limit).toBe(true)
      }),
    )
  })

  test('gives each of seven as often', () => {
    const random = seededBytes(3)
    const counts = Array.from({ length: 7 }, () => 0)
    for (let i = 0; i < 14_000; i++) {
      const drawn = Number(uniformBelow(7n, random))
      counts[drawn] = (counts[drawn] ?? 0) + 1
    }
    const statistic = counts.reduce((sum, count) => sum + (count - 2000) ** 2 / 2000, 0)
    expect(statistic).toBeLessThan(jStat.chisquare.inv(0.999, 6))
  })

  test('from nothing is refused', () => {
    expect(() => uniformBelow(0n, seededBytes(1))).toThrow(RangeError)
  })
})

function draws(scale: { above: bigint; below: bigint }, seed: number): number[] {
  const random = seededBytes(seed)
  return Array.from({ length: DRAWS }, () => Number(discreteLaplace(scale, random)))
}

/** Against P(x) = (1 - q) / (1 + q) q^|x|, q = exp(-1 / scale); the tails are one class each, of at least 20 expected draws. */
function chiSquare(drawn: readonly number[], scale: number): { statistic: number; freedom: number } {
  const q = Math.exp(-1 / scale)
  const chance = (x: number) => ((1 - q) / (1 + q)) * q ** Math.abs(x)
  const tailFrom = (x: number) => q ** x / (1 + q)
  let edge = 1
  while (tailFrom(edge + 1) * DRAWS >= 20) edge++
  let statistic = 0
  for (let x = -edge; x <= edge; x++) {
    const expected = DRAWS * (Math.abs(x) === edge ? tailFrom(edge) : chance(x))
    const observed = drawn.filter((each) => Math.max(-edge, Math.min(edge, each)) === x).length
    statistic += (observed - expected) ** 2 / expected
  }
  return { statistic, freedom: 2 * edge }
}
