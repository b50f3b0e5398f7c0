import type { Agent, Conversation, Escalation } from '../../../domain/index.ts'
import { ConversationDraft, type DraftContext } from '../../turn/draft.ts'
import { PHRASES } from '../../turn/phrases.ts'
import type { Transfer } from '../agent-acts.ts'
import type { Act } from './act.ts'
import { noteBy } from './note.ts'

/**
 * Passes the conversation on: the agent's work on it ends, and another escalation waits for whom it was meant. What the
 * agent has to say about it is a note for colleagues.
 *
 * @param next what follows this escalation
 */
export function transfer(
  conversation: Conversation,
  escalation: Escalation,
  agent: Agent,
  { to, comment }: Transfer,
  next: Escalation,
  context: DraftContext,
): Act {
  const draft = new ConversationDraft(conversation, context)
  const move = draft.move({ kind: 'transferred', agentId: agent.id, escalationId: next.id })
  if (move.kind === 'refused') return move
  draft.escalation({ ...escalation, endedAt: context.now, outcome: 'transferred' })
  draft.escalation({
    ...next,
    // It is not to come back by itself to who has just passed it on.
    routing: { ...next.routing, passedBy: [agent.id] },
    ...('agentId' in to ? { preferredAgentId: to.agentId } : { queue: to.queue }),
  })
  if (comment !== undefined) draft.note(noteBy(agent, conversation, comment, context))
  const text = PHRASES[conversation.language].transferred
  draft.say('system', { text, body: { kind: 'notice', code: 'transferred' } })
  return { kind: 'done', commit: draft.finish() }
}
