import { trustEvidence, trustScore } from '../../analytics/index.ts'
import type { TrustCause, TrustEvent } from '../../domain/index.ts'
import type { Policy } from '../policy/index.ts'

/**
 * New rows for a customer's trust ledger, each with the score right after it.
 * @param ledger the customer's rows so far
 * @param causes in the order in which they happened; `rating` goes with `survey-rating`
 */
export function ledgerEntries(
  ledger: readonly TrustEvent[],
  causes: readonly { cause: TrustCause; rating?: number }[],
  about: { customerId: string; conversationId: string; at: number; newId(): string },
  policy: Policy['trust'],
): TrustEvent[] {
  const rows: TrustEvent[] = []
  for (const { cause, rating } of causes) {
    const { customerId, conversationId, at } = about
    const row = { id: about.newId(), customerId, conversationId, at, cause, ...trustEvidence(cause, policy, rating) }
    rows.push({ ...row, scoreAfter: trustScore([...ledger, ...rows, row], at, policy).score })
  }
  return rows
}
