import {
  type Agent,
  bothLanguages,
  type CompanyPromise,
  type Conversation,
  type Customer,
  type Escalation,
  type KnowledgePack,
  type Message,
  type Note,
  type ReadMark,
  type Treatment,
  type TrustScore,
  type Turn,
} from '../../../domain/index.ts'
import type { ConversationGlance } from '../../../store/index.ts'
import { customerName } from '../../escalation/customer-name.ts'
import { answerBefore } from '../../escalation/spoken-of.ts'
import type { DeskConversation, DeskEscalation } from '../api.ts'
import { deskGiftsOf } from './desk-gifts.ts'
import { deskMessage, deskNote } from './desk-message.ts'
import { deskPromisesOf } from './desk-promise.ts'
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
  notes: Note[]
  turns: Turn[]
  /** What was promised to the customer. */
  promises: readonly CompanyPromise[]
  /** What customers were given lately, the latest first. */
  gifts: readonly Treatment[]
  now: number
  /** Agents who wrote in it or own it, by id. */
  agents: ReadonlyMap<string, Agent>
  /** Of both sides, where they have read at all. */
  reads: ReadMark[]
}

/** One conversation as the desk shows it, but for what the customer needs by now. */
export function deskConversation(
  facts: DeskFacts,
  viewer: Agent,
  pack: KnowledgePack,
): Omit<DeskConversation, 'inOneLine' | 'details'> {
  const { conversation, customer, trust, escalation, urgency, messages, turns, promises, gifts, now, agents } = facts
  const readSeq = (reader: ReadMark['reader']) => facts.reads.find((mark) => mark.reader === reader)?.seq ?? 0
  const turnOf = new Map(turns.map((turn) => [turn.seq, turn]))
  const corrections = correctedTexts(messages)
  const handedOver = escalation && turns.find(({ seq }) => seq === escalation.seq)
  const answered = escalation && answeredBefore(escalation, turns, pack)
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
    customer: {
      id: conversation.customerId,
      name: customerName(customer?.name, conversation.customerId),
      named: customer?.name !== undefined,
      trust,
    },
    ...(escalation && {
      escalation: deskEscalation(
        { escalation, glance: glanceOf(facts), readSeq: readSeq('agent'), agents, urgency, promises, gifts, now },
        viewer,
        pack,
      ),
    }),
    ...(handedOver && { gapParts: handedOver.gap.parts }),
    tried: triedSteps({ conversation, turns, messages }, pack),
    messages: messages.map((message) => {
      const correctedTo = corrections.get(message.seq)
      const shown = deskMessage(message, turnOf.get(message.seq), agents, viewer, pack)
      return correctedTo === undefined ? shown : { ...shown, correctedTo }
    }),
    notes: facts.notes.map((note) => deskNote(note, agents)),
    customerReadSeq: readSeq('customer'),
    promises: deskPromisesOf(conversation.customerId, promises, customer?.name, { viewer, agents, now }),
    needs: pack.needs.map(({ name, title }) => ({ name, title: bothLanguages(title) })),
    ...(answered && { answered }),
  }
}

function answeredBefore(escalation: Escalation, turns: readonly Turn[], pack: KnowledgePack) {
  const answer = answerBefore(escalation, turns)
  const need = answer && pack.needs.find(({ name }) => name === answer.need)
  return need && bothLanguages(need.title)
}

function glanceOf({ conversation, customer, messages }: DeskFacts): ConversationGlance {
  const lastText = messages.findLast(({ from }) => from === 'customer')?.text
  return {
    conversationId: conversation.id,
    channel: conversation.channel,
    language: conversation.language,
    lastSeq: conversation.lastSeq,
    ...(customer?.name !== undefined && { customerName: customer.name }),
    ...(lastText !== undefined && { lastText }),
  }
}

export interface EscalationFacts {
  escalation: Escalation
  glance: ConversationGlance | undefined
  /** Up to where its agent has read. */
  readSeq: number
  /** By id: who has it, and whom it is offered to. */
  agents: ReadonlyMap<string, Agent>
  urgency: number
  /** What was promised, to anybody. */
  promises: readonly CompanyPromise[]
  /** What customers were given lately, the latest first. */
  gifts: readonly Treatment[]
  now: number
}

/** One line of the queue. */
export function deskEscalation(
  { escalation, glance, readSeq, agents, urgency, promises, gifts, now }: EscalationFacts,
  viewer: Agent,
  pack: KnowledgePack,
): DeskEscalation {
  const need = pack.needs.find(({ name }) => name === escalation.need)
  const { offer, openSince, passedBy, calledAt } = escalation.routing
  const owner = agents.get(escalation.agentId ?? '')
  return {
    id: escalation.id,
    conversationId: escalation.conversationId,
    customerName: customerName(glance?.customerName, escalation.customerId),
    language: glance?.language ?? escalation.language,
    channel: glance?.channel ?? 'web',
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
    openCall: offer === undefined && openSince !== undefined && !passedBy.includes(viewer.id),
    supervisorsCalled: calledAt !== undefined,
    followsOn: escalation.follows !== undefined,
    ...(escalation.unansweredSince !== undefined && { unansweredSince: escalation.unansweredSince }),
    promises: deskPromisesOf(escalation.customerId, promises, glance?.customerName, { viewer, agents, now }),
    ...deskGiftsOf(escalation.customerId, gifts),
    lastSeq: glance?.lastSeq ?? 0,
    readSeq,
    lastText: glance?.lastText ?? '',
  }
}

/** The text that each corrected message has now, by its `seq`: the last correction counts. */
function correctedTexts(messages: readonly Message[]): Map<number, string> {
  return new Map(messages.flatMap(({ body, text }) => (body.kind === 'correction' ? [[body.of, text] as const] : [])))
}
