import { trustScore } from '../../analytics/index.ts'
import type { CompanyPromise, Conversation, Decision, Need, Treatment } from '../../domain/index.ts'
import type { Store } from '../../store/index.ts'
import type { Staff } from '../escalation/absence-of.ts'
import { priorityOf } from '../goodwill/index.ts'
import { NEVER_ASKED, type SurveyFacts, surveyFacts } from '../survey/index.ts'
import type { Mind } from './mind.ts'

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
  /** For the question how it went. */
  surveys: SurveyFacts
  /** They were given that their handover is served sooner; used already where an earlier one of the conversation did. */
  ahead?: Treatment
}

type Sources = Pick<Store, 'escalations' | 'people' | 'promises'>

const NOTHING: Surroundings = {
  waitingBefore: 0,
  staff: { people: [], presences: [] },
  promises: [],
  trust: 0,
  surveys: NEVER_ASKED,
}

/**
 * Reads no more than the turn asks for: everything for a handover, the promises for who waits and before one is made, what
 * was asked before at the end, nothing for the rest.
 * @param decided what the bot does; undefined where it is silent
 * @param now epoch milliseconds
 */
export async function surroundingsOf(
  store: Sources & Pick<Store, 'customers' | 'goodwill' | 'surveys'>,
  { id, customerId, owner }: Pick<Conversation, 'id' | 'customerId' | 'owner'>,
  decided: Decision | undefined,
  { policy, needs }: Pick<Mind, 'policy' | 'needs'>,
  now: number,
): Promise<Surroundings> {
  if (decided?.kind === 'escalate') {
    const [queue, ledger, earlier, treatments] = await Promise.all([
      queueSurroundings(store, id),
      store.customers.trustEvents(customerId),
      store.escalations.ofConversation(id),
      store.goodwill.ofCustomer(customerId),
    ])
    const servedBy = earlier.findLast(({ agentId }) => agentId !== undefined)?.agentId
    const ahead = priorityOf(treatments, earlier, policy.goodwill.priority.days, now)
    return {
      ...NOTHING,
      ...queue,
      trust: trustScore(ledger, now, policy.trust).score,
      ...(servedBy !== undefined && { servedBy }),
      ...(ahead && { ahead }),
    }
  }
  if (decided?.kind === 'resolve') return { ...NOTHING, surveys: await surveyFacts(store, { id, customerId }) }
  if (owner === 'queued' || promisesAnything(decided, needs))
    return { ...NOTHING, promises: await store.promises.ofConversation(id) }
  return NOTHING
}

/** The bot is about to give an answer with which the company promises something. */
function promisesAnything(decided: Decision | undefined, needs: ReadonlyMap<string, Need>): boolean {
  const parts = decided?.kind === 'several' ? decided.parts : decided ? [decided] : []
  return parts.some((part) => part.kind === 'answer' && needs.get(part.need)?.answer.promise !== undefined)
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
