import { describe, expect, it } from 'vitest'
import { findAlike } from '../../../../nlp/active/alike.ts'
import type { Belief } from '../../../../nlp/active/belief.ts'

const belief = (...probabilities: number[]): Belief => ({
  roots: Float32Array.from(probabilities, Math.sqrt),
  uncertainty: 1,
})
const REFUND = belief(1, 0, 0)
const ADDRESS = belief(0, 1, 0)
const EITHER = belief(0.5, 0.5, 0)
const TEXTS = ['can i change the order', 'can i change the order today', 'what about opening on sunday']
const likenesses = (...beliefs: Belief[]) =>
  findAlike(
    TEXTS.map((normal, i) => ({ normal, belief: beliefs[i] ?? REFUND })),
    undefined,
  ).map((own) => new Map(own.map(({ row, likeness }) => [row, likeness])))

describe('texts of which a label of one tells of the other', () => {
  it('are worded alike, and each is like the other', () => {
    const [first, second, third] = likenesses(REFUND, REFUND, REFUND)
    expect(first?.get(1)).toBeGreaterThan(0.3)
    expect(second?.get(0)).toBe(first?.get(1))
    expect(first?.has(2) || third?.has(0)).toBe(false)
    expect(first?.has(0)).toBe(false)
  })

  it('are so the less, the less they may mean the same', () => {
    const alike = likenesses(REFUND, REFUND)[0]?.get(1) ?? 0
    expect(likenesses(REFUND, EITHER)[0]?.get(1)).toBeCloseTo(alike * Math.SQRT1_2, 5)
    expect(likenesses(REFUND, ADDRESS)[0]?.get(1) ?? 0).toBe(0)
  })

  it('are none where there is one text or none', () => {
    expect(findAlike([], undefined)).toEqual([])
    expect(findAlike([{ normal: 'hello', belief: REFUND }], undefined)).toEqual([[]])
  })
})
