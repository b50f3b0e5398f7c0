import type { KnowledgePack } from '../../../domain/index.ts'
import type { ModelRecord, Store } from '../../../store/index.ts'
import type { LearningReport } from '../../http/api.ts'
import { learntSetOf, newSince } from '../../models/index.ts'
import type { Policy } from '../../policy/index.ts'

/**
 * How far the next try of the model that understands messages is.
 * @param models the newest first
 */
export async function nextTry(
  store: Pick<Store, 'candidates'>,
  pack: KnowledgePack,
  { learning: { perCustomer, fewestNew } }: Pick<Policy, 'learning'>,
  models: readonly Pick<ModelRecord, 'manifest'>[],
): Promise<LearningReport['next']> {
  const [latest] = models
  const { accepted } = learntSetOf(pack, await store.candidates.accepted(), perCustomer)
  return { accepted: newSince(latest, accepted).length, needed: fewestNew }
}
