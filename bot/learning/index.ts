export { type IntentTry, type ModelOrigin, modelOriginOf, useOf } from '../models/index.ts'
export {
  type CandidateReview,
  type CandidateReviewOptions,
  candidateReview,
  type ShownCandidate,
} from './candidate-review.ts'
export { endedEpisodes } from './ended-episodes.ts'
export { factsOf, finalOutcome } from './episode-facts.ts'
export { gapCases } from './gap-cases.ts'
export { type GapTry, gapTryOf } from './gap-try.ts'
export { type GatherOptions, gatherCandidates } from './gather-candidates.ts'
export { type GapLearning, type LearnGapOptions, learnGap } from './learn-gap.ts'
export { type IntentLearning, type LearnIntentsOptions, learnIntents } from './learn-intents.ts'
export { type OrderByGain, orderInWorker } from './order-in-worker.ts'
export { type LearnPolicyOptions, learnPolicy, type PolicyLearning } from './policy/learn-policy.ts'
export { type PolicyTry, policyHash, policyInForce, policyTries } from './policy/policy-try.ts'
export { type AnswerReader, answerReader } from './read-answers.ts'
export { type BacklogOptions, type BacklogReader, backlogReader, type PackFolder } from './read-backlog.ts'
export { POLICY, type ReviewAct, sameMeaning } from './review.ts'
export { topicChangeOf } from './topic-change-of.ts'
