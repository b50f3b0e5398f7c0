import type { Escalation, Routing } from '../domain/index.ts'

/** What somebody has to do at this moment. */
export interface AgentLoad {
  agentId: string
  /** Conversations they have accepted and not ended. */
  open: number
  /** When they accepted the last one, ended or not. */
  lastAcceptedAt: number
}

export interface EscalationStore {
  get(id: string): Promise<Escalation | undefined>
  /**
   * Not accepted yet: the most urgent first, then the longest waiting. With `waitingMinute` above 0 those behind the limit
   * come into it by waiting, however many more important ones come after them; with 0 (the default) priority alone counts.
   *
   * @param waitingMinute what a minute of waiting adds to the priority, 0 or more
   */
  waiting(limit: number, waitingMinute?: number): Promise<Escalation[]>
  /** Accepted by this agent and not ended. */
  openOf(agentId: string): Promise<Escalation[]>
  countWaiting(): Promise<number>
  /** Accepted by anybody and not ended, the longest accepted first. */
  open(limit: number): Promise<Escalation[]>
  /** Everybody who ever accepted one. */
  loads(): Promise<AgentLoad[]>
  /** The conversation's escalations, the oldest first. */
  ofConversation(conversationId: string): Promise<Escalation[]>
  /**
   * Notes a step of the search for an agent, if the escalation still waits and nobody has noted one since: `routing.step`
   * must be one more than what is stored. @returns whether it was noted
   */
  putRouting(id: string, routing: Routing): Promise<boolean>
}
