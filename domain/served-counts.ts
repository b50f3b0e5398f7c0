/**
 * What a new model must not do more often than the one before: hand over; give answers that do not serve; answer what a
 * check says is another need; leave customers who say that their need was not met.
 */
export const GUARDED_RATES = ['handed-over', 'wrong-answer', 'checked-wrong', 'not-resolved'] as const
export type GuardedRate = (typeof GUARDED_RATES)[number]

/** How many of how many. */
export interface Share {
  bad: number
  of: number
}

/** Of each rate, how many of how many. Conversations are counted, not their turns, so that what is counted is independent. */
export type ServedCounts = Readonly<Record<GuardedRate, Share>>
