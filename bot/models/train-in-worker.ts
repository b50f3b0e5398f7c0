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
 * @param signal stops the training
 * @throws CandorError TRAINING_FAILED with what stopped it, whether the data, the signal or a fault
 */
export function trainInWorker(task: TrainingTask, onProgress: Progress, signal?: AbortSignal): Promise<TrainedModel> {
  return new Promise((resolve, reject) => {
    const fail = (problem: string, cause?: unknown) =>
      reject(new CandorError('TRAINING_FAILED', { problem }, { cause }))
    if (signal?.aborted) return fail('it was stopped before it began.')
    const worker = new Worker(new URL('./training-worker.ts', import.meta.url), { workerData: task })
    const stop = () => {
      fail('it was stopped.')
      void worker.terminate()
    }
    signal?.addEventListener('abort', stop, { once: true })
    worker.on('message', (report: TrainingReport) => {
      if (report.kind === 'progress') onProgress(report.done, report.phase)
      else resolve({ bytes: report.bytes, manifest: report.manifest })
    })
    // What a worker throws arrives without its class; the text carries code and mend.
    worker.on('error', (cause) => fail(cause instanceof Error ? cause.message : String(cause), cause))
    worker.on('exit', (code) => {
      signal?.removeEventListener('abort', stop)
      if (code !== 0) fail(`the worker stopped with code ${code}.`)
    })
  })
}
