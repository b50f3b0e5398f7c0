import { CandorError, type KnowledgePack } from '../../domain/index.ts'
import type { Store } from '../../store/index.ts'
import { folderHash, loadPack } from '../knowledge/index.ts'
import type { Sweep } from '../sweeps/run-sweeps.ts'
import type { Mind } from '../turn/mind.ts'
import { mindOf } from './champion.ts'
import { usableModel } from './usable-model.ts'

/**
 * Takes over a new champion while the server runs: one that was learnt, chosen or gone back to, here or on another node.
 * Model and pack change together, between two turns; a turn that has begun ends with the mind it began with. Where the
 * pack's folder has problems the champion serves with the pack before, and one that does not fit the pack is looked at again
 * when the pack has changed.
 */
export function followChampion(
  store: Pick<Store, 'models'>,
  packDir: string,
  current: () => Mind,
  adopt: (mind: Mind) => Promise<void>,
  log: { warn(fields: object, text: string): void },
): Sweep {
  let refused: string | undefined

  /** As it lies in its folder, or as it serves where that has problems. */
  async function soundPack(): Promise<KnowledgePack> {
    try {
      return await loadPack(packDir)
    } catch (problem) {
      if (!(problem instanceof CandorError)) throw problem
      return current().pack
    }
  }

  return {
    name: 'follow-champion',
    everyMs: 5_000,
    async run() {
      const [serving] = await store.models.services()
      const id = serving?.modelId
      if (id === undefined || id === current().modelId) return 0
      const attempt = `${id} ${await folderHash(packDir)}`
      if (attempt === refused) return 0
      const pack = await soundPack()
      const stored = await store.models.get(id)
      if (!stored) return 0
      try {
        const model = usableModel(stored, pack)
        const { policy, gapModel } = current()
        await adopt(mindOf({ id, model, trained: false }, pack, policy, gapModel))
        return 1
      } catch (problem) {
        if (!(problem instanceof CandorError)) throw problem
        // Said once, not every five seconds: the pack here is another, or this version cannot read it.
        refused = attempt
        log.warn(
          { modelId: id, packDir, problem: problem.message },
          'the new champion cannot serve here; the old one goes on',
        )
        return 0
      }
    },
  }
}
