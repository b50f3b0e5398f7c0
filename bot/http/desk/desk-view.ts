import {
  type Agent,
  bothLanguages,
  type Conversation,
  type Customer,
  type Escalation,
  type KnowledgePack,
  type Message,
  type TrustScore,
  type Turn,
} from '../../../domain/index.ts'
import { customerName } from '../../escalation/customer-name.ts'
import type { DeskConversation, DeskEscalation, DeskMessage } from '../api.ts'
import { triedSteps } from './tried.ts'

/** Everything stored about one conversation that an agent looks at. */
export interface DeskFacts {
  conversation: Conversation
  customer: Customer | undefined
  trust: TrustScore
  escalation: Escalation | undefined
  /** How urgent the escalation is now. */
  urgency: number
  messages: Message[]
  turns: Turn[]
  /** Agents who wrote in it or own it, by id. */
  agents: ReadonlyMap<string, Agent>
}

/** One conversation as the desk shows it. */
export function deskConversation(facts: DeskFacts, viewer: Agent, pack: KnowledgePack): DeskConversation {
  const { conversation, customer, trust, escalation, urgency, messages, turns, agents } = facts
  const turnOf = new Map(turns.map((turn) => [turn.seq, turn]))
  const handedOver = escalation && turns.find(({ seq }) => seq === escalation.seq)
  const owner = agents.get(conversation.agentId ?? '')
  const supervisor = agents.get(conversation.supervisorId ?? '')
  return {
    id: conversation.id,
    owner: conversation.owner,
    ...(owner && { agentName: owner.name }),
    mine: conversation.agentId === viewer.id,
    ...(supervisor && { supervisorName: supervisor.name }),
    joined: conversation.supervisorId === viewer.id,
    channel: conversation.channel,
    language: conversation.language,
    customer: { id: conversation.customerId, name: customerName(customer, conversation.customerId), trust },
    ...(escalation && {
      escalation: deskEscalation({ escalation, conversation, customer, messages, agents, urgency }, viewer, pack),
    }),
    ...(handedOver && { gapParts: handedOver.gap.parts }),
    tried: triedSteps({ conversation, turns, messages }, pack),
    messages: messages.map((message) => deskMessage(message, turnOf.get(message.seq), agents, viewer, pack)),
    notes: [],
    customerReadSeq: 0,
    promises: [],
    details: conversation.state.details,
    needs: pack.needs.map(({ name, title }) => ({ name, title: bothLanguages(title) })),
  }
}

export interface EscalationFacts {
  escalation: Escalation
  conversation: Conversation | undefined
  customer: Customer | undefined
  /** The newest ones, in order. */
  messages: Message[]
  /** By id: who has it, and whom it is offered to. */
  agents: ReadonlyMap<string, Agent>
  urgency: number
}

/** One line of the queue. */
export function deskEscalation(
  { escalation, conversation, customer, messages, agents, urgency }: EscalationFacts,
  viewer: Agent,
  pack: KnowledgePack,
): DeskEscalation {
  const need = pack.needs.find(({ name }) => name === escalation.need)
  const { offer, calledAt } = escalation.routing
  const owner = agents.get(escalation.agentId ?? '')
  return {
    id: escalation.id,
    conversationId: escalation.conversationId,
    customerName: customerName(customer, escalation.customerId),
    language: conversation?.language ?? escalation.language,
    channel: conversation?.channel ?? 'web',
    reasons: escalation.reasons,
    ...(need && { need: bothLanguages(need.title) }),
    gap: escalation.gap,
    gapReasons: escalation.gapReasons,
    urgency,
    queue: escalation.queue,
    queuedAt: escalation.queuedAt,
    ...(escalation.acceptedAt !== undefined && { acceptedAt: escalation.acceptedAt }),
    ...(owner && { agentName: owner.name }),
    ...(offer && {
      offer: {
        agentId: offer.agentId,
        agentName: agents.get(offer.agentId)?.name ?? '',
        mine: offer.agentId === viewer.id,
        until: offer.until,
      },
    }),
    supervisorsCalled: calledAt !== undefined,
    followsOn: escalation.follows !== undefined,
    ...(escalation.unansweredSince !== undefined && { unansweredSince: escalation.unansweredSince }),
    promises: [],
    lastSeq: conversation?.lastSeq ?? 0,
    readSeq: 0,
    lastText: messages.findLast(({ from }) => from === 'customer')?.text ?? '',
  }
}

export function deskMessage(
  message: Message,
  turn: Turn | undefined,
  agents: ReadonlyMap<string, Agent>,
  viewer: Agent,
  pack: KnowledgePack,
): DeskMessage {
  const author = message.from === 'agent' ? agents.get(message.authorId ?? '') : undefined
  return {
    id: message.id,
    seq: message.seq,
    from: message.from,
    ...(author && { authorName: author.name }),
    at: message.at,
    text: message.text,
    kind: message.body.kind,
    mine: message.from === 'agent' && message.authorId === viewer.id,
    ...(turn && { understood: understood(turn, pack) }),
  }
}

/** Needs an agent can take in at a glance. */
const TOP_NEEDS = 3

function understood(turn: Turn, pack: KnowledgePack): NonNullable<DeskMessage['understood']> {
  const { understanding, gap, decision } = turn
  return {
    language: understanding.language,
    needs: understanding.needs.slice(0, TOP_NEEDS).map(({ need, probability }) => ({
      need,
      title: bothLanguages(pack.needs.find(({ name }) => name === need)?.title ?? { en: need }),
      probability,
    })),
    outOfScope: understanding.outOfScope,
    entities: understanding.entities.map(({ type, text, value }) => ({ type, text, value })),
    sentiment: understanding.sentiment,
    gap: gap.value,
    gapReasons: gap.reasons,
    decision: decision.kind,
  }
}
