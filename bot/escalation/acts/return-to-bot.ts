import type { Agent, Conversation, Escalation } from '../../../domain/index.ts'
import { afreshState } from '../../turn/dialogue-state.ts'
import { ConversationDraft, type DraftContext } from '../../turn/draft.ts'
import { PHRASES } from '../../turn/phrases.ts'
import type { Act } from './act.ts'

/** Gives the conversation back to the bot, which goes on with the details it knows and none of its old doubts. */
export function returnToBot(
  conversation: Conversation,
  escalation: Escalation,
  agent: Agent,
  context: DraftContext,
): Act {
  const draft = new ConversationDraft(conversation, context)
  const move = draft.move({ kind: 'returned', agentId: agent.id, seq: conversation.lastSeq })
  if (move.kind === 'refused') return move
  draft.conversation = { ...draft.conversation, state: afreshState(conversation.state) }
  draft.escalation({ ...escalation, endedAt: context.now, outcome: 'returned' })
  draft.say('system', {
    text: PHRASES[conversation.language].returned,
    body: { kind: 'notice', code: 'returned-to-bot' },
  })
  return { kind: 'done', commit: draft.finish() }
}
