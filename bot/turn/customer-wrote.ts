import {
  type Conversation,
  type Escalation,
  HOUR_MS,
  newRouting,
  offeredToHub,
  type ResolvedBy,
} from '../../domain/index.ts'
import type { ConversationCommit } from '../../store/index.ts'
import { priorityAtHandover } from '../escalation/urgency.ts'
import { queueFor } from '../policy/index.ts'
import { noteContact, type Unattended, unattended } from '../promises/index.ts'
import { sendSurvey } from '../survey/send-survey.ts'
import type { Inbound } from './conversation-service.ts'
import { afreshState } from './dialogue-state.ts'
import { ConversationDraft, type DraftContext, newConversation } from './draft.ts'
import { filesLost, filesReceived } from './file-words.ts'
import type { Mind } from './mind.ts'
import { isTopic } from './need-roles.ts'
import { reply } from './reply.ts'
import type { Surroundings } from './surroundings.ts'
import { type Said, type TurnOutcome, takeTurn } from './take-turn.ts'
import { topicOf } from './topic-of.ts'

/** A customer's message, as far as it goes without asking the store anything more. */
export interface CustomerTurn {
  draft: ConversationDraft
  /** Absent while a person owns the conversation or it waits for one, and when there are no words: then the bot says nothing to them. */
  outcome?: TurnOutcome
  seq: number
  text: string
  /** The outside hub to which a handover goes. */
  hubId?: string
}

/**
 * First half of a customer's message: accept it, and let the bot think if it is the bot's turn.
 * @param stored the conversation, or undefined for the first message
 * @param around what is known around the message
 */
export function customerWrote(
  mind: Mind,
  stored: Conversation | undefined,
  inbound: Inbound,
  around: Pick<Said, 'segment' | 'earlier' | 'formerAgentId'>,
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
  const said = { ...around, text: inbound.text, seq, now: context.now, fallbackLanguage: before.language }
  const outcome = before.owner === 'bot' && saysSomething(inbound) ? takeTurn(mind, before.state, said) : undefined
  if (outcome?.picked) {
    const { seq: meantSeq, need } = outcome.picked
    draft.label({ seq: meantSeq, source: 'pick', meant: { kind: 'need', need } })
  }
  if (outcome) draft.conversation = { ...before, language: outcome.language, state: outcome.state }
  draft.receivedFrom(inbound)
  const { customer, clientId, files = [], lostFiles = [] } = inbound
  // The client's id goes to the first message: it is the one that the client is told of.
  const author = (isFirst: boolean) => ({
    authorId: customer.id,
    ...(isFirst && clientId !== undefined && { clientId }),
  })
  const hasWords = saysSomething(inbound)
  if (hasWords) draft.say('customer', { text: inbound.text, body: { kind: 'text' } }, author(true))
  for (const [index, file] of files.entries())
    draft.say('customer', draft.attach(file), author(!hasWords && index === 0))
  if (lostFiles.length > 0) draft.say('system', filesLost(lostFiles, draft.conversation.language))
  // Whom it hands over to can look at them.
  if (files.length > 0 && before.owner === 'bot' && outcome?.decision.kind !== 'escalate') {
    const note = filesReceived(files.length, draft.conversation.language)
    // Three photos one after the other need it once.
    if (around.earlier?.findLast(({ from }) => from !== 'customer')?.text !== note.text) draft.say('bot', note)
  }
  const { hubId } = inbound
  return { draft, seq, text: inbound.text, ...(outcome && { outcome }), ...(hubId !== undefined && { hubId }) }
}

/** A message of nothing but files says nothing that could be understood. */
function saysSomething({ text, files, lostFiles }: Inbound): boolean {
  return text.trim() !== '' || (!files?.length && !lostFiles?.length)
}

/**
 * Second half: the bot's decision becomes messages, a handover or a resolution.
 * @param around what it meets beside the bot
 * @param latencyMs server time since the message was received
 */
export function carryOut(
  mind: Mind,
  { draft, outcome, seq, text, hubId }: CustomerTurn,
  around: Surroundings,
  latencyMs: number,
  context: DraftContext,
): ConversationCommit {
  if (!outcome) {
    // The bot is silent; that a way to reach the customer was heard is said all the same.
    if (around.promises.length > 0) noteContact(draft, around.promises, mind.understand(text, context.now).entities)
    return draft.finish()
  }
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
  let nobody: Unattended | undefined
  if (decision.kind === 'escalate') {
    const begun = escalationOf(draft.conversation, seq, outcome, around, mind, context)
    const escalation = hubId === undefined ? begun : { ...begun, routing: offeredToHub(hubId, context.now) }
    draft.move({ kind: 'handed-over', escalationId: escalation.id, reasons: decision.reasons, evidenceSeq: seq })
    draft.escalation(escalation)
    // Whether somebody is there at a hub is the hub's to say.
    if (hubId === undefined)
      nobody = unattended(escalation, around.staff, around.promises, understanding.entities, mind, context)
    if (nobody?.promise) draft.promise(nobody.promise)
  }
  for (const utterance of reply(mind, outcome, around.waitingBefore, nobody)) draft.say('bot', utterance)
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
  const expiresAfterMs = mind.policy.survey.expiresHours * HOUR_MS
  sendSurvey(draft, { kind: 'bot', modelId: mind.modelId }, answered.need, expiresAfterMs, context)
}

function escalationOf(
  conversation: Conversation,
  seq: number,
  outcome: TurnOutcome,
  { trust, servedBy }: Surroundings,
  mind: Mind,
  context: DraftContext,
): Escalation {
  const { decision, gap } = outcome
  const preferredAgentId = outcome.deliberation.formerAgentId ?? servedBy
  const need = likelyTopic(outcome, mind)
  const reasons = decision.kind === 'escalate' ? decision.reasons : []
  return {
    id: context.newId(),
    conversationId: conversation.id,
    customerId: conversation.customerId,
    language: conversation.language,
    seq,
    reasons,
    gap: gap.value,
    gapReasons: gap.reasons,
    priority: priorityAtHandover({ gap: gap.value, reasons }, trust, mind.policy.routing.urgency),
    queue: queueFor(mind.policy.queues, need),
    routing: newRouting(),
    unansweredSince: context.now,
    queuedAt: context.now,
    ...(need !== undefined && { need }),
    ...(preferredAgentId !== undefined && { preferredAgentId }),
  }
}

/** What it is about, as far as the bot can tell: "a person, please" and "not what I asked" name no need. */
function likelyTopic({ leading, state, decision, deliberation }: TurnOutcome, mind: Mind): string | undefined {
  const refused = decision.kind === 'escalate' && decision.reasons.includes('answer-refused')
  if (refused) return deliberation.before.answered?.need
  if (leading && isTopic(leading)) return leading.name
  return topicOf(state, mind.needs)
}
