import { trustScore } from '../../analytics/index.ts'
import type { Conversation, DecisionKind } from '../../domain/index.ts'
import type { Store } from '../../store/index.ts'
import type { Policy } from '../policy/index.ts'

/** What a customer's message meets beside the bot. */
export interface Surroundings {
  /** Customers in the queue already. */
  waitingBefore: number
  /** The customer's trust, 0..1. */
  trust: number
  /** The agent who served them last in this conversation, if any. */
  servedBy?: string
}

const NOTHING: Surroundings = { waitingBefore: 0, trust: 0 }

/**
 * Reads no more than the turn asks for: everything for a handover, nothing for the rest.
 * @param decided what the bot does; undefined where it is silent
 * @param now epoch milliseconds
 */
export async function surroundingsOf(
  store: Pick<Store, 'escalations' | 'customers'>,
  { id, customerId }: Pick<Conversation, 'id' | 'customerId'>,
  decided: DecisionKind | undefined,
  policy: Pick<Policy, 'trust'>,
  now: number,
): Promise<Surroundings> {
  if (decided !== 'escalate') return NOTHING
  const [waitingBefore, ledger, earlier] = await Promise.all([
    store.escalations.countWaiting(),
    store.customers.trustEvents(customerId),
    store.escalations.ofConversation(id),
  ])
  const servedBy = earlier.findLast(({ agentId }) => agentId !== undefined)?.agentId
  const trust = trustScore(ledger, now, policy.trust).score
  return { waitingBefore, trust, ...(servedBy !== undefined && { servedBy }) }
}
