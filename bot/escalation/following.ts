import { type Escalation, newRouting } from '../../domain/index.ts'
import type { Policy } from '../policy/index.ts'
import type { DraftContext } from '../turn/draft.ts'
import { priorityAtHandover } from './urgency.ts'

/**
 * The escalation that goes on where this one ends: the same need of the same customer, waiting anew for somebody else.
 * @param trust of the customer, 0..1
 */
export function following(
  ended: Escalation,
  trust: number,
  weights: Policy['routing']['urgency'],
  context: DraftContext,
): Escalation {
  const { conversationId, customerId, language, seq, reasons, need, gap, gapReasons, queue } = ended
  const follows = ended.id
  return {
    id: context.newId(),
    conversationId,
    customerId,
    language,
    reasons,
    gap,
    gapReasons,
    priority: priorityAtHandover({ gap, reasons, follows }, trust, weights),
    queue,
    follows,
    routing: newRouting(),
    queuedAt: context.now,
    unansweredSince: ended.unansweredSince ?? context.now,
    ...(seq !== undefined && { seq }),
    ...(need !== undefined && { need }),
  }
}
