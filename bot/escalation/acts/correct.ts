import type { Agent, Conversation, Message } from '../../../domain/index.ts'
import { ConversationDraft, type DraftContext } from '../../turn/draft.ts'
import type { Act } from './act.ts'

/** Says a message of one's own again, as it should have been. The first wording stays in the record. */
export function correct(
  conversation: Conversation,
  original: Message,
  agent: Agent,
  text: string,
  clientId: string | undefined,
  context: DraftContext,
): Act {
  const draft = new ConversationDraft(conversation, context)
  const move = draft.move({ kind: 'agent-wrote', agentId: agent.id })
  if (move.kind === 'refused') return move
  draft.sayAsAgent(agent, { text, body: { kind: 'correction', of: original.seq } }, clientId)
  return { kind: 'done', commit: draft.finish() }
}

/** What an agent may correct: a text, and their own. */
export function isCorrectable({ from, authorId, body }: Message, agent: Pick<Agent, 'id'>): boolean {
  return from === 'agent' && authorId === agent.id && body.kind === 'text'
}
