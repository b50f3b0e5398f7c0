import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beliefWithout, entropyBits, entropyShare, updateBelief } from '../../../../nlp/index.ts'

const BASE = { needCount: 3, noneOfThem: 0.1 }

/** Any classifier output over three needs: probabilities that sum to 1 with "out of scope". */
const understanding = fc
  .tuple(...[1, 2, 3, 4].map(() => fc.double({ min: 0.001, max: 1, noNaN: true })))
  .map((weights) => {
    const sum = weights.reduce((a, b) => a + b, 0)
    const [a = 0, b = 0, c = 0, none = 0] = weights.map((weight) => weight / sum)
    const needs = [
      { need: 'a', probability: a },
      { need: 'b', probability: b },
      { need: 'c', probability: c },
    ]
    return { needs, outOfScope: none }
  })

describe('belief over needs', () => {
  it('is a probability distribution after any messages', () => {
    fc.assert(
      fc.property(
        fc.array(understanding, { minLength: 1, maxLength: 6 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (messages, change) => {
          let belief = updateBelief(undefined, messages[0] ?? { needs: [], outOfScope: 1 }, BASE, change)
          for (const message of messages.slice(1)) belief = updateBelief(belief, message, BASE, change)
          const total = belief.needs.reduce((sum, { probability }) => sum + probability, belief.noneOfThem)
          expect(total).toBeGreaterThan(0.99)
          expect(total).toBeLessThanOrEqual(1 + 1e-9)
        },
      ),
    )
  })

  it('believes the classifier at the first message', () => {
    const needs = [
      { need: 'a', probability: 0.6 },
      { need: 'b', probability: 0.2 },
      { need: 'c', probability: 0.1 },
    ]
    const belief = updateBelief(undefined, { needs, outOfScope: 0.1 }, BASE, 0.5)
    expect(belief.needs[0]).toEqual({ need: 'a', probability: expect.closeTo(0.6, 9) })
  })

  it('grows surer when a second message points the same way', () => {
    const message = {
      needs: [
        { need: 'a', probability: 0.5 },
        { need: 'b', probability: 0.3 },
        { need: 'c', probability: 0.1 },
      ],
      outOfScope: 0.1,
    }
    const first = updateBelief(undefined, message, BASE, 0.3)
    const second = updateBelief(first, message, BASE, 0.3)
    expect(second.needs[0]?.probability).toBeGreaterThan(first.needs[0]?.probability ?? 1)
  })

  it('forgets what was before when the topic surely changes', () => {
    const about = (need: string) => ({
      needs: ['a', 'b', 'c'].map((name) => ({ need: name, probability: name === need ? 0.7 : 0.1 })),
      outOfScope: 0.1,
    })
    const first = updateBelief(undefined, about('a'), BASE, 1)
    const second = updateBelief(first, about('b'), BASE, 1)
    expect(second.needs[0]).toEqual({ need: 'b', probability: expect.closeTo(0.7, 9) })
  })

  it('gives a refused need’s share to the others', () => {
    const belief = {
      needs: [
        { need: 'a', probability: 0.6 },
        { need: 'b', probability: 0.3 },
      ],
      noneOfThem: 0.1,
    }
    expect(beliefWithout(belief, 'a')).toEqual({
      needs: [{ need: 'b', probability: expect.closeTo(0.75, 9) }],
      noneOfThem: expect.closeTo(0.25, 9),
    })
  })
})

describe('entropy', () => {
  it('is 0 bits when certain and 2 bits for four alike', () => {
    expect(entropyBits({ needs: [{ need: 'a', probability: 1 }], noneOfThem: 0 })).toBe(0)
    const alike = ['a', 'b', 'c'].map((need) => ({ need, probability: 0.25 }))
    expect(entropyBits({ needs: alike, noneOfThem: 0.25 })).toBeCloseTo(2, 12)
  })

  it('is, as a share, 0 when certain, 1 when everything is alike, and counts needs that the belief leaves out', () => {
    const certain = { needs: [{ need: 'a', probability: 1 }], noneOfThem: 0 }
    const alike = { needs: ['a', 'b', 'c'].map((need) => ({ need, probability: 0.25 })), noneOfThem: 0.25 }
    expect(entropyShare(certain, 1)).toBe(0)
    expect(entropyShare(alike, 3)).toBeCloseTo(1, 12)
    expect(entropyShare(alike, 15)).toBeCloseTo(0.5, 12)
    expect(entropyShare({ needs: [], noneOfThem: 1 }, 0)).toBe(0)
  })
})
