import { type Conversation, HOUR_MS, type TrustEvent } from '../../domain/index.ts'
import type { Store } from '../../store/index.ts'
import type { DraftContext } from '../turn/draft.ts'
import type { Mind } from '../turn/mind.ts'
import type { TurnOutcome } from '../turn/take-turn.ts'
import { cameBack } from './came-back.ts'
import { ledgerEntries } from './ledger-entry.ts'

/**
 * The row of a customer who has come back to a closed conversation because its end did not hold. Reads nothing for any other
 * message.
 * @param before the conversation as it was stored, if it was
 * @param outcome what the bot made of the message; absent where it said nothing
 */
export async function noteComeBack(
  store: Pick<Store, 'conversations' | 'escalations' | 'customers'>,
  { policy, answerAbove }: Pick<Mind, 'policy' | 'answerAbove'>,
  before: Conversation | undefined,
  outcome: Pick<TurnOutcome, 'leading' | 'deliberation'> | undefined,
  context: DraftContext,
): Promise<TrustEvent[]> {
  if (before?.owner !== 'closed' || !outcome) return []
  const { id: conversationId, customerId } = before
  const [events, escalations, ledger] = await Promise.all([
    store.conversations.events(conversationId),
    store.escalations.ofConversation(conversationId),
    store.customers.trustEvents(customerId),
  ])
  const isSure = (outcome.deliberation.leading?.probability ?? 0) > answerAbove
  const need = isSure ? outcome.leading : undefined
  const ended = { conversation: before, events, escalations }
  const subject = cameBack(ended, need, context.now, policy.gap.reopenWithinHours * HOUR_MS)
  if (!subject) return []
  const about = { ...context, customerId, conversationId, at: context.now, subject }
  return ledgerEntries(ledger, [{ cause: 'conversation-reopened' }], about, policy.trust)
}
