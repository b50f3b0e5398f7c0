import type { Channel, LabelSource } from '../domain/index.ts'
import type { Period } from './period.ts'

/**
 * A figure over turns, by conversation: of each, how many turns it counts (`size`) and their figure together (`total`).
 * The sums of squares and products tell how much conversations differ.
 */
export interface ConversationSums {
  /** With at least one turn that counts. */
  conversations: number
  size: number
  total: number
  sizeSquares: number
  totalSquares: number
  products: number
}

/** What models did in a period. */
export interface ServiceSums {
  /** Turns, and those that were handed over. */
  handoffs: ConversationSums
  /** Turns, and their gap. */
  gap: ConversationSums
  /** Turns that answered one need, and those whose next turn in the period refused the answer or asked the same again. */
  wrongAnswers: ConversationSums
}

export interface LearningReportStore {
  /** `channel` undefined: all. */
  service(period: Period, channel?: Channel): Promise<ServiceSums>
  /** Labels by source, one row per period, in the order given. */
  labels(periods: Period[]): Promise<Record<LabelSource, number>[]>
  /** Candidates by the latest decision on them, one row per period, in the order given. */
  decided(periods: Period[]): Promise<{ accepted: number; rejected: number }[]>
}
