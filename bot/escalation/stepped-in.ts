import { type Conversation, type Escalation, newRouting, type Turn } from '../../domain/index.ts'
import { queueFor } from '../policy/index.ts'
import type { DraftContext } from '../turn/draft.ts'
import type { Mind } from '../turn/mind.ts'
import { topicOf } from '../turn/topic-of.ts'
import { priorityAtHandover } from './urgency.ts'

/**
 * The escalation of somebody who takes over from the bot unasked.
 * @param lastTurn the bot's last turn, if it had any
 * @param trust of the customer, 0..1
 */
export function steppedIn(
  { id, customerId, language, state }: Conversation,
  lastTurn: Pick<Turn, 'seq'> | undefined,
  trust: number,
  { needs, policy: { queues, routing } }: Pick<Mind, 'needs' | 'policy'>,
  context: DraftContext,
): Escalation {
  const need = topicOf(state, needs)
  const gap = state.gap?.value ?? 0
  const reasons: Escalation['reasons'] = ['taken-over']
  return {
    id: context.newId(),
    conversationId: id,
    customerId,
    language,
    reasons,
    gap,
    gapReasons: state.gap?.reasons ?? [],
    priority: priorityAtHandover({ gap, reasons }, trust, routing.urgency),
    queue: queueFor(queues, need),
    routing: newRouting(),
    queuedAt: context.now,
    unansweredSince: context.now,
    ...(lastTurn && { seq: lastTurn.seq }),
    ...(need !== undefined && { need }),
  }
}
