import { trustEvidence, trustPosterior } from '../../analytics/index.ts'
import type { TrustCause, TrustEvent, TrustSubject } from '../../domain/index.ts'
import type { Policy } from '../policy/index.ts'

/** Something that happened. `share`: for what is a matter of degree, see `trustEvidence`. `replaces`: id of an earlier row. */
export interface Happening {
  cause: TrustCause
  share?: number
  replaces?: string
  /** It only takes back what it replaces: it is no evidence itself. */
  isVoid?: boolean
  /** Where it is not what all the others are about. */
  subject?: TrustSubject
}

/**
 * New rows for a customer's trust ledger, each with the score right after it.
 * @param ledger the customer's rows so far
 * @param happened in the order in which it happened
 */
export function ledgerEntries(
  ledger: readonly TrustEvent[],
  happened: readonly Happening[],
  about: { customerId: string; conversationId: string; at: number; newId(): string; subject?: TrustSubject },
  policy: Policy['trust'],
): TrustEvent[] {
  const rows: TrustEvent[] = []
  for (const { cause, share, replaces, isVoid, subject = about.subject } of happened) {
    const { customerId, conversationId, at } = about
    const evidence = isVoid ? { gain: 0, loss: 0 } : trustEvidence(cause, policy, share)
    const row = {
      ...{ id: about.newId(), customerId, conversationId, at, ...subject, cause, ...evidence },
      ...(replaces !== undefined && { replaces }),
    }
    const { alpha, beta } = trustPosterior([...ledger, ...rows, row], at, policy)
    rows.push({ ...row, scoreAfter: alpha / (alpha + beta) })
  }
  return rows
}
