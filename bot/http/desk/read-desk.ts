import { trustScore } from '../../../analytics/index.ts'
import {
  type Agent,
  CandorError,
  type Clock,
  type Conversation,
  type Escalation,
  isSupervisor,
  type KnowledgePack,
  type Message,
} from '../../../domain/index.ts'
import type { Store } from '../../../store/index.ts'
import { urgency } from '../../escalation/urgency.ts'
import { dialogueNow, inOneLine } from '../../help/index.ts'
import type { Policy } from '../../policy/index.ts'
import type { Mind } from '../../turn/mind.ts'
import type { DeskConversation, DeskEscalation, DeskMessage, DeskQueue } from '../api.ts'
import { deskTeam } from './desk-team.ts'
import { deskConversation, deskEscalation, deskMessage } from './desk-view.ts'
import { queueStates } from './queue-states.ts'

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
  message(message: Message, viewer: Agent): Promise<DeskMessage>
}

/** Reads from the store what the desk shows. */
export function deskReader(
  store: Store,
  pack: () => KnowledgePack,
  mind: () => Mind,
  policy: Pick<Policy, 'trust' | 'queues' | 'hours' | 'routing'>,
  clock: Clock,
): DeskReader {
  async function line(escalation: Escalation, viewer: Agent): Promise<DeskEscalation> {
    const [conversation, customer] = await Promise.all([
      store.conversations.get(escalation.conversationId),
      store.customers.get(escalation.customerId),
    ])
    const messages = conversation ? await newest(conversation, GLANCE) : []
    const agents = await agentsBy([escalation.agentId, escalation.routing.offer?.agentId])
    const facts = { escalation, conversation, customer, messages, agents, urgency: urgencyOf(escalation) }
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
      const [waiting, open, colleagues, presences, loads] = await Promise.all([
        store.escalations.waiting(QUEUE_LIMIT),
        isSupervisor(agent) ? store.escalations.open(QUEUE_LIMIT) : store.escalations.openOf(agent.id),
        store.people.list(),
        store.people.presences(),
        store.escalations.loads(),
      ])
      const team = deskTeam({ viewer: agent, people: colleagues, presences, loads, now })
      const lines = (escalations: Escalation[]) => Promise.all(escalations.map((each) => line(each, agent)))
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
      const [customer, ledger, escalation, messages, turns] = await Promise.all([
        store.customers.get(customerId),
        store.customers.trustEvents(customerId),
        escalationId === undefined ? undefined : store.escalations.get(escalationId),
        newest(conversation, MESSAGE_LIMIT),
        store.conversations.turns(id),
      ])
      const agents = await agentsBy([agentId, supervisorId, escalation?.routing.offer?.agentId, ...authors(messages)])
      const trust = trustScore(ledger, clock.now(), policy.trust)
      const urgency = escalation ? urgencyOf(escalation) : 0
      const facts = { conversation, customer, trust, escalation, urgency, messages, turns, agents }
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
  }
}
