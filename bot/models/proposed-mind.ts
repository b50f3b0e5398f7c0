import { isDeepStrictEqual } from 'node:util'
import type { Policy } from '../policy/index.ts'
import type { Mind } from '../turn/mind.ts'
import { type Champion, mindOf } from './champion.ts'

/** The mind in force under another policy. What the record has taught it holds where the policy starts from the same figures. */
export function proposedMind(inForce: Mind, champion: Champion, policy: Policy): Mind {
  const mind = mindOf(champion, inForce.pack, policy, inForce.gapModel)
  const startsAlike = isDeepStrictEqual(policy.belief.topicChange, inForce.policy.belief.topicChange)
  return startsAlike ? { ...mind, topicChange: inForce.topicChange } : mind
}
