import type { Agent, Escalation, Routing } from '../../domain/index.ts'

/** What the search for an agent does to those who wait. */
export interface AgentSearch {
  /** Notes how far the search has come, and tells whoever listens. False when somebody has noted a step since. */
  noteRouting(escalation: Pick<Escalation, 'id' | 'conversationId'>, routing: Routing): Promise<boolean>
  /**
   * "Not me": the offer goes on to the next one. Nothing happens when it is not offered to this agent (any more).
   * @throws CandorError CONVERSATION_UNKNOWN, CONVERSATION_BUSY
   */
  pass(escalationId: string, agent: Agent): Promise<void>
  /** Takes a conversation back from an agent who is gone and has left its customer without an answer. False when it is not so (any more). */
  giveBack(escalation: Pick<Escalation, 'id' | 'conversationId'>): Promise<boolean>
}
