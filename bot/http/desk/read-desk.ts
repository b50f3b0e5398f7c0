import { trustScore } from '../../../analytics/index.ts'
import {
  type Agent,
  CandorError,
  type Clock,
  type Conversation,
  type Escalation,
  type KnowledgePack,
  type Message,
} from '../../../domain/index.ts'
import type { Store } from '../../../store/index.ts'
import type { Policy } from '../../policy/index.ts'
import type { DeskConversation, DeskEscalation, DeskMessage, DeskQueue } from '../api.ts'
import { deskConversation, deskEscalation, deskMessage } from './desk-view.ts'

/** Longer queues are a crisis in which nobody reads past this. */
const QUEUE_LIMIT = 200
/** The newest messages of a conversation; an agent does not scroll further back. */
const MESSAGE_LIMIT = 2_000
/** Enough to find what the customer wrote last, behind the bot's and the system's words. */
const GLANCE = 12

export interface DeskReader {
  queue(agent: Agent): Promise<DeskQueue>
  /** @throws CandorError CONVERSATION_UNKNOWN */
  conversation(id: string, viewer: Agent): Promise<DeskConversation>
  message(message: Message): Promise<DeskMessage>
}

/** Reads from the store what the desk shows. */
export function deskReader(
  store: Store,
  pack: () => KnowledgePack,
  policy: Pick<Policy, 'trust'>,
  clock: Clock,
): DeskReader {
  async function line(escalation: Escalation): Promise<DeskEscalation> {
    const [conversation, customer] = await Promise.all([
      store.conversations.get(escalation.conversationId),
      store.customers.get(escalation.customerId),
    ])
    const messages = conversation ? await newest(conversation, GLANCE) : []
    return deskEscalation({ escalation, conversation, customer, messages }, pack())
  }

  function newest(conversation: Conversation, count: number): Promise<Message[]> {
    return store.conversations.messages(conversation.id, Math.max(0, conversation.lastSeq - count), count)
  }

  async function agentsBy(ids: (string | undefined)[]): Promise<Map<string, Agent>> {
    const wanted = [...new Set(ids.filter((id) => id !== undefined))]
    const found = await Promise.all(wanted.map((id) => store.people.get(id)))
    return new Map(found.flatMap((agent) => (agent ? [[agent.id, agent] as const] : [])))
  }

  const authors = (messages: Message[]) =>
    messages.map((message) => (message.from === 'agent' ? message.authorId : undefined))

  return {
    async queue(agent) {
      const [waiting, mine] = await Promise.all([
        store.escalations.waiting(QUEUE_LIMIT),
        store.escalations.openOf(agent.id),
      ])
      return {
        now: clock.now(),
        waiting: await Promise.all(waiting.map(line)),
        mine: await Promise.all(mine.map(line)),
      }
    },

    async conversation(id, viewer) {
      const conversation = await store.conversations.get(id)
      if (!conversation) throw new CandorError('CONVERSATION_UNKNOWN', { id: id.slice(0, 100) })
      const { customerId, escalationId, agentId } = conversation
      const [customer, ledger, escalation, messages, turns] = await Promise.all([
        store.customers.get(customerId),
        store.customers.trustEvents(customerId),
        escalationId === undefined ? undefined : store.escalations.get(escalationId),
        newest(conversation, MESSAGE_LIMIT),
        store.conversations.turns(id),
      ])
      const agents = await agentsBy([agentId, ...authors(messages)])
      const trust = trustScore(ledger, clock.now(), policy.trust)
      return deskConversation({ conversation, customer, trust, escalation, messages, turns, agents }, viewer, pack())
    },

    async message(message) {
      return deskMessage(message, undefined, await agentsBy(authors([message])), pack())
    },
  }
}
