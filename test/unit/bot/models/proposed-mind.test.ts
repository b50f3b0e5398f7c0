import { describe, expect, it } from 'vitest'
import { proposedMind } from '../../../../bot/models/index.ts'
import type { Mind } from '../../../../bot/turn/mind.ts'
import type { ListCase } from '../../../../nlp/index.ts'
import { policy, scriptedMind } from '../../../support/minds.ts'

const listCases = ['refund', 'exchange'].flatMap((truth): ListCase[] =>
  [0.9, 0.6, 0.3].map((probability) => ({ language: 'en', needs: [{ need: truth, probability }], truth })),
)

/** As after some weeks: checks and the record have changed it. */
const taught: Mind = {
  ...scriptedMind({}),
  listCases,
  answerAbove: 0.6,
  lists: { en: { threshold: 0.2 }, zh: { threshold: 0.3 } },
  topicChange: { afterAnswer: 0.9, whilePending: 0.1, otherwise: 0.5 },
}

describe('the mind in force under another policy', () => {
  it('keeps lists and topic changes as they were learnt where the policy starts alike', () => {
    const { wrongAnswer } = policy.stakes.standard
    const dearer = { ...policy.stakes, standard: { ...policy.stakes.standard, wrongAnswer: wrongAnswer + 1 } }
    const proposed = proposedMind(taught, { ...policy, stakes: dearer })
    expect(proposed).toEqual({
      ...taught,
      policy: { ...policy, stakes: dearer },
      answerAbove: policy.decide.answerAbove,
    })
  })

  it('makes lists anew from the examples for a policy that wants another reach, and takes its topic changes', () => {
    const topicChange = { ...policy.belief.topicChange, afterAnswer: 0.2 }
    const proposed = proposedMind(taught, {
      ...policy,
      decide: { ...policy.decide, listHoldsNeed: 0.4 },
      belief: { ...policy.belief, topicChange },
    })
    expect(proposed.topicChange).toEqual(topicChange)
    expect(proposed.lists).toBe(proposed.exampleLists)
    // Half of the misses of 40 % are allowed: five of seven cases are to be held.
    expect(proposed.lists.en).toEqual(expect.objectContaining({ wanted: 0.4, threshold: 0.3 }))
    expect(taught.lists.en.threshold).toBe(0.2)
  })
})
