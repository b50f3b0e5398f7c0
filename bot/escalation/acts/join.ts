import type { Agent, Conversation } from '../../../domain/index.ts'
import { ConversationDraft, type DraftContext } from '../../turn/draft.ts'
import { PHRASES } from '../../turn/phrases.ts'
import type { Act } from './act.ts'

/** A supervisor joins the agent, and may write, too. The agent goes on owning it. */
export function join(conversation: Conversation, supervisor: Agent, context: DraftContext): Act {
  const draft = new ConversationDraft(conversation, context)
  const move = draft.move({ kind: 'joined', supervisorId: supervisor.id })
  if (move.kind === 'refused') return move
  const text = PHRASES[conversation.language].supervisorJoined(supervisor.name)
  draft.say('system', { text, body: { kind: 'notice', code: 'agent-joined' } })
  return { kind: 'done', commit: draft.finish() }
}
