import { Worker } from 'node:worker_threads'
import { CandorError } from '../../domain/index.ts'

/** Share done, 0..1, and what is being done. */
export type Progress = (done: number, phase: string) => void

/** What a worker sends home. */
export type WorkerReport<Result> = { kind: 'progress'; done: number; phase: string } | { kind: 'done'; result: Result }

/**
 * Does long work in a worker thread; the caller's thread stays free.
 * @param file the worker's module, which sends {@link WorkerReport}s
 * @param task its `workerData`
 * @param signal stops the work
 * @throws CandorError TRAINING_FAILED with what stopped it, whether the data, the signal or a fault
 */
export function inWorker<Result>(
  file: URL,
  task: unknown,
  onProgress: Progress,
  signal?: AbortSignal,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const fail = (problem: string, cause?: unknown) =>
      reject(new CandorError('TRAINING_FAILED', { problem }, { cause }))
    if (signal?.aborted) return fail('it was stopped before it began.')
    const worker = new Worker(file, { workerData: task })
    const stop = () => {
      fail('it was stopped.')
      void worker.terminate()
    }
    signal?.addEventListener('abort', stop, { once: true })
    worker.on('message', (report: WorkerReport<Result>) => {
      if (report.kind === 'progress') onProgress(report.done, report.phase)
      else resolve(report.result)
    })
    // What a worker throws arrives without its class; the text carries code and mend.
    worker.on('error', (cause) => fail(cause instanceof Error ? cause.message : String(cause), cause))
    worker.on('exit', (code) => {
      signal?.removeEventListener('abort', stop)
      if (code !== 0) fail(`the worker stopped with code ${code}.`)
    })
  })
}
