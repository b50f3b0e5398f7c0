import type { Agent, Conversation, Escalation } from '../../../domain/index.ts'
import { ConversationDraft, type DraftContext } from '../../turn/draft.ts'
import { PHRASES } from '../../turn/phrases.ts'
import { withdrawn } from '../routing/offer.ts'
import type { Act } from './act.ts'

/** Takes a waiting conversation. Who is second is refused, by the state machine or by the version at commit. */
export function accept(conversation: Conversation, escalation: Escalation, agent: Agent, context: DraftContext): Act {
  const draft = new ConversationDraft(conversation, context)
  const move = draft.move({ kind: 'accepted', agentId: agent.id })
  if (move.kind === 'refused') return move
  const routing = withdrawn(escalation.routing)
  draft.escalation({ ...escalation, routing, agentId: agent.id, acceptedAt: context.now })
  const text = PHRASES[conversation.language].agentJoined(agent.name)
  draft.say('system', { text, body: { kind: 'notice', code: 'agent-joined' } })
  return {
    kind: 'done',
    commit: { ...draft.finish(), capacity: { agentId: agent.id, limit: agent.capacity } },
  }
}
