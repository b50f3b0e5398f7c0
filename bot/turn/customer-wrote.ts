import {
  type Conversation,
  type Escalation,
  newRouting,
  offeredToHub,
  type ResolvedBy,
  WORTH_NAMING,
} from '../../domain/index.ts'
import type { ConversationCommit } from '../../store/index.ts'
import { queueFor } from '../policy/index.ts'
import { sendSurvey } from '../survey/send-survey.ts'
import type { Inbound } from './conversation-service.ts'
import { afreshState } from './dialogue-state.ts'
import { ConversationDraft, type DraftContext, newConversation } from './draft.ts'
import type { EarlierMessage } from './earlier-lines.ts'
import type { Mind } from './mind.ts'
import { isTopic } from './need-roles.ts'
import { reply } from './reply.ts'
import { type TurnOutcome, takeTurn } from './take-turn.ts'

/** A customer's message, as far as it goes without asking the store anything more. */
export interface CustomerTurn {
  draft: ConversationDraft
  /** Absent while a person owns the conversation or it waits for one: then the bot is silent. */
  outcome?: TurnOutcome
  seq: number
  /** The outside hub to which a handover goes. */
  hubId?: string
}

/**
 * First half of a customer's message: accept it, and let the bot think if it is the bot's turn.
 * @param stored the conversation, or undefined for the first message
 * @param segment the customer's, if any
 * @param earlier the last messages before it
 */
export function customerWrote(
  mind: Mind,
  stored: Conversation | undefined,
  inbound: Inbound,
  segment: string | undefined,
  earlier: readonly EarlierMessage[],
  context: DraftContext,
): CustomerTurn {
  const hint = inbound.localeHint ?? mind.pack.defaultLanguage
  const draft = new ConversationDraft(stored ?? newConversation(inbound, hint, context.now), context)
  const seq = draft.nextSeq
  const move = draft.move({ kind: 'customer-wrote', seq })
  if (move.kind === 'moved' && move.happened === 'reopened') {
    draft.conversation = { ...draft.conversation, state: afreshState(draft.conversation.state) }
  }

  const before = draft.conversation
  const said = { text: inbound.text, seq, now: context.now, fallbackLanguage: before.language, earlier }
  const outcome =
    before.owner === 'bot'
      ? takeTurn(mind, before.state, { ...said, ...(segment !== undefined && { segment }) })
      : undefined
  if (outcome?.picked) {
    const { seq: meantSeq, need } = outcome.picked
    draft.label({ seq: meantSeq, source: 'pick', meant: { kind: 'need', need } })
  }
  if (outcome) draft.conversation = { ...before, language: outcome.language, state: outcome.state }
  draft.receivedFrom(inbound)
  draft.say(
    'customer',
    { text: inbound.text, body: { kind: 'text' } },
    { authorId: inbound.customer.id, ...(inbound.clientId !== undefined && { clientId: inbound.clientId }) },
  )
  const { hubId } = inbound
  return { draft, seq, ...(outcome && { outcome }), ...(hubId !== undefined && { hubId }) }
}

/**
 * Second half: the bot's decision becomes messages, a handover or a resolution.
 * @param waitingBefore customers in the queue already
 * @param latencyMs server time since the message was received
 */
export function carryOut(
  mind: Mind,
  { draft, outcome, seq, hubId }: CustomerTurn,
  waitingBefore: number,
  latencyMs: number,
  context: DraftContext,
): ConversationCommit {
  if (!outcome) return draft.finish()
  const { understanding, gap, decision, deliberation } = outcome
  draft.record({
    turn: {
      id: context.newId(),
      conversationId: draft.conversation.id,
      seq,
      at: context.now,
      understanding,
      gap,
      decision,
      deliberation,
      modelId: mind.modelId,
      latencyMs,
    },
  })
  if (decision.kind === 'escalate') {
    const begun = escalationOf(draft.conversation, seq, outcome, mind, context)
    const escalation = hubId === undefined ? begun : { ...begun, routing: offeredToHub(hubId, context.now) }
    draft.move({ kind: 'handed-over', escalationId: escalation.id, reasons: decision.reasons, evidenceSeq: seq })
    draft.escalation(escalation)
  }
  for (const utterance of reply(mind, outcome, waitingBefore)) draft.say('bot', utterance)
  if (decision.kind === 'resolve') resolveByBot(draft, mind, 'bot', context)
  return draft.finish()
}

/** Closes a conversation that the bot owns, and asks how it went if the bot has answered anything. */
export function resolveByBot(
  draft: ConversationDraft,
  mind: Mind,
  by: Exclude<ResolvedBy['kind'], 'agent'>,
  context: DraftContext,
): void {
  const { answered } = draft.conversation.state
  draft.move({ kind: 'resolved', by: { kind: by }, seq: draft.nextSeq - 1 })
  if (!answered) return
  const expiresAfterMs = mind.policy.survey.expiresHours * 3_600_000
  sendSurvey(draft, { kind: 'bot', modelId: mind.modelId }, answered.need, expiresAfterMs, context)
}

function escalationOf(
  conversation: Conversation,
  seq: number,
  outcome: TurnOutcome,
  mind: Mind,
  context: DraftContext,
): Escalation {
  const { decision, gap } = outcome
  const need = likelyTopic(outcome, mind)
  return {
    id: context.newId(),
    conversationId: conversation.id,
    customerId: conversation.customerId,
    language: conversation.language,
    seq,
    reasons: decision.kind === 'escalate' ? decision.reasons : [],
    gap: gap.value,
    gapReasons: gap.reasons,
    priority: gap.value,
    queue: queueFor(mind.policy.queues, need),
    routing: newRouting(),
    unansweredSince: context.now,
    queuedAt: context.now,
    ...(need !== undefined && { need }),
  }
}

/** What it is about, as far as the bot can tell: "a person, please" and "not what I asked" name no need. */
function likelyTopic({ leading, state, decision, deliberation }: TurnOutcome, mind: Mind): string | undefined {
  const refused = decision.kind === 'escalate' && decision.reasons.includes('answer-refused')
  if (refused) return deliberation.before.answered?.need
  if (leading && isTopic(leading)) return leading.name
  const believed = state.belief?.needs.find(({ need }) => isTopic(mind.needs.get(need)))
  return state.answered?.need ?? (believed && believed.probability >= WORTH_NAMING ? believed.need : undefined)
}
