export { type Champion, ensureChampion, mindOf, storedModel } from './champion.ts'
export { followChampion } from './follow-champion.ts'
export { type Progress, trainInWorker } from './train-in-worker.ts'
