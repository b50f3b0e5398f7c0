import {
  type Agent,
  type CompanyPromise,
  type Escalation,
  isAtDesk,
  type Presence,
  type Treatment,
} from '../../../domain/index.ts'
import type { ConversationGlance, Store } from '../../../store/index.ts'
import { GIFTS_SHOWN_MS } from './desk-gifts.ts'
import { PROMISE_LIMIT } from './promise-reader.ts'

/** Longer queues are a crisis in which nobody reads past this. */
const WAITING_LIMIT = 200
/** What all agents have open together. */
const OPEN_LIMIT = 5_000

/** What stands behind everybody's queue, the same for all. */
export interface QueueSnapshot {
  /** Epoch milliseconds. */
  at: number
  waiting: Escalation[]
  /** Accepted and not ended, the longest accepted first. */
  open: Escalation[]
  people: Agent[]
  presences: Presence[]
  /** Still to be kept, to anybody. */
  promises: CompanyPromise[]
  /** What these customers were given lately, the latest first. */
  gifts: Treatment[]
  /** By conversation. */
  glances: ReadonlyMap<string, ConversationGlance>
  /** By conversation: up to where its agent has read. */
  agentRead: ReadonlyMap<string, number>
}

/**
 * Eight queries, however long the queue is.
 * @param waitingMinute what a minute of waiting adds to the priority: who waits comes into the list in the end
 */
export async function readQueueSnapshot(
  store: Pick<Store, 'escalations' | 'people' | 'promises' | 'conversations' | 'reads' | 'goodwill'>,
  waitingMinute: number,
  now: number,
): Promise<QueueSnapshot> {
  const [waiting, open, people, presences, promises] = await Promise.all([
    store.escalations.waiting(WAITING_LIMIT, waitingMinute),
    store.escalations.open(OPEN_LIMIT),
    store.people.list(),
    store.people.presences(),
    store.promises.open(PROMISE_LIMIT),
  ])
  const ids = [...new Set([...waiting, ...open].map(({ conversationId }) => conversationId))]
  const customerIds = [...new Set([...waiting, ...open].map(({ customerId }) => customerId))]
  const [glances, reads, gifts] = await Promise.all([
    store.conversations.glances(ids),
    store.reads.ofConversations(ids),
    store.goodwill.givenTo(customerIds, now - GIFTS_SHOWN_MS),
  ])
  const byAgents = reads.filter(({ reader }) => reader === 'agent')
  return {
    at: now,
    waiting,
    open,
    people,
    presences,
    promises,
    gifts,
    glances: new Map(glances.map((glance) => [glance.conversationId, glance])),
    agentRead: new Map(byAgents.map(({ conversationId, seq }) => [conversationId, seq])),
  }
}

/** The same for two snapshots between which nobody came, went, was offered or taken: what was said does not count. */
export function queueMarks({ at, waiting, open, presences }: QueueSnapshot): string {
  return JSON.stringify([
    waiting.map(({ id, routing }) => [id, routing.step]),
    open.map(({ id }) => id),
    presences.map((presence) => [presence.agentId, presence.available, isAtDesk(presence, at)]),
  ])
}
