import type { Conversation, ConversationEvent, Escalation, Need, TrustSubject } from '../../domain/index.ts'

/** How the conversation had ended when the customer wrote again. */
export interface EndedBefore {
  /** As it was stored, still closed. */
  conversation: Conversation
  events: readonly ConversationEvent[]
  /** Its handovers, the oldest first. */
  escalations: readonly Escalation[]
}

/**
 * Whose end of the conversation did not hold: the customer has come back within the time, and not with something else.
 * Thanks and greetings are no complaint, nor is another need that the bot is sure of; where the message is about no need
 * that anybody could name, who comes back soon mostly comes back with the same one.
 *
 * @param need what the customer writes about now, if the bot is sure of it
 * @param withinMs how long an end has to hold
 * @returns what the evidence is about; undefined where there is none
 */
export function cameBack(
  { conversation, events, escalations }: EndedBefore,
  need: Pick<Need, 'name' | 'role'> | undefined,
  now: number,
  withinMs: number,
): TrustSubject | undefined {
  const end = events.findLast(({ kind }) => kind === 'resolved')
  if (!end || now - end.at > withinMs) return undefined
  const handover = end.by === 'agent' ? escalations.find(({ id }) => id === end.escalationId) : undefined
  // What was not called resolved did not fail to hold.
  if (handover && handover.outcome !== 'resolved') return undefined
  const before = handover
    ? handover.noNeed
      ? undefined
      : (handover.trueNeed ?? handover.need)
    : conversation.state.answered?.need
  // The bot had served nothing: there was nothing to come back to.
  if (!handover && before === undefined) return undefined
  if (need && need.role !== 'task' && need.role !== 'complaint' && need.role !== 'person') return undefined
  if (need?.role === 'task' && before !== undefined && need.name !== before) return undefined
  return {
    channel: conversation.channel,
    ...(before !== undefined && { need: before }),
    ...(handover?.agentId !== undefined && { agentId: handover.agentId }),
  }
}
