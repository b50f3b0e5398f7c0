import { Worker } from 'node:worker_threads'
import { CandorError } from '../../domain/index.ts'
import type { TrainingReport, TrainingTask } from './training-worker.ts'

export type Progress = (done: number, phase: string) => void

export interface TrainedModel {
  bytes: Uint8Array
  /** JSON: seed, metrics, versions. */
  manifest: string
}

/**
 * Trains in a worker thread; the caller's thread stays free.
 * @param onProgress share done, 0..1, and what is being done
 * @throws CandorError TRAINING_TOO_LITTLE, or whatever stopped the worker
 */
export function trainInWorker(task: TrainingTask, onProgress: Progress): Promise<TrainedModel> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./training-worker.ts', import.meta.url), { workerData: task })
    worker.on('message', (report: TrainingReport) => {
      if (report.kind === 'progress') onProgress(report.done, report.phase)
      else resolve({ bytes: report.bytes, manifest: report.manifest })
    })
    // What a worker throws arrives without its class; the text carries code and mend.
    worker.on('error', (cause) => reject(new CandorError('TRAINING_FAILED', { problem: cause.message }, { cause })))
    worker.on('exit', (code) => {
      if (code !== 0) reject(new CandorError('TRAINING_FAILED', { problem: `the worker stopped with code ${code}` }))
    })
  })
}
