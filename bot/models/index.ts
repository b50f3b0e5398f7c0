export { type Champion, ensureChampion, mindOf, storedModel } from './champion.ts'
export {
  type ChampionChange,
  MODEL_KINDS,
  type ModelKind,
  modelsOf,
  promoteModel,
  rollBackModel,
  type WayBack,
} from './change-champion.ts'
export { followChampion } from './follow-champion.ts'
export { followGapModel, gapModelBytes, gapModelOf, PRIOR_GAP_MODEL, servingGapModel } from './gap-model.ts'
export { type Guarded, type GuardOptions, guardModel } from './guard-model.ts'
export { inWorker, type Progress, type WorkerReport } from './in-worker.ts'
export { proposedMind } from './proposed-mind.ts'
export { type Rollback, rollbacks } from './rollbacks.ts'
export { packThen, servedBefore } from './served-before.ts'
export { soundOf } from './sound.ts'
export { trainInWorker } from './train-in-worker.ts'
export { usableModel } from './usable-model.ts'
