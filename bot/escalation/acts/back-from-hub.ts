import type { Conversation, Escalation } from '../../../domain/index.ts'
import { ConversationDraft, type DraftContext } from '../../turn/draft.ts'
import { PHRASES } from '../../turn/phrases.ts'
import { passedOn } from '../routing/offer.ts'
import type { Act } from './act.ts'

/**
 * The hub cannot take the customer, or not go on with them: they wait in our own queue from now on, and are told.
 * Where the hub had accepted them, `next` follows.
 */
export function backFromHub(
  conversation: Conversation,
  escalation: Escalation,
  next: Escalation,
  hubId: string,
  context: DraftContext,
): Act {
  const draft = new ConversationDraft(conversation, context)
  if (conversation.owner === 'queued') {
    const { routing } = escalation
    if (routing.offer?.agentId !== hubId) return { kind: 'refused', why: 'wrong-owner' }
    draft.escalation({ ...escalation, routing: { ...passedOn(routing), step: routing.step + 1 } })
  } else {
    if (conversation.agentId !== hubId) return { kind: 'refused', why: 'other-agent' }
    const move = draft.move({ kind: 'given-back', escalationId: next.id })
    if (move.kind === 'refused') return move
    draft.escalation({ ...escalation, endedAt: context.now, outcome: 'given-back' })
    draft.escalation({ ...next, routing: { ...next.routing, passedBy: [hubId] } })
  }
  const text = PHRASES[conversation.language].backFromHub
  draft.say('system', { text, body: { kind: 'notice', code: 'still-waiting' } })
  return { kind: 'done', commit: draft.finish() }
}
