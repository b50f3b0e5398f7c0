import type { Clock } from '../../../domain/index.ts'
import { findPromises } from '../../../nlp/index.ts'
import type { Store } from '../../../store/index.ts'
import { hoursOf, queueFor } from '../../policy/index.ts'
import { type Hearing, proposedPromises } from '../../promises/index.ts'
import type { Mind } from '../../turn/mind.ts'
import type { DeskPromiseProposal } from '../api.ts'

/** What an agent's text promises the customer and nobody keeps track of yet, for the agent to accept, change or refuse. */
export function promiseProposals(
  store: Pick<Store, 'escalations' | 'promises'>,
  mind: () => Pick<Mind, 'policy' | 'pack'>,
  clock: Clock,
  heard: Pick<Hearing, 'keptBack'>,
): (conversationId: string, text: string) => Promise<DeskPromiseProposal[]> {
  return async (conversationId, text) => {
    // Nearly every message promises nothing, and costs nothing.
    if (findPromises(text).length === 0) return []
    const [standing, escalations, keptBack] = await Promise.all([
      store.promises.ofConversation(conversationId),
      store.escalations.ofConversation(conversationId),
      heard.keptBack(),
    ])
    const { policy, pack } = mind()
    const hours = hoursOf(policy, escalations.at(-1)?.queue ?? queueFor(policy.queues, undefined))
    const proposed = proposedPromises(text, standing, { at: clock.now(), hours, timeZone: pack.timeZone }, keptBack)
    return proposed.map(({ action: _, certainty: __, ...shown }) => shown)
  }
}
