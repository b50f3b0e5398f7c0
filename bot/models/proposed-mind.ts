import { isDeepStrictEqual } from 'node:util'
import type { Policy } from '../policy/index.ts'
import type { Mind } from '../turn/mind.ts'
import { exampleLists } from './example-lists.ts'

/**
 * The mind in force under another policy. What the record has taught it holds where the policy starts from the same figures;
 * where it wants lists of another reach, those of the pack's examples serve.
 */
export function proposedMind(inForce: Mind, policy: Policy): Mind {
  const { belief, decide } = policy
  const mind: Mind = { ...inForce, policy, answerAbove: decide.answerAbove }
  if (!isDeepStrictEqual(belief.topicChange, inForce.policy.belief.topicChange)) mind.topicChange = belief.topicChange
  if (decide.listHoldsNeed !== inForce.policy.decide.listHoldsNeed) {
    mind.exampleLists = exampleLists(inForce.listCases, policy)
    mind.lists = mind.exampleLists
  }
  return mind
}
