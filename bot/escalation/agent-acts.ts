import type { Agent, Message, ResolvedOutcome } from '../../domain/index.ts'
import type { CheckedFile } from '../files/index.ts'

/** How an agent ends a conversation. */
export interface Verdict {
  outcome: ResolvedOutcome
  /** The need it really was about. */
  trueNeed?: string
}

/** What agents do to conversations. Every method resolves after the commit. */
export interface AgentActs {
  /** @throws CandorError CONVERSATION_TAKEN, AGENT_FULL, TRANSITION_REFUSED, CONVERSATION_UNKNOWN */
  accept(escalationId: string, agent: Agent): Promise<{ conversationId: string }>
  /**
   * @param said words, or a file
   * @throws CandorError TRANSITION_REFUSED, CONVERSATION_UNKNOWN, TEXT_TOO_LONG, FILES_FULL
   */
  say(conversationId: string, agent: Agent, said: string | CheckedFile, clientId?: string): Promise<Message>
  returnToBot(conversationId: string, agent: Agent): Promise<void>
  resolve(conversationId: string, agent: Agent, verdict: Verdict): Promise<void>
}
