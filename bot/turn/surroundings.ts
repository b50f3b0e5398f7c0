import type { CompanyPromise, Conversation, DecisionKind } from '../../domain/index.ts'
import type { Store } from '../../store/index.ts'
import type { Staff } from '../escalation/absence-of.ts'

/** What a customer's message meets beside the bot. */
export interface Surroundings {
  /** Customers in the queue already. */
  waitingBefore: number
  staff: Staff
  /** What was promised in the conversation. */
  promises: readonly CompanyPromise[]
}

const NOTHING: Surroundings = { waitingBefore: 0, staff: { people: [], presences: [] }, promises: [] }

type Sources = Pick<Store, 'escalations' | 'people' | 'promises'>

/**
 * Reads no more than the turn asks for: everything for a handover, the promises for who waits, nothing for the rest.
 * @param decided what the bot does; undefined where it is silent
 */
export async function surroundingsOf(
  store: Sources,
  { id, owner }: Pick<Conversation, 'id' | 'owner'>,
  decided: DecisionKind | undefined,
): Promise<Surroundings> {
  if (decided === 'escalate') return queueSurroundings(store, id)
  if (owner === 'queued') return { ...NOTHING, promises: await store.promises.ofConversation(id) }
  return NOTHING
}

/** What somebody meets who is put into the queue, or waits there. */
export async function queueSurroundings(store: Sources, conversationId: string): Promise<Surroundings> {
  const [waitingBefore, people, presences, promises] = await Promise.all([
    store.escalations.countWaiting(),
    store.people.list(),
    store.people.presences(),
    store.promises.ofConversation(conversationId),
  ])
  return { waitingBefore, staff: { people, presences }, promises }
}
