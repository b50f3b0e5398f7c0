import type { Store } from '../../store/index.ts'
import type { GapModelInForce } from '../http/api.ts'
import { gapTryOf } from '../learning/index.ts'

/** Whether the gap is a prior's or learnt, and from how much. */
export async function gapModelInForce(store: Pick<Store, 'gapModels'>): Promise<GapModelInForce> {
  const champion = (await store.gapModels.list()).find(({ status }) => status === 'champion')
  if (!champion) return { kind: 'prior' }
  const { known, missing } = gapTryOf(champion).outcomes
  return { kind: 'trained', id: champion.id, outcomes: known, missing }
}
