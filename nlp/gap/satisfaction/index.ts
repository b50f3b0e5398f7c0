export { deserializeSatisfaction, serializeSatisfaction } from './codec.ts'
export { DISSATISFIED_BELOW, type DialogueTurn, type RatedConversation, type RatedTurn } from './dialogue.ts'
export {
  crossValidateSatisfaction,
  type JudgedTurn,
  judgeSatisfaction,
  type SatisfactionEvaluation,
  type SatisfactionVerdict,
} from './evaluate.ts'
export {
  type ConversationEstimate,
  type DissatisfactionEstimate,
  estimateConversation,
  estimateDissatisfaction,
  SATISFACTION_FORMAT,
  type SatisfactionFeature,
  type SatisfactionManifest,
  type SatisfactionModel,
  type SatisfactionReason,
} from './model.ts'
export { NAMED_FEATURES, type NamedFeature } from './named-features.ts'
export { priorSatisfaction } from './prior.ts'
export { type ReliabilityBin, reliabilityBins } from './reliability.ts'
export { type SatisfactionTrainingOptions, trainSatisfaction } from './train.ts'
