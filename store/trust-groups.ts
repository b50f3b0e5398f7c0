import type { Channel } from '../domain/index.ts'
import type { Period } from './period.ts'
import type { EvidenceSums } from './trust-history.ts'

/** What evidence can be told apart by. `answer`: the need of what the bot did alone. */
export const TRUST_GROUPINGS = ['need', 'answer', 'agent', 'channel'] as const
export type TrustGrouping = (typeof TRUST_GROUPINGS)[number]

/** What the ledgers took in about one need, one of the bot's answers, one agent or one channel. */
export interface TrustGroup extends EvidenceSums {
  /** Name of the need, id of the agent, or the channel. */
  key: string
  /** Rows of the ledgers. */
  rows: number
}

export interface TrustGroupStore {
  /**
   * Rows by when they were written, without those that a later one stands in for, and without those that do not say what they
   * are about; by key. `channel` undefined: all.
   */
  groups(grouping: TrustGrouping, period: Period, channel?: Channel): Promise<TrustGroup[]>
}
