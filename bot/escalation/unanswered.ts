import type { Escalation } from '../../domain/index.ts'

/** The customer has written to their agent, and waits from now on. @returns undefined when they waited already */
export function leftUnanswered(escalation: Escalation, now: number): Escalation | undefined {
  return escalation.unansweredSince === undefined ? { ...escalation, unansweredSince: now } : undefined
}

/**
 * Somebody of the company has written: the customer waits no more. Only what its own agent writes is the agent's first reply.
 * @returns undefined when nothing changes
 */
export function answered(escalation: Escalation, agentId: string, now: number): Escalation | undefined {
  const isFirstReply = escalation.firstReplyAt === undefined && escalation.agentId === agentId
  if (escalation.unansweredSince === undefined && !isFirstReply) return undefined
  const { unansweredSince: _, ...rest } = escalation
  return { ...rest, ...(isFirstReply && { firstReplyAt: now }) }
}
