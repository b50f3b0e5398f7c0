import type { Agent, Conversation, Escalation } from '../../../domain/index.ts'
import type { CheckedFile } from '../../files/index.ts'
import { ConversationDraft, type DraftContext } from '../../turn/draft.ts'
import { answered } from '../unanswered.ts'
import type { Act } from './act.ts'

/** Writes to the customer: its agent may, and the supervisor who has joined. */
export function say(
  conversation: Conversation,
  escalation: Escalation,
  agent: Agent,
  said: string | CheckedFile,
  clientId: string | undefined,
  context: DraftContext,
): Act {
  const draft = new ConversationDraft(conversation, context)
  const move = draft.move({ kind: 'agent-wrote', agentId: agent.id })
  if (move.kind === 'refused') return move
  const changed = answered(escalation, agent.id, context.now)
  if (changed) draft.escalation(changed)
  const utterance = typeof said === 'string' ? ({ text: said, body: { kind: 'text' } } as const) : draft.attach(said)
  draft.sayAsAgent(agent, utterance, clientId)
  return { kind: 'done', commit: draft.finish() }
}
