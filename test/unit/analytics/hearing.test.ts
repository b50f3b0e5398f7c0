import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWorthProposing, WORTH_PROPOSING } from '../../../analytics/index.ts'

describe('whether a rule that hears promises goes on to propose them', () => {
  it('does until the refusals cannot be chance', () => {
    expect(isWorthProposing(0, 0)).toBe(true)
    expect(isWorthProposing(0, 11)).toBe(true)
    expect(isWorthProposing(0, 12)).toBe(false)
    expect(isWorthProposing(1, 12)).toBe(true)
  })

  it('is never stopped by a rule of which agents take their share, however often it was asked', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5_000 }), fc.integer({ min: 0, max: 5_000 }), (taken, refused) => {
        fc.pre(taken >= WORTH_PROPOSING * (taken + refused))
        expect(isWorthProposing(taken, taken + refused)).toBe(true)
      }),
    )
  })

  it('is worth no less with one refusal fewer or one more taken', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 300 }), (taken, refused) => {
        if (!isWorthProposing(taken, taken + refused)) return
        expect(isWorthProposing(taken, taken + refused - 1)).toBe(true)
        expect(isWorthProposing(taken + 1, taken + refused + 1)).toBe(true)
      }),
    )
  })
})
