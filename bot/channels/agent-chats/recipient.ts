import type { Escalation } from '../../../domain/index.ts'
import type { AgentChat } from '../../../store/index.ts'

/**
 * Whom an agent writes to in their personal chat: the customer they accepted last, unless they have chosen another since.
 * @param open what the agent has accepted and not ended
 */
export function recipientOf(open: readonly Escalation[], chosen: AgentChat['chosen']): Escalation | undefined {
  const last = open.toSorted((a, b) => (b.acceptedAt ?? 0) - (a.acceptedAt ?? 0))[0]
  const wanted = chosen && open.find(({ conversationId }) => conversationId === chosen.conversationId)
  return wanted && chosen.at >= (last?.acceptedAt ?? 0) ? wanted : last
}
