import { type CompanyPromise, offeredToHub } from '../../domain/index.ts'
import type { ConversationCommit } from '../../store/index.ts'
import { handedOver } from '../escalation/handed-over.ts'
import { noteContact, packPromise, type Unattended, unattended } from '../promises/index.ts'
import type { CustomerTurn } from './customer-wrote.ts'
import type { ConversationDraft, DraftContext } from './draft.ts'
import type { Mind } from './mind.ts'
import { reply, type Utterance } from './reply.ts'
import { resolveByBot } from './resolve-by-bot.ts'
import { shownBy } from './shown-by.ts'
import type { Surroundings } from './surroundings.ts'
import type { TurnOutcome } from './take-turn.ts'

/**
 * Second half of a customer's message: the bot's decision becomes messages, a handover or a resolution.
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
  let nobody: Unattended | undefined
  if (decision.kind === 'escalate') {
    const begun = handedOver(draft.conversation, seq, outcome, around, mind, context)
    const escalation = hubId === undefined ? begun : { ...begun, routing: offeredToHub(hubId, context.now) }
    draft.move({ kind: 'handed-over', escalationId: escalation.id, reasons: decision.reasons, evidenceSeq: seq })
    draft.escalation(escalation)
    if (around.ahead && around.ahead.usedAt === undefined) draft.useTreatment(around.ahead.id)
    // Whether somebody is there at a hub is the hub's to say.
    if (hubId === undefined)
      nobody = unattended(escalation, around.staff, around.promises, understanding.entities, mind, context)
    if (nobody?.promise) draft.promise(nobody.promise)
  }
  const utterances = reply(mind, outcome, around.waitingBefore, nobody)
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
      shown: shownBy(utterances),
      modelId: mind.modelId,
      latencyMs,
    },
  })
  for (const utterance of utterances) {
    if (utterance.body.kind === 'answer') draft.answersNext()
    draft.say('bot', promising(draft, utterance, outcome, around.promises, mind, context))
  }
  if (decision.kind === 'resolve') resolveByBot(draft, mind, 'bot', around.surveys, context)
  return draft.finish()
}

/** What the bot says, with what the company promises by these words: the promise is made, and its time stands under them. */
function promising(
  draft: ConversationDraft,
  utterance: Utterance,
  { decision, deliberation }: TurnOutcome,
  made: readonly CompanyPromise[],
  mind: Mind,
  context: DraftContext,
): Utterance {
  const { body } = utterance
  if (body.kind !== 'answer' && body.kind !== 'handover' && body.kind !== 'text') return utterance
  const isHandover = body.kind === 'handover'
  // A complaint is answered in the company's words before it is handed over; other small talk promises nothing.
  if (body.kind === 'text' && decision.kind !== 'escalate') return utterance
  const need = mind.needs.get((isHandover ? deliberation.before.answered?.need : body.need) ?? '')
  if (!need) return utterance
  const { id: conversationId, customerId, language, escalationId } = draft.conversation
  const of = {
    conversationId,
    customerId,
    language,
    seq: draft.nextSeq,
    ...(escalationId !== undefined && { escalationId }),
  }
  const company = { policy: mind.policy, timeZone: mind.pack.timeZone }
  const promised = packPromise(need, isHandover ? 'handover' : 'answer', of, made, company, context)
  if (!promised) return utterance
  if (promised.isNew) draft.promise(promised.promise)
  return { ...utterance, body: { ...body, noted: promised.noted } }
}
