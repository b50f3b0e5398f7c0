import { parentPort, workerData } from 'node:worker_threads'
import {
  compareGapModels,
  type GapCase,
  type GapModel,
  type GapVerdict,
  serializeGapModel,
  spentLevel,
  trainGapModel,
} from '../../nlp/index.ts'
import type { WorkerReport } from '../models/index.ts'

export interface GapTask {
  cases: GapCase[]
  champion: GapModel
  /** How many challengers the champion has met, this one included. */
  attempt: number
  seed: number
  now: number
}

export type GapTaskResult =
  | { kind: 'trained'; model: string; dataHash: string; verdict: GapVerdict }
  /** Conversations that turned out unmet and met: too few of one kind to tell them apart. */
  | { kind: 'too-few'; unmet: number; met: number }

/** Trains a challenger and holds it against the champion, away from the thread that answers customers. */
const { cases, champion, attempt, seed, now } = workerData as GapTask
const send = (report: WorkerReport<GapTaskResult>) => parentPort?.postMessage(report)

const training = trainGapModel(cases, {
  seed,
  now,
  onProgress: (done) => send({ kind: 'progress', done: done * 0.95, phase: 'training' }),
})
send({ kind: 'done', result: training.kind === 'too-few' ? training : judged(training) })

function judged({ model, heldOut }: Extract<typeof training, { kind: 'trained' }>): GapTaskResult {
  const verdict = compareGapModels(champion, heldOut, { seed, level: spentLevel(attempt) })
  send({ kind: 'progress', done: 1, phase: 'comparing' })
  return { kind: 'trained', model: serializeGapModel(model), dataHash: model.dataHash, verdict }
}
