import { type Conversation, type Escalation, HOUR_MS, takesConversations } from '../../domain/index.ts'
import type { Store } from '../../store/index.ts'
import type { Policy } from '../policy/index.ts'

/**
 * The agent who resolved this conversation, when its customer comes back in time and the agent can have it again. Asked
 * before a customer's message; while a person has it or the bot has begun to serve, there is nobody to go back to.
 *
 * @returns the agent's id
 */
export async function formerAgent(
  store: Pick<Store, 'conversations' | 'escalations' | 'people'>,
  conversation: Conversation,
  { reopenToAgentHours }: Pick<Policy['routing'], 'reopenToAgentHours'>,
  now: number,
): Promise<string | undefined> {
  if (!isBackAgain(conversation)) return undefined
  const last = (await store.escalations.ofConversation(conversation.id)).at(-1)
  const agentId = last && resolvedBy(last, now - reopenToAgentHours * HOUR_MS)
  if (agentId === undefined) return undefined
  const events = await store.conversations.events(conversation.id)
  if (events.findLast(({ kind }) => kind === 'resolved')?.by !== 'agent') return undefined
  const [agent, presences, open] = await Promise.all([
    store.people.get(agentId),
    store.people.presences(),
    store.escalations.openOf(agentId),
  ])
  const presence = presences.find((one) => one.agentId === agentId)
  const canTakeMore = agent && presence && takesConversations(presence, now) && open.length < agent.capacity
  return canTakeMore ? agentId : undefined
}

/** Closed, or reopened by words that the bot has only been polite to. */
function isBackAgain({ owner, settledSeq, state }: Conversation): boolean {
  if (settledSeq === 0) return false
  const { answered, pending, clarifications } = state
  return owner === 'closed' || (owner === 'bot' && !answered && !pending && clarifications === 0)
}

/** Nobody goes back to whom they were spam to. */
function resolvedBy({ outcome, endedAt, agentId }: Escalation, since: number): string | undefined {
  const isResolved = outcome === 'resolved' || outcome === 'unresolved'
  return isResolved && endedAt !== undefined && endedAt >= since ? agentId : undefined
}
