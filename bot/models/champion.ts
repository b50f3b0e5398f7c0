import { CandorError, type Clock, type KnowledgePack } from '../../domain/index.ts'
import { deserializeModel, type IntentModel, MODEL_FORMAT, understand } from '../../nlp/index.ts'
import type { ModelRecord, Store } from '../../store/index.ts'
import { learntHash } from '../knowledge/index.ts'
import type { Policy } from '../policy/index.ts'
import type { Mind, ServingGapModel } from '../turn/mind.ts'
import { exampleLists } from './example-lists.ts'
import { PRIOR_GAP_MODEL } from './gap-model.ts'
import type { Progress } from './in-worker.ts'
import { learntSetOf } from './learnt-set.ts'
import { withOrigin } from './model-origin.ts'
import { packThen } from './served-before.ts'
import { soundOf } from './sound.ts'
import { trainInWorker } from './train-in-worker.ts'
import { keepTrainedPack } from './trained-pack.ts'
import { usableModel } from './usable-model.ts'

/** Same data, same seed, same model: chosen once, written into every manifest. */
export const MODEL_SEED = 20_261_122

export interface Champion {
  id: string
  model: IntentModel
  /** False when the stored model already fitted the pack. */
  trained: boolean
}

/**
 * The model that serves this pack: the stored champion if the pack teaches what it taught when that was promoted and it
 * can be read, else a newly trained one, which then is the champion: of the pack and of all accepted messages.
 */
export async function ensureChampion(
  store: Store,
  pack: KnowledgePack,
  { learning }: Pick<Policy, 'learning'>,
  clock: Clock,
  newId: () => string,
  onProgress: Progress,
): Promise<Champion> {
  const dataHash = modelDataHash(pack)
  const stored = await store.models.champion()
  if (stored && (stored.dataHash === dataHash || (await packWhenPromoted(store)) === dataHash)) {
    const model = usable(stored, pack)
    if (model) return { id: stored.id, model, trained: false }
  }
  const { training, accepted } = learntSetOf(pack, await store.candidates.accepted(), learning.perCustomer)
  const { bytes, manifest: trained } = await trainInWorker({ set: training, seed: MODEL_SEED }, onProgress)
  const manifest = withOrigin(trained, { origin: { kind: 'pack' }, accepted: accepted.map(({ id }) => id) })
  const id = newId()
  const at = clock.now()
  await keepTrainedPack(store, dataHash, pack)
  await store.models.save({ id, createdAt: at, dataHash, manifest, bytes }, { at, reason: 'pack', by: 'system' })
  return { id, model: deserializeModel(bytes), trained: true }
}

/**
 * A stored model as it is, whatever pack it was trained on: for what looks back, and serves nobody.
 * @throws CandorError MODEL_UNREADABLE when there is none, or this version cannot read it
 */
export function storedModel(record: ModelRecord | undefined): Champion {
  if (!record) throw noneStored()
  return { id: record.id, model: deserializeModel(record.bytes), trained: false }
}

export function noneStored(): CandorError {
  return new CandorError('MODEL_UNREADABLE', { problem: 'none is stored', mend: 'Train one with "npx candor train".' })
}

/** What a model must have been trained on, and by which trainer, to serve this pack. */
export function modelDataHash(pack: KnowledgePack): string {
  return `${learntHash(pack)}.${MODEL_SEED}.${MODEL_FORMAT}`
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
function usable(record: ModelRecord, pack: KnowledgePack): IntentModel | undefined {
  try {
    return usableModel(record, pack)
  } catch (problem) {
    if (problem instanceof CandorError) return undefined
    throw problem
  }
}

async function packWhenPromoted({ models }: Pick<Store, 'models'>): Promise<string | undefined> {
  return packThen(await models.services(), await models.list())
}
