import type { Channel } from '../domain/index.ts'
import type { Period } from './period.ts'

/**
 * What the trust ledger took in: weight of evidence (`size`) and the part of it that is for the company (`total`), in
 * observations, by customer. The sums of squares and products tell how much customers differ.
 */
export interface EvidenceSums {
  /** With any evidence. */
  customers: number
  size: number
  total: number
  sizeSquares: number
  totalSquares: number
  products: number
}

/** Turns of the bot whose record says what they showed. */
export interface ShownSums {
  turns: number
  /** Of them: that said how to reach a person, or were the way to one. */
  person: number
  /** Of them: that answered something. */
  answering: number
  /** Of those that answered: every answer with its source, and with how sure the bot is. */
  source: number
  confidence: number
}

/** Promises to customers. */
export interface PromiseSums {
  /** Made in the period, and of them those that a message to the customer says, or that the bot gave a handover with. */
  made: number
  published: number
  /**
   * Due in the period, without what was withdrawn, what nobody can tell of, and what only the customer can tell of and has not;
   * and of them those kept in time.
   */
  due: number
  kept: number
}

/** What the company showed its customers, and what they then made of it, over many periods at once. */
export interface TrustHistoryStore {
  /** Rows of the ledger by when they were written, without those that a later one stands in for; one per period, in the order given. */
  evidence(periods: Period[]): Promise<EvidenceSums[]>
  /** One row per period, in the order given. `channel` undefined: all. */
  shown(periods: Period[], channel?: Channel): Promise<ShownSums[]>
  /** One row per period, in the order given. Of periods that are over: what is due in time to come is not broken. */
  promised(periods: Period[]): Promise<PromiseSums[]>
}
