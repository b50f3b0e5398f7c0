export const TRUST_CAUSES = [
  'survey-rating',
  'survey-resolved',
  'survey-unresolved',
  'escalation-resolved',
  'escalation-unresolved',
  'conversation-reopened',
  'promise-kept',
  'promise-broken',
] as const
export type TrustCause = (typeof TRUST_CAUSES)[number]

/** One row of a customer's trust ledger: evidence for (`gain`) and against (`loss`), both in observations >= 0. */
export interface TrustEvent {
  id: string
  customerId: string
  conversationId?: string
  at: number
  cause: TrustCause
  gain: number
  loss: number
  /** The score right after this event, 0..1: a snapshot for the reader; replaying the ledger is the truth. */
  scoreAfter: number
}

/** Trust after a ledger: posterior mean and central 95 % interval, all in 0..1. */
export interface TrustScore {
  score: number
  low: number
  high: number
  /** Number of events behind it; 0 means that this is the prior. */
  n: number
}
