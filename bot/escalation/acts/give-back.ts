import type { Conversation, Escalation } from '../../../domain/index.ts'
import type { ConversationCommit } from '../../../store/index.ts'
import { ConversationDraft, type DraftContext } from '../../turn/draft.ts'
import { PHRASES } from '../../turn/phrases.ts'

/**
 * Takes a conversation back from an agent who is gone: the customer waits for somebody else, who goes on where it stood.
 *
 * @param next what follows the escalation
 * @param agentName of who is gone, as customers see it
 * @returns undefined when no agent has it any more
 */
export function giveBack(
  conversation: Conversation,
  escalation: Escalation,
  next: Escalation,
  agentName: string,
  context: DraftContext,
): ConversationCommit | undefined {
  const draft = new ConversationDraft(conversation, context)
  const move = draft.move({ kind: 'given-back', escalationId: next.id })
  if (move.kind === 'refused' || escalation.agentId === undefined) return undefined
  draft.escalation({ ...escalation, endedAt: context.now, outcome: 'given-back' })
  const passedBy = [...new Set([...escalation.routing.passedBy, escalation.agentId])]
  draft.escalation({ ...next, routing: { ...next.routing, passedBy } })
  const text = PHRASES[conversation.language].givenBack(agentName)
  draft.say('system', { text, body: { kind: 'notice', code: 'agent-left' } })
  return draft.finish()
}
