import type { LedgerLine } from './customer.ts'

// --- what evidence of trust is worth, fitted to the company's own ledgers: for managers and administrators ---
// GET /api/trust/fit                                            -> TrustFitReport
// POST /api/trust/fit/:id {as: 'taken'|'declined'|'reverted'}   -> TrustFitReport | 404 POLICY_TRY_UNKNOWN | 409 POLICY_TRY_CLOSED

/** The section `trust` of policy.yaml. Weights and prior in observations. */
export interface TrustFigures {
  prior: { gain: number; loss: number }
  halfLifeDays: number
  mostObservations: number
  weights: Record<LedgerLine['cause'], number>
}

export type TrustFitDecision = 'taken' | 'declined' | 'reverted'

/** How well figures foretold ratings: root mean square error, and mean logarithmic score (more is better). */
export interface ForetoldRatings {
  rmse: number
  logScore: number
}

/** Figures that were fitted, and what became of them. */
export interface TrustFitTry {
  id: string
  at: number
  /**
   * `waits`: for a manager. `serves`: now. `declined`, `left` (a manager has gone back from them) and `kept-back` (not shown
   * to be better) speak for themselves. `past`: newer ones were tried, or policy.yaml was changed since.
   */
  state: 'waits' | 'serves' | 'declined' | 'left' | 'kept-back' | 'past'
  /** What a manager may say of them now. */
  open: TrustFitDecision[]
  before: TrustFigures
  after: TrustFigures
  /** What they were fitted to; `rows` by cause. */
  evidence: { customers: number; ratings: number; rows: Partial<Record<LedgerLine['cause'], number>> }
  /** On ratings of customers they were not fitted to. `gain`: of a rating's logarithmic score, 95 % over customers. */
  heldOut: {
    customers: number
    ratings: number
    before: ForetoldRatings
    after: ForetoldRatings
    gain: { value: number; low: number; high: number }
    p: number
    level: number
  }
  /** The oldest first. */
  decisions: { as: TrustFitDecision; at: number; byName: string }[]
}

export interface TrustFitReport {
  /** `learning.policy` of the policy. */
  learning: 'propose' | 'apply' | 'off'
  inForce: TrustFigures
  /** Ratings from which on it is tried, and rows from which on a cause gets a weight of its own. */
  needed: { ratings: number; rows: number }
  /** What the last look found; null before the first. `too-few-new`: `fresh` ratings since the last try, of `needed`. */
  look:
    | ({ at: number; customers: number; ratings: number } & (
        | { found: 'tried' | 'too-few-ratings' | 'too-few-repeated-ratings' }
        | { found: 'too-few-new'; fresh: number; needed: number }
      ))
    | null
  /** The newest first. */
  tries: TrustFitTry[]
}
