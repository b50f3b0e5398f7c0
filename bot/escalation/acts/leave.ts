import type { Agent, Conversation } from '../../../domain/index.ts'
import { ConversationDraft, type DraftContext } from '../../turn/draft.ts'
import { PHRASES } from '../../turn/phrases.ts'
import type { Act } from './act.ts'

/** The supervisor leaves the conversation to its agent again. */
export function leave(conversation: Conversation, supervisor: Agent, context: DraftContext): Act {
  const draft = new ConversationDraft(conversation, context)
  const move = draft.move({ kind: 'left', supervisorId: supervisor.id })
  if (move.kind === 'refused') return move
  const text = PHRASES[conversation.language].supervisorLeft(supervisor.name)
  draft.say('system', { text, body: { kind: 'notice', code: 'agent-left' } })
  return { kind: 'done', commit: draft.finish() }
}
