/** Why a customer may be shown goodwill: the company broke its word, they rated badly, or they have trusted it for long. */
export const GOODWILL_REASONS = ['promise-broken', 'bad-rating', 'loyal'] as const
export type GoodwillReason = (typeof GOODWILL_REASONS)[number]

/** `priority`: the next handover is served sooner. `voucher`: words of the policy. `call`: a promise to call. */
export const GIFTS = ['priority', 'voucher', 'call'] as const
export type Gift = (typeof GIFTS)[number]

export const TREATMENT_STATES = ['given', 'held-out', 'no-budget'] as const
/** `held-out`: drawn to get nothing, so that the effect can be told. `no-budget`: the month's money was spent. */
export type TreatmentState = (typeof TREATMENT_STATES)[number]

/** What a customer was given by a rule of the policy, or would have been. There is one for a cause, whatever came of it. */
export interface Treatment {
  id: string
  customerId: string
  /** Where it was said. */
  conversationId: string
  /** Of this customer's treatments this is the so-manieth, 1 or more: of two nodes at once one is refused. */
  number: number
  /** What it is for, as a key: the promise, the survey, or the year of loyalty. */
  cause: string
  reason: GoodwillReason
  /** Name of the policy's rule. */
  rule: string
  gift: Gift
  state: TreatmentState
  at: number
  /** What the gift costs, in hundredths of the policy's currency; spent only when it was given. */
  costCents: number
  /** The customer's trust score at that moment, 0..1. */
  trustBefore: number
  /** `priority`: when a handover made use of it. */
  usedAt?: number
}
