import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { saidOf } from '../../../../nlp/index.ts'

const NAMES = ['cancel', 'refund', 'return']

/** Weights of the needs and, last, of none of them. */
function classified(weights: readonly number[]) {
  const sum = weights.reduce((total, one) => total + one, 0)
  return {
    needs: NAMES.map((need, k) => ({ need, probability: (weights[k] ?? 0) / sum })).sort(
      (a, b) => b.probability - a.probability,
    ),
    outOfScope: (weights[NAMES.length] ?? 0) / sum,
    why: [],
  }
}

describe('what a model said of a message', () => {
  it('is right when the most probable of needs and none of them is the truth', () => {
    const sure = classified([1, 6, 1, 2])
    expect(saidOf(sure, { kind: 'need', need: 'refund' })).toMatchObject({ right: true, confidence: 0.6 })
    expect(saidOf(sure, { kind: 'need', need: 'cancel' }).right).toBe(false)
    expect(saidOf(sure, { kind: 'none' }).right).toBe(false)
    const stranger = classified([1, 3, 1, 5])
    expect(saidOf(stranger, { kind: 'none' })).toMatchObject({ right: true, confidence: 0.5 })
    expect(saidOf(stranger, { kind: 'need', need: 'refund' }).right).toBe(false)
  })

  it('is wrong about a need that it has never heard of', () => {
    const said = saidOf(classified([1, 6, 1, 2]), { kind: 'need', need: 'warranty' })
    expect(said.right).toBe(false)
    expect(said.brier).toBeCloseTo(0.1 ** 2 + 0.6 ** 2 + 0.1 ** 2 + 0.2 ** 2 + 1, 12)
  })

  it('has the Brier score of its whole distribution', () => {
    const weight = fc.integer({ min: 1, max: 100 })
    fc.assert(
      fc.property(fc.tuple(weight, weight, weight, weight), fc.nat(3), (weights, place) => {
        const sum = weights.reduce((total, one) => total + one, 0)
        const naive = weights.reduce((score, one, k) => score + (one / sum - Number(k === place)) ** 2, 0)
        const need = NAMES[place]
        const truth = need === undefined ? { kind: 'none' as const } : { kind: 'need' as const, need }
        expect(saidOf(classified(weights), truth).brier).toBeCloseTo(naive, 12)
      }),
    )
  })
})
