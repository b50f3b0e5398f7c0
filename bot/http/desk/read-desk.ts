import { trustScore } from '../../../analytics/index.ts'
import {
  type Agent,
  CandorError,
  type Clock,
  type CompanyPromise,
  type Conversation,
  type Escalation,
  isSupervisor,
  type KnowledgePack,
  type Message,
  type Note,
} from '../../../domain/index.ts'
import type { Store } from '../../../store/index.ts'
import { urgency } from '../../escalation/urgency.ts'
import type { Policy } from '../../policy/index.ts'
import type { DeskBotConversation, DeskConversation, DeskEscalation, DeskMessage, DeskNote, DeskQueue } from '../api.ts'
import { deskTeam } from './desk-team.ts'
import { deskBotConversation, deskConversation, deskEscalation, deskMessage, deskNote } from './desk-view.ts'
import { PROMISE_LIMIT } from './promise-reader.ts'
import { queueStates } from './queue-states.ts'

/** Longer queues are a crisis in which nobody reads past this. */
const QUEUE_LIMIT = 200
/** The newest messages of a conversation; an agent does not scroll further back. */
const MESSAGE_LIMIT = 2_000
/** Whoever has been quiet for longer is not being served any more. */
const AT_WORK_MS = 30 * 60_000
/** With the largest gap: whom an agent might help. */
const WITH_BOT_LIMIT = 50
/** Enough to find what the customer wrote last, behind the bot's and the system's words. */
const GLANCE = 12

export interface DeskReader {
  queue(agent: Agent): Promise<DeskQueue>
  /** @throws CandorError CONVERSATION_UNKNOWN */
  conversation(id: string, viewer: Agent): Promise<DeskConversation>
  message(message: Message, viewer: Agent): Promise<DeskMessage>
  note(note: Note): Promise<DeskNote>
  /** Whom the bot serves now, the largest gap first. */
  withBot(): Promise<DeskBotConversation[]>
}

/** Reads from the store what the desk shows. */
export function deskReader(
  store: Store,
  pack: () => KnowledgePack,
  policy: Pick<Policy, 'trust' | 'queues' | 'hours' | 'routing'>,
  clock: Clock,
): DeskReader {
  async function line(
    escalation: Escalation,
    promises: readonly CompanyPromise[],
    viewer: Agent,
  ): Promise<DeskEscalation> {
    const [conversation, customer] = await Promise.all([
      store.conversations.get(escalation.conversationId),
      store.customers.get(escalation.customerId),
    ])
    const messages = conversation ? await newest(conversation, GLANCE) : []
    const agents = await agentsBy([escalation.agentId, escalation.routing.offer?.agentId])
    const now = clock.now()
    const urgency = urgencyOf(escalation)
    const facts = { escalation, conversation, customer, messages, agents, urgency, promises, now }
    return deskEscalation(facts, viewer, pack())
  }

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
    async queue(agent) {
      const now = clock.now()
      const [waiting, open, colleagues, presences, loads, promises] = await Promise.all([
        store.escalations.waiting(QUEUE_LIMIT),
        isSupervisor(agent) ? store.escalations.open(QUEUE_LIMIT) : store.escalations.openOf(agent.id),
        store.people.list(),
        store.people.presences(),
        store.escalations.loads(),
        store.promises.open(PROMISE_LIMIT),
      ])
      const team = deskTeam({ viewer: agent, people: colleagues, presences, loads, now })
      const lines = (escalations: Escalation[]) => Promise.all(escalations.map((each) => line(each, promises, agent)))
      return {
        now,
        ...team,
        waiting: (await lines(waiting)).sort((a, b) => b.urgency - a.urgency || a.queuedAt - b.queuedAt),
        mine: await lines(open.filter(({ agentId }) => agentId === agent.id)),
        others: await lines(open.filter(({ agentId }) => agentId !== agent.id)),
        queues: queueStates({ policy, companyTimeZone: pack().timeZone, waiting, now }),
      }
    },

    async conversation(id, viewer) {
      const conversation = await store.conversations.get(id)
      if (!conversation) throw new CandorError('CONVERSATION_UNKNOWN', { id: id.slice(0, 100) })
      const { customerId, escalationId, agentId, supervisorId } = conversation
      const [customer, ledger, escalation, messages, notes, turns, promises] = await Promise.all([
        store.customers.get(customerId),
        store.customers.trustEvents(customerId),
        escalationId === undefined ? undefined : store.escalations.get(escalationId),
        newest(conversation, MESSAGE_LIMIT),
        store.notes.ofConversation(id),
        store.conversations.turns(id),
        store.promises.ofConversation(id),
      ])
      const named = [agentId, supervisorId, escalation?.routing.offer?.agentId, ...notes.map((note) => note.agentId)]
      const agents = await agentsBy([...named, ...authors(messages)])
      const now = clock.now()
      const trust = trustScore(ledger, now, policy.trust)
      const urgency = escalation ? urgencyOf(escalation) : 0
      const record = { conversation, customer, trust, messages, notes, turns, promises }
      const facts = { ...record, escalation, urgency, now, agents }
      return deskConversation(facts, viewer, pack())
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
  }
}
