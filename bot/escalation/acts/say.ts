import type { Agent, Conversation } from '../../../domain/index.ts'
import { ConversationDraft, type DraftContext } from '../../turn/draft.ts'
import type { Act } from './act.ts'

export function say(
  conversation: Conversation,
  agent: Agent,
  text: string,
  clientId: string | undefined,
  context: DraftContext,
): Act {
  const draft = new ConversationDraft(conversation, context)
  const move = draft.move({ kind: 'agent-wrote', agentId: agent.id })
  if (move.kind === 'refused') return move
  draft.say(
    'agent',
    { text, body: { kind: 'text' } },
    { authorId: agent.id, ...(clientId !== undefined && { clientId }) },
  )
  const commit = draft.finish()
  return {
    kind: 'done',
    commit: clientId === undefined ? commit : { ...commit, dedupeKey: `agent:${agent.id}:${clientId}` },
  }
}
