import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Belief } from '../../../../domain/index.ts'
import { learnTopicChange, type TopicEvidence, topicEvidence, updateBelief } from '../../../../nlp/index.ts'

const PRIOR = { afterAnswer: 0.8, whilePending: 0.3, otherwise: 0.5 }
const BASE = { needCount: 3, noneOfThem: 0.1 }

const about = (need: string, probability: number): Belief => ({
  needs: ['a', 'b', 'c'].map((name) => ({
    need: name,
    probability: name === need ? probability : (0.95 - probability) / 2,
  })),
  noneOfThem: 0.05,
})
const heard = (need: string) => {
  const { needs, noneOfThem } = about(need, 0.9)
  return { needs, outOfScope: noneOfThem }
}

const anyEvidence: fc.Arbitrary<TopicEvidence[]> = fc.array(
  fc.record({
    situation: fc.constantFrom('afterAnswer', 'whilePending', 'otherwise'),
    kept: fc.integer({ min: 1, max: 1000 }).map((n) => n / 100),
    changed: fc.integer({ min: 1, max: 1000 }).map((n) => n / 100),
  }),
  { maxLength: 40 },
)

/** Deterministic, 0..1. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

describe('the chance of a topic change', () => {
  it('is the policy’s where nothing was recorded', () => {
    const learned = learnTopicChange([], PRIOR)
    expect(learned.afterAnswer.chance).toBeCloseTo(0.8, 9)
    expect(learned.otherwise).toEqual({ chance: expect.closeTo(0.5, 9), n: 0 })
  })

  it('speaks for a change when the message fits another need, and against it when it fits the same', () => {
    const same = topicEvidence(about('a', 0.9), heard('a'), BASE)
    const other = topicEvidence(about('a', 0.9), heard('b'), BASE)
    expect(same.kept).toBeGreaterThan(same.changed)
    expect(other.changed).toBeGreaterThan(other.kept)
  })

  it('is found again in dialogues that were made with it', () => {
    const next = random(7)
    const needs = ['a', 'b', 'c']
    const evidence = Array.from({ length: 3000 }, () => {
      const before = needs[Math.floor(next() * 3)] ?? 'a'
      const after = next() < 0.25 ? (needs[Math.floor(next() * 3)] ?? 'a') : before
      // The classifier is right nine times in ten.
      const seems = next() < 0.9 ? after : (needs[Math.floor(next() * 3)] ?? 'a')
      return { situation: 'otherwise' as const, ...topicEvidence(about(before, 0.95), heard(seems), BASE) }
    })
    expect(learnTopicChange(evidence, PRIOR).otherwise.chance).toBeCloseTo(0.25, 1)
  })

  it('makes the recorded messages likelier than any other chance does, the prior counted in', () => {
    fc.assert(
      fc.property(anyEvidence, fc.integer({ min: 1, max: 99 }), (evidence, percent) => {
        const { chance } = learnTopicChange(evidence, PRIOR).whilePending
        const score = (c: number) =>
          evidence
            .filter(({ situation }) => situation === 'whilePending')
            .reduce((sum, { kept, changed }) => sum + Math.log((1 - c) * kept + c * changed), 0) +
          20 * (0.3 * Math.log(c) + 0.7 * Math.log(1 - c))
        expect(score(chance)).toBeGreaterThanOrEqual(score(percent / 100) - 1e-9)
      }),
    )
  })

  it('weighs the two ways that the belief weighs', () => {
    // P(message) under the mixture is what Bayes' rule divides by: the posterior of the kept need says so.
    const before = about('a', 0.9)
    const { kept, changed } = topicEvidence(before, heard('a'), BASE)
    const chance = 0.4
    const prior = (1 - chance) * 0.9 + chance * 0.3
    const likelihood = 0.9 / 0.3
    const expected = (prior * likelihood) / ((1 - chance) * kept + chance * changed)
    expect(updateBelief(before, heard('a'), BASE, chance).needs[0]?.probability).toBeCloseTo(expected, 9)
  })
})
