/**
 * The front door of understanding. Everything here is pure: no I/O, no clock.
 * `natural` and `compromise` are used below this folder only.
 */

export * from './active/index.ts'
export * from './clusters/index.ts'
export * from './decision/index.ts'
export { type EntityContext, findEntities } from './entities/find-entities.ts'
export {
  type EvaluationInput,
  type EvaluationOptions,
  evaluateIntents,
  type IntentEvaluation,
  type LabelledText,
} from './evaluation/evaluate-intents.ts'
export * from './gap/index.ts'
export * from './gate/index.ts'
export * from './guard/index.ts'
export { type Classification, classify, type IntentModel, MODEL_FORMAT, type ModelManifest } from './intent/model.ts'
export { deserializeModel, serializeModel } from './intent/model-codec.ts'
export { logistic } from './intent/softmax.ts'
export { splitNeeds } from './intent/split-needs.ts'
export { type TrainingOptions, trainIntentModel } from './intent/train.ts'
export type { IntentExample, TrainingSet } from './intent/training-set.ts'
export { type DetectedLanguage, detectLanguage } from './language/detect.ts'
export { normalizeText } from './language/normalize.ts'
export { type Lexicon, readLexicon } from './lexicon/lexicon.ts'
export * from './privacy/index.ts'
export * from './promises/index.ts'
export {
  type Collision,
  type ReviewOptions,
  reviewTrainingSet,
  type TrainingReview,
} from './review/review-training-set.ts'
export { compareTexts } from './similarity/compare-texts.ts'
export { type UnderstandingContext, understand } from './understand.ts'
