import { type Agent, type Escalation, type Presence, takesConversations } from '../../../domain/index.ts'
import type { AgentChat } from '../../../store/index.ts'
import { suitableStaff } from '../../escalation/routing/staff.ts'

export interface AgentChatsNow {
  chats: readonly AgentChat[]
  agents: readonly Agent[]
  presences: readonly Presence[]
  now: number
}

/**
 * The chats in which an escalation that waits is shown: that of the agent to whom it is offered; once everybody may take
 * it, the channels, and those of all who serve such customers and have not passed it on. Nobody who is away is disturbed.
 */
export function chatsToTell(
  escalation: Escalation,
  { chats, agents, presences, now }: AgentChatsNow,
): readonly AgentChat[] {
  const { offer, openSince, passedBy } = escalation.routing
  const takesCustomers = (agentId: string) =>
    presences.some((presence) => presence.agentId === agentId && takesConversations(presence, now))
  const suitable = new Set(suitableStaff(agents, escalation).map(({ id }) => id))
  const serves = (agentId: string) => suitable.has(agentId) && !passedBy.includes(agentId)
  return chats.filter(({ kind, agentId }) => {
    if (kind === 'channel') return openSince !== undefined
    const isOffered = offer?.agentId === agentId && now < offer.until
    return takesCustomers(agentId) && (isOffered || (openSince !== undefined && serves(agentId)))
  })
}
