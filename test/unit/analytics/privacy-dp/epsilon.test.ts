import fc from 'fast-check'
import { expect, test } from 'vitest'
import { epsilonOf, microsOf, partOf } from '../../../../analytics/index.ts'

test('an epsilon is read as it is written', () => {
  for (const [written, micros] of [
    [1, 1_000_000],
    [0.1, 100_000],
    [0.29, 290_000],
    [0.3, 300_000],
    [2.000001, 2_000_001],
    [0, 0],
  ] as const) {
    expect(microsOf(written)).toBe(micros)
    expect(epsilonOf(micros)).toBe(written)
  }
})

test('parts never add up to more than the whole', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000_000 }), fc.integer({ min: 1, max: 60 }), (micros, parts) => {
      const all = parts * partOf(micros, parts)
      expect(all).toBeLessThanOrEqual(micros)
      expect(micros - all).toBeLessThan(parts)
    }),
  )
})
