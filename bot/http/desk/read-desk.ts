import { trustScore } from '../../../analytics/index.ts'
import {
  type Agent,
  CandorError,
  type Clock,
  type Conversation,
  type Escalation,
  type KnowledgePack,
  type Message,
  MINUTE_MS,
  type Note,
} from '../../../domain/index.ts'
import type { Store } from '../../../store/index.ts'
import { urgency } from '../../escalation/urgency.ts'
import { dialogueNow, inOneLine } from '../../help/index.ts'
import type { Policy } from '../../policy/index.ts'
import type { ConversationService } from '../../turn/conversation-service.ts'
import type { Mind } from '../../turn/mind.ts'
import type { DeskBotConversation, DeskConversation, DeskMessage, DeskNote, DeskQueue } from '../api.ts'
import { deskBotConversation } from './desk-bot-conversation.ts'
import { GIFTS_SHOWN_MS } from './desk-gifts.ts'
import { deskMessage, deskNote } from './desk-message.ts'
import { deskQueue } from './desk-queue.ts'
import { deskConversation } from './desk-view.ts'
import { queueMarks, readQueueSnapshot } from './queue-snapshot.ts'
import { sharedReading } from './shared-reading.ts'

/** The newest messages of a conversation; an agent does not scroll further back. */
const MESSAGE_LIMIT = 2_000
/** Whoever has been quiet for longer is not being served any more. */
const AT_WORK_MS = 30 * MINUTE_MS
/** With the largest gap: whom an agent might help. */
const WITH_BOT_LIMIT = 50
/** The queue is read so often at most, whoever asks: fifty desks look when one customer comes. */
const QUEUE_EVERY_MS = 200

export interface DeskReader {
  queue(agent: Agent): Promise<DeskQueue>
  /** Looks different after anything happened to the queue, on whichever node. */
  queueMarks(): Promise<string>
  /** Something changed that no commit told of. */
  queueOutdated(): void
  /** @throws CandorError CONVERSATION_UNKNOWN */
  conversation(id: string, viewer: Agent): Promise<DeskConversation>
  message(message: Message, viewer: Agent): Promise<DeskMessage>
  note(note: Note): Promise<DeskNote>
  /** Whom the bot serves now, the largest gap first. */
  withBot(): Promise<DeskBotConversation[]>
  /** Messages with `seq > afterSeq`, in order, at most `limit`. */
  messagesAfter(conversationId: string, afterSeq: number, limit: number, viewer: Agent): Promise<DeskMessage[]>
}

/** Reads from the store what the desk shows. */
export function deskReader(
  store: Store,
  conversations: Pick<ConversationService, 'onCommitted'>,
  pack: () => KnowledgePack,
  mind: () => Mind,
  policy: Pick<Policy, 'queues' | 'hours' | 'routing'>,
  clock: Clock,
): DeskReader {
  const snapshot = sharedReading(
    () => readQueueSnapshot(store, policy.routing.urgency.waitingMinute, clock.now()),
    QUEUE_EVERY_MS,
  )
  conversations.onCommitted(({ queueChanged }) => queueChanged && snapshot.outdate())

  function newest(conversation: Conversation, count: number): Promise<Message[]> {
    return store.conversations.messages(conversation.id, Math.max(0, conversation.lastSeq - count), count)
  }

  async function agentsBy(ids: (string | undefined)[]): Promise<Map<string, Agent>> {
    const wanted = [...new Set(ids.filter((id) => id !== undefined))]
    const found = await Promise.all(wanted.map((id) => store.people.get(id)))
    return new Map(found.flatMap((agent) => (agent ? [[agent.id, agent] as const] : [])))
  }

  const urgencyOf = (escalation: Escalation) => urgency(escalation, policy.routing.urgency, clock.now())

  const authors = (messages: Message[]) =>
    messages.map((message) => (message.from === 'agent' ? message.authorId : undefined))

  return {
    queue: async (agent) => deskQueue(await snapshot.get(), agent, pack(), policy, clock.now()),
    queueMarks: async () => queueMarks(await snapshot.get()),
    queueOutdated: () => snapshot.outdate(),

    async conversation(id, viewer) {
      const conversation = await store.conversations.get(id)
      if (!conversation) throw new CandorError('CONVERSATION_UNKNOWN', { id: id.slice(0, 100) })
      const { customerId, escalationId, agentId, supervisorId } = conversation
      const [customer, ledger, escalation, messages, notes, turns, promises, gifts, reads] = await Promise.all([
        store.customers.get(customerId),
        store.customers.trustEvents(customerId),
        escalationId === undefined ? undefined : store.escalations.get(escalationId),
        newest(conversation, MESSAGE_LIMIT),
        store.notes.ofConversation(id),
        store.conversations.turns(id),
        store.promises.ofCustomer(customerId),
        store.goodwill.givenTo([customerId], clock.now() - GIFTS_SHOWN_MS),
        store.reads.ofConversations([id]),
      ])
      const named = [
        ...[agentId, supervisorId, escalation?.routing.offer?.agentId],
        ...notes.map((note) => note.agentId),
        ...promises.map(({ ownerId }) => ownerId),
      ]
      const agents = await agentsBy([...named, ...authors(messages)])
      const now = clock.now()
      const trust = trustScore(ledger, now, mind().policy.trust)
      const urgency = escalation ? urgencyOf(escalation) : 0
      const record = { conversation, customer, trust, messages, notes, turns, promises, gifts, reads }
      const facts = { ...record, escalation, urgency, now, agents }
      const dialogue = dialogueNow(mind(), conversation, messages, turns.at(-1)?.seq ?? 0)
      return {
        ...deskConversation(facts, viewer, pack()),
        details: dialogue.details,
        inOneLine: inOneLine(mind(), dialogue, escalation),
      }
    },

    async message(message, viewer) {
      return deskMessage(message, undefined, await agentsBy(authors([message])), viewer, pack())
    },

    async note(note) {
      return deskNote(note, await agentsBy([note.agentId]))
    },

    async withBot() {
      const served = await store.conversations.withBot(clock.now() - AT_WORK_MS, WITH_BOT_LIMIT)
      return served.map((each) => deskBotConversation(each, pack()))
    },

    async messagesAfter(conversationId, afterSeq, limit, viewer) {
      const messages = await store.conversations.messages(conversationId, afterSeq, limit)
      // What a message was understood as is known of those that the bot took.
      const botSpoke = messages.some(({ from }) => from === 'bot')
      const [agents, turns] = await Promise.all([
        agentsBy(authors(messages)),
        botSpoke ? store.conversations.turns(conversationId) : [],
      ])
      const turnOf = new Map(turns.map((turn) => [turn.seq, turn]))
      return messages.map((message) => deskMessage(message, turnOf.get(message.seq), agents, viewer, pack()))
    },
  }
}
