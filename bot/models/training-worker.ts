import { parentPort, workerData } from 'node:worker_threads'
import { serializeModel, type TrainingSet, trainIntentModel } from '../../nlp/index.ts'
import { loadLexicon } from '../knowledge/index.ts'

export interface TrainingTask {
  set: TrainingSet
  seed: number
}

export type TrainingReport =
  | { kind: 'progress'; done: number; phase: string }
  | { kind: 'trained'; bytes: Uint8Array; manifest: string }

/** Trains one model away from the thread that answers customers, and sends it home as bytes. */
const { set, seed } = workerData as TrainingTask
const send = (report: TrainingReport) => parentPort?.postMessage(report)

const model = trainIntentModel(set, {
  seed,
  lexicon: loadLexicon(),
  onProgress: (done, phase) => send({ kind: 'progress', done, phase }),
})
send({ kind: 'trained', bytes: serializeModel(model), manifest: JSON.stringify(model.manifest) })
