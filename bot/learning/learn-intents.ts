import type { Clock, KnowledgePack } from '../../domain/index.ts'
import type { ModelRecord, Store } from '../../store/index.ts'
import {
  type AcceptedMessage,
  type IntentTry,
  inWorker,
  keepTrainedPack,
  learntSetOf,
  MODEL_SEED,
  modelDataHash,
  modelOriginOf,
  newSince,
  noneStored,
  type Progress,
  withOrigin,
} from '../models/index.ts'
import type { Policy } from '../policy/index.ts'
import type { IntentTask, IntentTaskResult } from './intent-worker.ts'
import { oneAtATime } from './one-at-a-time.ts'

export interface LearnIntentsOptions {
  store: Pick<Store, 'models' | 'candidates' | 'settings'>
  /** As it lies in its folder now. */
  pack: KnowledgePack
  policy: Pick<Policy, 'learning'>
  startedBy: IntentTry['startedBy']
  clock: Clock
  newId(): string
  onProgress?: Progress
  signal?: AbortSignal
}

export type IntentLearning =
  | { kind: 'tried'; id: string; promoted: boolean; about: IntentTry }
  /** Messages accepted since the last model was trained, and how many are needed while the pack teaches the same. */
  | { kind: 'too-few-new'; fresh: number; needed: number }
  /** Somebody else is trying one, until then at the longest, epoch milliseconds. */
  | { kind: 'under-way'; until: number }
  /** Another model has begun to serve while this one was trained: it was judged against one that is gone. */
  | { kind: 'overtaken' }

/**
 * Trains a challenger on the pack and on what was accepted, holds it against the model that serves, and promotes it only
 * on that verdict. Every challenger is kept with its verdict. Does nothing while too little is new since the last one was
 * trained; running it again changes nothing.
 * @throws CandorError MODEL_UNREADABLE when no model serves yet, TRAINING_FAILED
 */
export async function learnIntents(options: LearnIntentsOptions): Promise<IntentLearning> {
  const { store, clock, newId } = options
  const turn = await oneAtATime({ store, key: 'learn-intents', clock, newId }, (holds) => tryOne(options, holds))
  return turn.kind === 'done' ? turn.result : { kind: 'under-way', until: turn.until }
}

async function tryOne(options: LearnIntentsOptions, holds: () => Promise<boolean>): Promise<IntentLearning> {
  const { store, pack, policy, startedBy, clock, newId, onProgress = () => undefined, signal } = options
  const { perCustomer, fewestNew } = policy.learning
  const champion = await store.models.champion()
  if (!champion) throw noneStored()
  const models = await store.models.list()
  const dataHash = modelDataHash(pack)
  const { training, suite, accepted } = learntSetOf(pack, await store.candidates.accepted(), perCustomer)

  const latest = models[0] ?? champion
  const fresh = newSince(latest, accepted).length
  if (latest.dataHash === dataHash && fresh < fewestNew) return { kind: 'too-few-new', fresh, needed: fewestNew }

  const newToChampion = newSince(champion, accepted).filter(isTaught)
  const attempt = 1 + models.filter((model) => championOf(model) === champion.id).length
  const task: IntentTask = {
    training,
    fresh: newToChampion.filter(({ isEvidence }) => isEvidence),
    suite,
    champion: champion.bytes,
    attempt,
    seed: MODEL_SEED,
  }
  const { bytes, manifest, verdict } = await inWorker<IntentTaskResult>(
    new URL('./intent-worker.ts', import.meta.url),
    task,
    onProgress,
    signal,
  )

  if (!(await holds()) || (await store.models.champion())?.id !== champion.id) return { kind: 'overtaken' }
  const at = clock.now()
  const candidates = { learnt: accepted.filter(isTaught).length, fresh: newToChampion.length }
  const about: IntentTry = { triedAt: at, startedBy, against: champion.id, attempt, candidates, verdict }
  const origin = { origin: { kind: 'learnt', attempt: about }, accepted: accepted.map(({ id }) => id) } as const
  const id = newId()
  await keepTrainedPack(store, dataHash, pack)
  await store.models.save(
    { id, createdAt: at, dataHash, manifest: withOrigin(manifest, origin), bytes },
    verdict.promote ? { at, reason: 'gate', by: BY[startedBy] } : undefined,
  )
  return { kind: 'tried', id, promoted: verdict.promote, about }
}

/** Who promotes, where the gate lets a challenger pass. */
const BY = { sweep: 'system', command: 'command' } as const

function isTaught({ use }: AcceptedMessage): boolean {
  return use === 'training'
}

/** The champion that a stored model was held against; undefined for one that was made of the pack. */
function championOf(model: Pick<ModelRecord, 'manifest'>): string | undefined {
  const origin = modelOriginOf(model)
  return origin.kind === 'learnt' ? origin.attempt.against : undefined
}
