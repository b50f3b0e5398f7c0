import { CandorError, type Clock, type KnowledgePack } from '../../domain/index.ts'
import { deserializeModel, type IntentModel, MODEL_FORMAT, understand } from '../../nlp/index.ts'
import type { ModelRecord, Store } from '../../store/index.ts'
import { packHash, trainingSetOf } from '../knowledge/index.ts'
import type { Policy } from '../policy/index.ts'
import type { Mind, ServingGapModel } from '../turn/mind.ts'
import { exampleLists } from './example-lists.ts'
import { PRIOR_GAP_MODEL } from './gap-model.ts'
import type { Progress } from './in-worker.ts'
import { soundOf } from './sound.ts'
import { trainInWorker } from './train-in-worker.ts'

/** Same data, same seed, same model: chosen once, written into every manifest. */
const SEED = 20_261_122

export interface Champion {
  id: string
  model: IntentModel
  /** False when the stored model already fitted the pack. */
  trained: boolean
}

/**
 * The model that serves this pack: the stored champion if it was trained on just this pack by this version of the
 * trainer and can be read, else a newly trained one, which then is the champion.
 */
export async function ensureChampion(
  store: Store,
  pack: KnowledgePack,
  clock: Clock,
  newId: () => string,
  onProgress: Progress,
): Promise<Champion> {
  const dataHash = modelDataHash(pack)
  const stored = await store.models.champion()
  if (stored && stored.dataHash === dataHash) {
    const model = readable(stored.bytes)
    if (model) return { id: stored.id, model, trained: false }
  }
  const { bytes, manifest } = await trainInWorker({ set: trainingSetOf(pack), seed: SEED }, onProgress)
  const id = newId()
  const at = clock.now()
  await store.models.save({ id, createdAt: at, dataHash, manifest, bytes }, { at, reason: 'pack', by: 'system' })
  return { id, model: deserializeModel(bytes), trained: true }
}

/**
 * A stored model as it is, whatever pack it was trained on: for what looks back, and serves nobody.
 * @throws CandorError MODEL_UNREADABLE when there is none, or this version cannot read it
 */
export function storedModel(record: ModelRecord | undefined): Champion {
  if (!record)
    throw new CandorError('MODEL_UNREADABLE', { problem: 'none is stored', mend: 'Train one with "npx candor train".' })
  return { id: record.id, model: deserializeModel(record.bytes), trained: false }
}

/** What a model must have been trained on, and by which trainer, to serve this pack. */
export function modelDataHash(pack: KnowledgePack): string {
  return `${packHash(pack)}.${SEED}.${MODEL_FORMAT}`
}

/** What the bot thinks with: a model, its pack, the policy, and how it estimates the gap. */
export function mindOf(
  champion: Champion,
  pack: KnowledgePack,
  policy: Policy,
  gapModel: ServingGapModel = PRIOR_GAP_MODEL,
): Mind {
  const { model } = champion
  const lists = exampleLists(model.listCases, policy)
  return {
    modelId: champion.id,
    pack,
    needs: new Map(pack.needs.map((need) => [need.name, need])),
    policy,
    topicChange: policy.belief.topicChange,
    answerAbove: policy.decide.answerAbove,
    lists,
    listCases: model.listCases,
    exampleLists: lists,
    understand: (text, now) => understand(model, text, { now, timeZone: pack.timeZone, products: pack.products }),
    wording: soundOf,
    gapModel,
  }
}

/** An upgrade that cannot read an old model trains again instead of failing. */
export function readable(bytes: Uint8Array): IntentModel | undefined {
  try {
    return deserializeModel(bytes)
  } catch (problem) {
    if (problem instanceof CandorError && problem.code === 'MODEL_UNREADABLE') return undefined
    throw problem
  }
}
