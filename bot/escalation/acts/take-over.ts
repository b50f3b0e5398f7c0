import type { Agent, Conversation, Escalation } from '../../../domain/index.ts'
import { ConversationDraft, type DraftContext } from '../../turn/draft.ts'
import { PHRASES } from '../../turn/phrases.ts'
import type { Act } from './act.ts'

/**
 * Steps in: for the bot, or for another agent, whose work on it ends then. It counts against what one takes at once.
 * @param current the other agent's escalation, if there is one
 * @param begun the one that begins
 */
export function takeOver(
  conversation: Conversation,
  current: Escalation | undefined,
  begun: Escalation,
  agent: Agent,
  context: DraftContext,
): Act {
  const draft = new ConversationDraft(conversation, context)
  const move = draft.move({ kind: 'taken-over', agentId: agent.id, escalationId: begun.id })
  if (move.kind === 'refused') return move
  if (current) draft.escalation({ ...current, endedAt: context.now, outcome: 'transferred' })
  draft.escalation({ ...begun, agentId: agent.id, acceptedAt: context.now })
  const text = PHRASES[conversation.language].agentJoined(agent.name)
  draft.say('system', { text, body: { kind: 'notice', code: 'agent-joined' } })
  return { kind: 'done', commit: { ...draft.finish(), capacity: { agentId: agent.id, limit: agent.capacity } } }
}
