import type { Channel } from './conversation.ts'

export const TRUST_CAUSES = [
  'survey-rating',
  'survey-resolved',
  'survey-unresolved',
  'survey-recommend',
  'survey-effort',
  'escalation-resolved',
  'escalation-unresolved',
  'conversation-reopened',
  'promise-kept',
  'promise-broken',
] as const
export type TrustCause = (typeof TRUST_CAUSES)[number]

/** What a piece of evidence is about beside the customer, fixed when it is written. Without an agent it is the bot's. */
export interface TrustSubject {
  channel?: Channel
  need?: string
  agentId?: string
}

/** One row of a customer's trust ledger: evidence for (`gain`) and against (`loss`), both in observations >= 0. */
export interface TrustEvent extends TrustSubject {
  id: string
  customerId: string
  conversationId?: string
  at: number
  cause: TrustCause
  gain: number
  loss: number
  /** The row that this one stands in for: the customer has changed an answer. The other one stays, and counts no more. */
  replaces?: string
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
