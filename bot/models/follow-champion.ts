import type { Store } from '../../store/index.ts'
import { loadPack } from '../knowledge/index.ts'
import type { Sweep } from '../sweeps/run-sweeps.ts'
import type { Mind } from '../turn/mind.ts'
import { mindOf, modelDataHash, readable } from './champion.ts'

/**
 * Takes over a new champion while the server runs: `candor train` after a change of the pack, here or on another node.
 * Model and pack change together, between two turns; a turn that has begun ends with the mind it began with.
 */
export function followChampion(
  store: Pick<Store, 'models'>,
  packDir: string,
  current: () => Mind,
  adopt: (mind: Mind) => Promise<void>,
  log: { warn(fields: object, text: string): void },
): Sweep {
  let refused: string | undefined
  return {
    name: 'follow-champion',
    everyMs: 5_000,
    async run() {
      const champion = (await store.models.list()).find(({ status }) => status === 'champion')
      if (!champion || champion.id === current().modelId || champion.id === refused) return 0
      const pack = await loadPack(packDir)
      const stored = await store.models.get(champion.id)
      const model = stored?.dataHash === modelDataHash(pack) ? readable(stored.bytes) : undefined
      if (!model) {
        // Said once, not every five seconds: the pack here is not the one it was trained on, or this version cannot read it.
        refused = champion.id
        log.warn({ modelId: champion.id, packDir }, 'the new champion does not fit the pack here; the old one goes on')
        return 0
      }
      const { policy, gapModel } = current()
      await adopt(mindOf({ id: champion.id, model, trained: false }, pack, policy, gapModel))
      return 1
    },
  }
}
