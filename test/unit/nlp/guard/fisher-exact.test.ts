import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fisherExact } from '../../../../nlp/index.ts'

/** Ways to choose k of n, exactly. */
function choose(n: number, k: number): bigint {
  let ways = 1n
  for (let i = 1n; i <= BigInt(k); i++) ways = (ways * (BigInt(n) - i + 1n)) / i
  return ways
}

describe("Fisher's exact test of two shares", () => {
  it('gives the figures of the lady who tastes tea', () => {
    expect(fisherExact({ bad: 1, of: 4 }, { bad: 3, of: 4 })).toBeCloseTo(17 / 70, 12)
    expect(fisherExact({ bad: 0, of: 4 }, { bad: 4, of: 4 })).toBeCloseTo(1 / 70, 12)
  })

  it('says what enumerating every way to draw says', () => {
    const share = fc
      .integer({ min: 0, max: 40 })
      .chain((of) => fc.record({ bad: fc.integer({ min: 0, max: of }), of: fc.constant(of) }))
    fc.assert(
      fc.property(share, share, (before, after) => {
        const bad = before.bad + after.bad
        let asMany = 0n
        for (let x = after.bad; x <= Math.min(bad, after.of); x++) {
          if (bad - x <= before.of) asMany += choose(after.of, x) * choose(before.of, bad - x)
        }
        const naive = Number((asMany * 10n ** 15n) / choose(before.of + after.of, bad)) / 1e15
        expect(fisherExact(before, after)).toBeCloseTo(naive, 9)
      }),
    )
  })

  it('stays a chance among a million conversations', () => {
    const same = fisherExact({ bad: 200_000, of: 1_000_000 }, { bad: 20_000, of: 100_000 })
    expect(same).toBeGreaterThan(0.4)
    expect(same).toBeLessThan(0.6)
    expect(fisherExact({ bad: 200_000, of: 1_000_000 }, { bad: 25_000, of: 100_000 })).toBeLessThan(1e-12)
  })

  it('says nothing where there is nothing to compare', () => {
    expect(fisherExact({ bad: 0, of: 0 }, { bad: 9, of: 9 })).toBe(1)
    expect(fisherExact({ bad: 3, of: 9 }, { bad: 0, of: 0 })).toBe(1)
  })
})
