import { parentPort, workerData } from 'node:worker_threads'
import { serializeModel, type TrainingSet, trainIntentModel } from '../../nlp/index.ts'
import { loadLexicon } from '../knowledge/index.ts'
import type { WorkerReport } from './in-worker.ts'
import type { TrainedModel } from './train-in-worker.ts'

export interface TrainingTask {
  set: TrainingSet
  seed: number
}

/** Trains one model away from the thread that answers customers, and sends it home as bytes. */
const { set, seed } = workerData as TrainingTask
const send = (report: WorkerReport<TrainedModel>) => parentPort?.postMessage(report)

const model = trainIntentModel(set, {
  seed,
  lexicon: loadLexicon(),
  onProgress: (done, phase) => send({ kind: 'progress', done, phase }),
})
send({ kind: 'done', result: { bytes: serializeModel(model), manifest: JSON.stringify(model.manifest) } })
