import { offeredToHub } from '../../domain/index.ts'
import type { ConversationCommit } from '../../store/index.ts'
import { handedOver } from '../escalation/handed-over.ts'
import { noteContact, type Unattended, unattended } from '../promises/index.ts'
import type { CustomerTurn } from './customer-wrote.ts'
import type { DraftContext } from './draft.ts'
import type { Mind } from './mind.ts'
import { reply } from './reply.ts'
import { resolveByBot } from './resolve-by-bot.ts'
import type { Surroundings } from './surroundings.ts'

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
    const begun = handedOver(draft.conversation, seq, outcome, around, mind, context)
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
