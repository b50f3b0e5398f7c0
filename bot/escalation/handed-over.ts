import { type Conversation, type Escalation, newRouting } from '../../domain/index.ts'
import { queueFor } from '../policy/index.ts'
import type { DraftContext } from '../turn/draft.ts'
import type { Mind } from '../turn/mind.ts'
import { isTopic } from '../turn/need-roles.ts'
import type { Surroundings } from '../turn/surroundings.ts'
import type { TurnOutcome } from '../turn/take-turn.ts'
import { topicOf } from '../turn/topic-of.ts'
import { priorityAtHandover } from './urgency.ts'

/**
 * The escalation with which the bot hands over.
 * @param seq of the message that led to it
 */
export function handedOver(
  conversation: Conversation,
  seq: number,
  outcome: TurnOutcome,
  { trust, servedBy, ahead }: Surroundings,
  mind: Mind,
  context: DraftContext,
): Escalation {
  const { decision, gap } = outcome
  const preferredAgentId = outcome.deliberation.formerAgentId ?? servedBy
  const need = likelyTopic(outcome, mind)
  const { routing, goodwill } = mind.policy
  const reasons = decision.kind === 'escalate' ? decision.reasons : []
  return {
    id: context.newId(),
    conversationId: conversation.id,
    customerId: conversation.customerId,
    language: conversation.language,
    seq,
    reasons,
    gap: gap.value,
    gapReasons: gap.reasons,
    priority: priorityAtHandover(
      { gap: gap.value, reasons },
      trust,
      routing.urgency,
      ahead && goodwill.priority.urgency,
    ),
    queue: queueFor(mind.policy.queues, need),
    routing: newRouting(),
    unansweredSince: context.now,
    queuedAt: context.now,
    ...(need !== undefined && { need }),
    ...(preferredAgentId !== undefined && { preferredAgentId }),
  }
}

/** What it is about, as far as the bot can tell: "a person, please" and "not what I asked" name no need. */
function likelyTopic({ leading, state, decision, deliberation }: TurnOutcome, mind: Mind): string | undefined {
  const refused = decision.kind === 'escalate' && decision.reasons.includes('answer-refused')
  if (refused) return deliberation.before.answered?.need
  if (leading && isTopic(leading)) return leading.name
  return topicOf(state, mind.needs)
}
