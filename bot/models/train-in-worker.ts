import { inWorker, type Progress } from './in-worker.ts'
import type { TrainingTask } from './training-worker.ts'

export interface TrainedModel {
  bytes: Uint8Array
  /** JSON: seed, metrics, versions. */
  manifest: string
}

/**
 * Trains an intent model in a worker thread.
 * @throws CandorError TRAINING_FAILED
 */
export function trainInWorker(task: TrainingTask, onProgress: Progress, signal?: AbortSignal): Promise<TrainedModel> {
  return inWorker(new URL('./training-worker.ts', import.meta.url), task, onProgress, signal)
}
