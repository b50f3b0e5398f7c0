import { parentPort, workerData } from 'node:worker_threads'
import {
  compareIntentModels,
  deserializeModel,
  type IntentVerdict,
  judgeChallenger,
  type LabelledMessage,
  serializeModel,
  type TrainingSet,
} from '../../nlp/index.ts'
import { loadLexicon } from '../knowledge/index.ts'
import type { WorkerReport } from '../models/index.ts'

export interface IntentTask {
  training: TrainingSet
  /** Messages of it that are new to the champion. */
  fresh: LabelledMessage[]
  suite: LabelledMessage[]
  champion: Uint8Array
  /** How many challengers the champion has met, this one included. */
  attempt: number
  seed: number
}

export interface IntentTaskResult {
  bytes: Uint8Array
  /** JSON, of the training. */
  manifest: string
  verdict: IntentVerdict
}

/** Trains a challenger and holds it against the champion, away from the thread that answers customers. */
const { training, fresh, suite, champion: bytes, attempt, seed } = workerData as IntentTask
const send = (report: WorkerReport<IntentTaskResult>) => parentPort?.postMessage(report)

const champion = deserializeModel(bytes)
const { challenger, judged } = judgeChallenger(
  { training, fresh, suite, champion },
  { seed, lexicon: loadLexicon(), onProgress: (done, phase) => send({ kind: 'progress', done: done * 0.95, phase }) },
)
const verdict = compareIntentModels(judged, {
  newNeeds: challenger.needs.filter((need) => !champion.needs.includes(need)),
  goneNeeds: champion.needs.filter((need) => !challenger.needs.includes(need)),
  attempt,
  seed,
})
send({ kind: 'progress', done: 1, phase: 'comparing' })
send({
  kind: 'done',
  result: { bytes: serializeModel(challenger), manifest: JSON.stringify(challenger.manifest), verdict },
})
