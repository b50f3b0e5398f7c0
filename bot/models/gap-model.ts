import { CandorError } from '../../domain/index.ts'
import { deserializeGapModel, type GapModel, PRIOR_GAP, serializeGapModel } from '../../nlp/index.ts'
import type { Store } from '../../store/index.ts'
import type { Sweep } from '../sweeps/run-sweeps.ts'
import type { ServingGapModel } from '../turn/mind.ts'

/** What a fresh install estimates with. */
export const PRIOR_GAP_MODEL: ServingGapModel = { id: 'prior', model: PRIOR_GAP }

export function gapModelBytes(model: GapModel): Uint8Array {
  return new TextEncoder().encode(serializeGapModel(model))
}

/** @throws CandorError MODEL_UNREADABLE */
export function gapModelOf(bytes: Uint8Array): GapModel {
  return deserializeGapModel(new TextDecoder().decode(bytes))
}

type Log = { warn(fields: object, text: string): void }

/** The gap model that serves: the stored champion, or the prior where there is none or this version cannot read it. */
export async function servingGapModel(store: Pick<Store, 'gapModels'>, log: Log): Promise<ServingGapModel> {
  return (await readChampion(store, log)) ?? PRIOR_GAP_MODEL
}

/**
 * Takes over a gap model that was promoted while the server runs, here or on another node, between two turns.
 * Of one that this version cannot read it is said once, and the one before goes on.
 */
export function followGapModel(
  store: Pick<Store, 'gapModels'>,
  current: () => ServingGapModel,
  adopt: (gapModel: ServingGapModel) => void | Promise<void>,
  log: Log,
): Sweep {
  let refused: string | undefined
  return {
    name: 'follow-gap-model',
    everyMs: 5_000,
    async run() {
      const [serving] = await store.gapModels.services()
      const id = serving?.modelId ?? PRIOR_GAP_MODEL.id
      if (id === current().id || id === refused) return 0
      const next = id === PRIOR_GAP_MODEL.id ? PRIOR_GAP_MODEL : await readChampion(store, log)
      if (!next) {
        refused = id
        return 0
      }
      await adopt(next)
      return 1
    },
  }
}

async function readChampion(store: Pick<Store, 'gapModels'>, log: Log): Promise<ServingGapModel | undefined> {
  const stored = await store.gapModels.champion()
  if (!stored) return undefined
  try {
    return { id: stored.id, model: gapModelOf(stored.bytes) }
  } catch (problem) {
    if (!(problem instanceof CandorError)) throw problem
    log.warn({ gapModelId: stored.id, problem: problem.message }, 'the promoted gap model does not serve')
    return undefined
  }
}
