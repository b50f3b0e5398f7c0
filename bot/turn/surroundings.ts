import { trustScore } from '../../analytics/index.ts'
import type { CompanyPromise, Conversation, DecisionKind } from '../../domain/index.ts'
import type { Store } from '../../store/index.ts'
import type { Staff } from '../escalation/absence-of.ts'
import type { Policy } from '../policy/index.ts'

/** What somebody meets who is put into the queue, or waits there. */
export interface QueueSurroundings {
  /** Customers in the queue already. */
  waitingBefore: number
  staff: Staff
  /** What was promised in the conversation. */
  promises: readonly CompanyPromise[]
}

/** What a customer's message meets beside the bot. */
export interface Surroundings extends QueueSurroundings {
  /** The customer's trust, 0..1. */
  trust: number
  /** The agent who served them last in this conversation, if any. */
  servedBy?: string
}

type Sources = Pick<Store, 'escalations' | 'people' | 'promises'>

const NOTHING: Surroundings = { waitingBefore: 0, staff: { people: [], presences: [] }, promises: [], trust: 0 }

/**
 * Reads no more than the turn asks for: everything for a handover, the promises for who waits, nothing for the rest.
 * @param decided what the bot does; undefined where it is silent
 * @param now epoch milliseconds
 */
export async function surroundingsOf(
  store: Sources & Pick<Store, 'customers'>,
  { id, customerId, owner }: Pick<Conversation, 'id' | 'customerId' | 'owner'>,
  decided: DecisionKind | undefined,
  policy: Pick<Policy, 'trust'>,
  now: number,
): Promise<Surroundings> {
  if (decided === 'escalate') {
    const [queue, ledger, earlier] = await Promise.all([
      queueSurroundings(store, id),
      store.customers.trustEvents(customerId),
      store.escalations.ofConversation(id),
    ])
    const servedBy = earlier.findLast(({ agentId }) => agentId !== undefined)?.agentId
    return {
      ...queue,
      trust: trustScore(ledger, now, policy.trust).score,
      ...(servedBy !== undefined && { servedBy }),
    }
  }
  if (owner === 'queued') return { ...NOTHING, promises: await store.promises.ofConversation(id) }
  return NOTHING
}

export async function queueSurroundings(store: Sources, conversationId: string): Promise<QueueSurroundings> {
  const [waitingBefore, people, presences, promises] = await Promise.all([
    store.escalations.countWaiting(),
    store.people.list(),
    store.people.presences(),
    store.promises.ofConversation(conversationId),
  ])
  return { waitingBefore, staff: { people, presences }, promises }
}
