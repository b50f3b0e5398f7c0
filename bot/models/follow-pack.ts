import { CandorError, type KnowledgePack } from '../../domain/index.ts'
import type { IntentModel } from '../../nlp/index.ts'
import type { ModelRecord, Store } from '../../store/index.ts'
import { folderHash, learntHash, loadPack, packHash } from '../knowledge/index.ts'
import type { Sweep } from '../sweeps/run-sweeps.ts'
import type { Mind } from '../turn/mind.ts'
import { mindOf } from './champion.ts'
import { usableModel } from './usable-model.ts'

export interface FollowPackOptions {
  store: Pick<Store, 'models'>
  packDir: string
  current(): Mind
  adopt(mind: Mind): Promise<void>
  /** There is something else to learn in the folder than before. */
  onOtherToLearn(): void
  log: { info(fields: object, text: string): void; warn(fields: object, text: string): void }
}

/**
 * Takes over what has changed in the pack's folder while the server runs, between two turns: answers, replies, the help page,
 * and examples and needs that the model that serves does not know yet. A pack that lacks needs of that model waits until
 * another model serves, and one with problems is told once and not taken.
 */
export function followPack({ store, packDir, current, adopt, onOtherToLearn, log }: FollowPackOptions): Sweep {
  let seen: string | undefined

  async function readPack(): Promise<KnowledgePack | undefined> {
    try {
      return await loadPack(packDir)
    } catch (problem) {
      if (!(problem instanceof CandorError)) throw problem
      log.warn({ packDir, problem: problem.message }, 'the pack cannot be read as it is now; the one before goes on')
      return undefined
    }
  }

  function modelFor(pack: KnowledgePack, stored: ModelRecord): IntentModel | undefined {
    try {
      return usableModel(stored, pack)
    } catch (problem) {
      if (!(problem instanceof CandorError)) throw problem
      log.warn({ packDir, problem: problem.message }, 'the pack does not fit the model; the one before goes on')
      return undefined
    }
  }

  return {
    name: 'follow-pack',
    everyMs: 5_000,
    async run() {
      const found = await folderHash(packDir)
      if (found === seen) return 0
      const pack = await readPack()
      const { modelId, pack: before, policy, gapModel } = current()
      if (!pack || packHash(pack) === packHash(before)) {
        seen = found
        return 0
      }
      const stored = await store.models.get(modelId)
      // Another model has taken over in the meantime: it is looked at with that one.
      if (!stored || current().modelId !== modelId) return 0
      seen = found
      if (learntHash(pack) !== learntHash(before)) onOtherToLearn()
      const model = modelFor(pack, stored)
      if (!model) return 0
      await adopt(mindOf({ id: modelId, model, trained: false }, pack, policy, gapModel))
      log.info({ packDir, modelId }, 'the pack has changed, and serves as it is now')
      return 1
    },
  }
}
