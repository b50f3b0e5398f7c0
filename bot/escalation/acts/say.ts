import type { Agent, Conversation } from '../../../domain/index.ts'
import type { CheckedFile } from '../../files/index.ts'
import { ConversationDraft, type DraftContext } from '../../turn/draft.ts'
import type { Act } from './act.ts'

export function say(
  conversation: Conversation,
  agent: Agent,
  said: string | CheckedFile,
  clientId: string | undefined,
  context: DraftContext,
): Act {
  const draft = new ConversationDraft(conversation, context)
  const move = draft.move({ kind: 'agent-wrote', agentId: agent.id })
  if (move.kind === 'refused') return move
  const author = { authorId: agent.id, ...(clientId !== undefined && { clientId }) }
  if (typeof said === 'string') draft.say('agent', { text: said, body: { kind: 'text' } }, author)
  else draft.sendFile('agent', said, author)
  const commit = draft.finish()
  return {
    kind: 'done',
    commit: clientId === undefined ? commit : { ...commit, dedupeKey: `agent:${agent.id}:${clientId}` },
  }
}
