export {
  type Champion,
  ensureChampion,
  MODEL_SEED,
  mindOf,
  modelDataHash,
  noneStored,
  storedModel,
} from './champion.ts'
export {
  type ChampionChange,
  MODEL_KINDS,
  type ModelKind,
  modelsOf,
  promoteModel,
  rollBackModel,
} from './change-champion.ts'
export { followChampion } from './follow-champion.ts'
export { followPack } from './follow-pack.ts'
export { followGapModel, gapModelBytes, gapModelOf, PRIOR_GAP_MODEL, servingGapModel } from './gap-model.ts'
export { type Guarded, guardModel } from './guard-model.ts'
export { inWorker, type Progress, type WorkerReport } from './in-worker.ts'
export { type AcceptedMessage, learntSetOf, useOf } from './learnt-set.ts'
export { type IntentTry, type ModelOrigin, modelOriginOf, newSince, withOrigin } from './model-origin.ts'
export { proposedMind } from './proposed-mind.ts'
export { packThen, servedBefore } from './served-before.ts'
export { soundOf } from './sound.ts'
export { isOfSuite } from './suite.ts'
export { trainInWorker } from './train-in-worker.ts'
export { keepTrainedPack, trainedPackOf } from './trained-pack.ts'
