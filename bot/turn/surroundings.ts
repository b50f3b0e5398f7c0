import { trustScore } from '../../analytics/index.ts'
import type { CompanyPromise, Conversation, DecisionKind } from '../../domain/index.ts'
import type { Store } from '../../store/index.ts'
import type { Staff } from '../escalation/absence-of.ts'
import type { Policy } from '../policy/index.ts'

/** What a customer's message meets beside the bot. */
export interface Surroundings {
  /** Customers in the queue already. */
  waitingBefore: number
  /** The customer's trust, 0..1. */
  trust: number
  /** The agent who served them last in this conversation, if any. */
  servedBy?: string
  staff: Staff
  /** What was promised in the conversation. */
  promises: readonly CompanyPromise[]
}

const NOTHING: Surroundings = { waitingBefore: 0, trust: 0, staff: { people: [], presences: [] }, promises: [] }

/**
 * Reads no more than the turn asks for: everything for a handover, the promises for who waits, nothing for the rest.
 * @param decided what the bot does; undefined where it is silent
 * @param now epoch milliseconds
 */
export async function surroundingsOf(
  store: Pick<Store, 'escalations' | 'people' | 'promises' | 'customers'>,
  { id, customerId, owner }: Pick<Conversation, 'id' | 'customerId' | 'owner'>,
  decided: DecisionKind | undefined,
  policy: Pick<Policy, 'trust'>,
  now: number,
): Promise<Surroundings> {
  if (decided === 'escalate') {
    const [waitingBefore, ledger, earlier, people, presences, promises] = await Promise.all([
      store.escalations.countWaiting(),
      store.customers.trustEvents(customerId),
      store.escalations.ofConversation(id),
      store.people.list(),
      store.people.presences(),
      store.promises.ofConversation(id),
    ])
    const trust = trustScore(ledger, now, policy.trust).score
    const servedBy = earlier.findLast(({ agentId }) => agentId !== undefined)?.agentId
    return { waitingBefore, trust, ...(servedBy !== undefined && { servedBy }), staff: { people, presences }, promises }
  }
  if (owner !== 'queued') return NOTHING
  return { ...NOTHING, promises: await store.promises.ofConversation(id) }
}
