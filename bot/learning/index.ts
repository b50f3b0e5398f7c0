export { type CandidateReview, candidateReview, type ShownCandidate } from './candidate-review.ts'
export { endedEpisodes } from './ended-episodes.ts'
export { factsOf, finalOutcome } from './episode-facts.ts'
export { gapCases } from './gap-cases.ts'
export { type GapTry, gapTryOf } from './gap-try.ts'
export { type GatherOptions, gatherCandidates } from './gather-candidates.ts'
export { type GapLearning, learnGap } from './learn-gap.ts'
export { type IntentLearning, learnIntents } from './learn-intents.ts'
export { type OrderByGain, orderInWorker } from './order-in-worker.ts'
export type { PackFolder } from './pack-change.ts'
export { decidePolicyTry, openDecisions } from './policy/decide-try.ts'
export { judgeTrust, type TrustGateReason } from './policy/judge-trust.ts'
export { learnPolicy, type PolicyLearning } from './policy/learn-policy.ts'
export { learnTrust, type TrustLearning } from './policy/learn-trust.ts'
export { policyInForce, servingTry, triesOf } from './policy/policy-in-force.ts'
export {
  type DecidingTry,
  type PolicyDecision,
  type PolicyTry,
  policyHash,
  policyTries,
  type TrustTry,
} from './policy/policy-try.ts'
export { readLedgers } from './policy/read-ledgers.ts'
export { lastTrustLook, type TrustLook } from './policy/trust-look.ts'
export { type AnswerReader, answerReader } from './read-answers.ts'
export { type BacklogReader, backlogReader } from './read-backlog.ts'
export { POLICY, sameMeaning } from './review.ts'
export { topicChangeOf } from './topic-change-of.ts'
