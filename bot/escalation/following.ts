import { trustScore } from '../../analytics/index.ts'
import { type Escalation, newRouting } from '../../domain/index.ts'
import type { Store } from '../../store/index.ts'
import { keptPriority } from '../goodwill/index.ts'
import type { Policy } from '../policy/index.ts'
import type { DraftContext } from '../turn/draft.ts'
import { priorityAtHandover } from './urgency.ts'

/**
 * The escalation that goes on where this one ends: the same need of the same customer, waiting anew for somebody else.
 * The gap is that of the handover, the trust that of now, and who was ahead by goodwill stays ahead.
 */
export async function following(
  store: Pick<Store, 'customers' | 'escalations' | 'goodwill'>,
  ended: Escalation,
  policy: Pick<Policy, 'trust' | 'routing' | 'goodwill'>,
  context: DraftContext,
): Promise<Escalation> {
  const { conversationId, customerId, language, seq, reasons, need, gap, gapReasons, queue } = ended
  const [ledger, treatments, handovers] = await Promise.all([
    store.customers.trustEvents(customerId),
    store.goodwill.ofCustomer(customerId),
    store.escalations.ofConversation(conversationId),
  ])
  const { score } = trustScore(ledger, context.now, policy.trust)
  const { days, urgency } = policy.goodwill.priority
  const isAhead = keptPriority(treatments, handovers, days, beginningOf(ended, handovers).queuedAt) !== undefined
  const follows = ended.id
  return {
    id: context.newId(),
    conversationId,
    customerId,
    language,
    reasons,
    gap,
    gapReasons,
    priority: priorityAtHandover({ gap, reasons, follows }, score, policy.routing.urgency, isAhead ? urgency : 0),
    queue,
    follows,
    routing: newRouting(),
    queuedAt: context.now,
    unansweredSince: ended.unansweredSince ?? context.now,
    ...(seq !== undefined && { seq }),
    ...(need !== undefined && { need }),
  }
}

/** The first of the escalations that go on with one another up to this one. */
function beginningOf(last: Escalation, handovers: readonly Escalation[]): Escalation {
  const known = new Map(handovers.map((each) => [each.id, each]))
  let first = last
  for (let before = known.get(first.follows ?? ''); before; before = known.get(first.follows ?? '')) first = before
  return first
}
