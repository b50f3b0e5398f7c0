import type { Selectable } from 'kysely'
import {
  type Conversation,
  type ConversationEvent,
  type Deliberation,
  type Message,
  type Turn,
  type TurnShown,
  turnFacts,
} from '../domain/index.ts'
import { dropNulls } from './drop-nulls.ts'
import type { ConversationEventTable, ConversationTable, MessageTable, TurnTable } from './schema.ts'

/** The columns of a conversation that a commit may change. */
export function conversationRow(
  conversation: Conversation,
): Omit<ConversationTable, 'version' | 'last_seq' | 'turn_count'> {
  return {
    id: conversation.id,
    channel: conversation.channel,
    customer_id: conversation.customerId,
    language: conversation.language,
    owner: conversation.owner,
    agent_id: conversation.agentId ?? null,
    escalation_id: conversation.escalationId ?? null,
    supervisor_id: conversation.supervisorId ?? null,
    settled_seq: conversation.settledSeq,
    state: JSON.stringify(conversation.state),
    created_at: conversation.createdAt,
    updated_at: conversation.updatedAt,
  }
}

export function conversationOf(row: ConversationTable): Conversation {
  return dropNulls({
    id: row.id,
    channel: row.channel,
    customerId: row.customer_id,
    language: row.language,
    owner: row.owner,
    agentId: row.agent_id,
    supervisorId: row.supervisor_id,
    escalationId: row.escalation_id,
    settledSeq: row.settled_seq,
    version: row.version,
    lastSeq: row.last_seq,
    state: JSON.parse(row.state) as Conversation['state'],
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  })
}

export function messageRow(message: Message): MessageTable {
  return {
    conversation_id: message.conversationId,
    seq: message.seq,
    id: message.id,
    author: message.from,
    author_id: message.authorId ?? null,
    at: message.at,
    language: message.language,
    text: message.text,
    body: JSON.stringify(message.body),
    client_id: message.clientId ?? null,
  }
}

export function messageOf(row: MessageTable): Message {
  return dropNulls({
    id: row.id,
    conversationId: row.conversation_id,
    seq: row.seq,
    from: row.author,
    authorId: row.author_id,
    at: row.at,
    language: row.language,
    text: row.text,
    body: JSON.parse(row.body) as Message['body'],
    clientId: row.client_id,
  })
}

/** A turn on its way in: whether an answer stood, instead of which one, which the store looks up. */
export type NewTurnRow = Omit<TurnTable, 'after_answer'> & { answer_stood: 0 | 1 }

export function turnRow(turn: Turn, channel: Conversation['channel']): NewTurnRow {
  const { understanding, detail, answer } = turn.gap.parts
  const { about, answered, objection, ledBy, uncovered, answerStood } = turnFacts(turn)
  return {
    id: turn.id,
    conversation_id: turn.conversationId,
    seq: turn.seq,
    channel,
    at: turn.at,
    understanding: JSON.stringify(turn.understanding),
    gap: JSON.stringify(turn.gap),
    gap_value: turn.gap.value,
    decision: JSON.stringify(turn.decision),
    decision_kind: turn.decision.kind,
    deliberation: turn.deliberation ? JSON.stringify(turn.deliberation) : null,
    need: turn.deliberation?.leading?.need ?? null,
    confidence: turn.deliberation?.by === 'utility' ? (turn.deliberation.leading?.probability ?? null) : null,
    understanding_gap: understanding,
    detail_gap: detail,
    answer_gap: answer,
    led_by: ledBy ?? null,
    about: about ?? null,
    answered: answered ?? null,
    objection: objection ?? null,
    uncovered: uncovered ? 1 : 0,
    shown_source: flagOf(turn.shown?.source),
    shown_confidence: flagOf(turn.shown?.confidence),
    shown_person: flagOf(turn.shown?.person),
    answer_stood: answerStood ? 1 : 0,
    model_id: turn.modelId,
    latency_ms: turn.latencyMs,
  }
}

export function turnOf(row: TurnTable): Turn {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    seq: row.seq,
    at: row.at,
    understanding: JSON.parse(row.understanding) as Turn['understanding'],
    gap: JSON.parse(row.gap) as Turn['gap'],
    decision: JSON.parse(row.decision) as Turn['decision'],
    ...(row.deliberation !== null && { deliberation: JSON.parse(row.deliberation) as Deliberation }),
    ...(row.shown_person !== null && { shown: shownOf(row, row.shown_person) }),
    modelId: row.model_id,
    latencyMs: row.latency_ms,
  }
}

function shownOf(row: Pick<TurnTable, 'shown_source' | 'shown_confidence'>, person: 0 | 1): TurnShown {
  return {
    ...(row.shown_source !== null && { source: row.shown_source === 1 }),
    ...(row.shown_confidence !== null && { confidence: row.shown_confidence === 1 }),
    person: person === 1,
  }
}

function flagOf(value: boolean | undefined): 0 | 1 | null {
  if (value === undefined) return null
  return value ? 1 : 0
}

export function conversationEventRow(
  event: ConversationEvent,
  { id, channel }: Pick<Conversation, 'id' | 'channel'>,
): Omit<Selectable<ConversationEventTable>, 'number'> {
  return {
    conversation_id: id,
    channel,
    kind: event.kind,
    at: event.at,
    by: event.by ?? null,
    agent_id: event.agentId ?? null,
    escalation_id: event.escalationId ?? null,
    not_asked: event.notAsked ?? null,
  }
}

export function conversationEventOf(row: Selectable<ConversationEventTable>): ConversationEvent {
  return dropNulls({
    kind: row.kind,
    at: row.at,
    by: row.by,
    agentId: row.agent_id,
    escalationId: row.escalation_id,
    notAsked: row.not_asked,
  })
}
