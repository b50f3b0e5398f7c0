import { describe, expect, it } from 'vitest'
import { expectTooSlow, SIZES } from '../../../bench/nlu/growth.ts'

const tooSlow = { kind: 'too-slow', limitMs: 120_000 } as const

describe('growth', () => {
  it('covers 10 to 1,000 needs and 1,000 to 100,000 examples, with two examples per need at least', () => {
    expect(new Set(SIZES.map(({ needs }) => needs))).toEqual(new Set([10, 100, 1_000]))
    expect(new Set(SIZES.map(({ examples }) => examples))).toEqual(new Set([1_000, 10_000, 100_000]))
    expect(SIZES.filter(({ needs, examples }) => examples < 2 * needs)).toEqual([])
  })

  it('does not try again what was too slow with fewer needs and examples', () => {
    const before = [{ size: { needs: 100, examples: 1_000 }, outcome: tooSlow }]
    expect(expectTooSlow({ needs: 100, examples: 10_000 }, before)).toEqual(tooSlow)
    expect(expectTooSlow({ needs: 10, examples: 10_000 }, before)).toBeUndefined()
  })
})
