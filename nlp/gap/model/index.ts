export { deserializeGapModel, serializeGapModel } from './codec.ts'
export { compareGapModels, type GapGateReason, type GapVerdict } from './compare-gap-models.ts'
export {
  detailGap,
  GAP_FEATURES,
  type GapEvidence,
  type GapFeature,
  type GapFeatures,
  gapFeatures,
  gapFeaturesOf,
} from './features.ts'
export { type GapCase, type JudgedGap, metricsOf } from './gap-case.ts'
export {
  GAP_FORMAT,
  type GapLanguage,
  type GapMetrics,
  type GapModel,
  type PriorGapModel,
  type TrainedGapModel,
} from './gap-model.ts'
export { PRIOR_GAP } from './prior.ts'
export { type GapTraining, type GapTrainingOptions, trainGapModel } from './train-gap.ts'
