import type { Period } from './period.ts'

/**
 * What the public figures are made of: counts of one period in which one customer holds at most so many rows of each table.
 * They are never to be shown as they are.
 */
export interface PublicCounts {
  /** Promises that were due in the period, without those that were taken back or of which nobody can tell, or not yet. */
  promises: { inTime: number; notInTime: number }
  /**
   * Customers who were handed over in the period: until a person first wrote. `later`: or never. Without spam, and without
   * those whom an agent joined unasked.
   */
  firstAnswers: Record<'within1' | 'within5' | 'within15' | 'within60' | 'later', number>
  /** Conversations that ended in the period: whether a person had been called or had stepped in since they were begun. */
  endings: { botAlone: number; withPerson: number }
  /** CSAT ratings given in the period; satisfied: 4 or 5. */
  ratings: Record<'botSatisfied' | 'botNot' | 'personSatisfied' | 'personNot', number>
}

/** Public figures of a period, as everybody is given them. */
export interface Release extends Period {
  /** Name of the period, e.g. `2026-10`: there is one release of each, ever. */
  period: string
  at: number
  /** JSON. */
  body: string
}

/** What a release costs, in millionths of epsilon. */
export interface ReleaseCost {
  /** Name of the quarter whose budget it is. */
  quarter: string
  epsilonMicros: number
  /** Of the quarter as the policy has it now; the smallest that was ever in force at a release of the quarter holds. */
  budgetMicros: number
}

export interface QuarterBudget {
  quarter: string
  budgetMicros: number
  spentMicros: number
}

export interface ReleaseSpend {
  period: string
  quarter: string
  epsilonMicros: number
  at: number
}

export interface ReleaseStore {
  /** @param rowsPerCustomer of each table, 1 or more; which ones is decided by ids that the server has drawn at random */
  counts(period: Period, rowsPerCustomer: number): Promise<PublicCounts>
  /**
   * Spends and releases in one transaction, or does neither. Of two at once for the same period one releases.
   * @returns `spent-before`: this period has been released, whether the release is still there or not. `too-dear`: the
   *   quarter's budget has not enough left
   */
  publish(release: Release, cost: ReleaseCost): Promise<'published' | 'spent-before' | 'too-dear'>
  /** The newest period first. */
  latest(limit: number): Promise<Release[]>
  /** When each period that was released began and ended, without its figures; the newest first. */
  released(): Promise<Period[]>
  /** What this period has cost; undefined while it was never released. */
  spendOf(period: string): Promise<ReleaseSpend | undefined>
  budgetOf(quarter: string): Promise<QuarterBudget | undefined>
  /** Of the last quarter before this one that had a release. */
  budgetBefore(quarter: string): Promise<QuarterBudget | undefined>
  /** The newest quarter first. */
  budgets(limit: number): Promise<QuarterBudget[]>
}
