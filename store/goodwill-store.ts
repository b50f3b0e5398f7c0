import type { CsatRating, EscalationOutcome, Treatment, TreatmentState, TrustEvent } from '../domain/index.ts'
import type { Period } from './period.ts'

/**
 * A treatment that was decided on what was read. It is refused as a conflict when its cause has one already, when the
 * customer has had another one since, or when the month's budget does not hold it any more: to be decided anew.
 */
export interface TreatmentClaim {
  treatment: Treatment
  /** `YYYY-MM` by the company's calendar: whose budget pays. */
  month: string
  /** All that may be spent in that month, in hundredths of the currency. */
  budgetCents: number
}

/** A bad rating of a customer, and what the company's own record says of the conversation. */
export interface Complaint {
  surveyId: string
  at: number
  rating: CsatRating
  /** The gap when the survey was sent, 0..1. */
  gap?: number
  /** How the agent whom it rates ended it. */
  verdict?: EscalationOutcome
  /** A promise of that conversation was broken before the rating, not by the customer's word alone. */
  promiseBroken: boolean
}

/** What became of a customer after the first time that a rule would have treated them. */
export interface TreatmentOutcome {
  treatment: Treatment
  /** A conversation of theirs was opened or reopened within the days after it. */
  cameBack: boolean
  /** Their first CSAT answer within the days after it, to a survey that was sent after it. */
  nextRating?: CsatRating
}

export interface RuleSums {
  rule: string
  state: TreatmentState
  count: number
  /** What they cost, or would have cost. */
  costCents: number
}

/** Who may be thanked: known for long, with evidence, and where they were seen last. */
export interface LongStanding {
  customerId: string
  conversationId: string
}

/** Written by a commit: see `ConversationCommit.treatment`. */
export interface GoodwillStore {
  /** The oldest first. */
  ofCustomer(customerId: string): Promise<Treatment[]>
  /** What these customers were given since then, the latest first. */
  givenTo(customerIds: readonly string[], since: number): Promise<Treatment[]>
  /** Hundredths spent in a month, `YYYY-MM`. */
  spent(month: string): Promise<number>
  /** The last months in which anything was spent, the latest first. */
  months(limit: number): Promise<{ month: string; spentCents: number }[]>
  /** By rule and state, in a month. */
  sums(month: string): Promise<RuleSums[]>
  /** Ratings of `atMost` or worse since then, the oldest first. */
  complaints(customerId: string, since: number, atMost: CsatRating): Promise<Complaint[]>
  /**
   * Of each customer and rule the first treatment ever that was given or held out, where it falls into the period; by time.
   * @param days in which what became of it is looked for
   */
  outcomes(period: Period, days: number): Promise<TreatmentOutcome[]>
  /** The ledgers of these customers, each oldest first; customers without one are left out. */
  ledgers(customerIds: readonly string[]): Promise<Map<string, TrustEvent[]>>
  /** Customers behind `after` in the order of their ids who came before a time and have so much evidence. */
  longStanding(createdBefore: number, fewestEvents: number, after: string, limit: number): Promise<LongStanding[]>
}
