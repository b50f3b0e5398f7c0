import type { TrustCause } from '../../domain/index.ts'
import { coordinateSearch } from './coordinate-search.ts'
import { type Foretold, foretell, ledgerColumns, ratingSpread, type ToldRow } from './foretell.ts'
import type { TrustPolicy } from './trust-score.ts'

/** What a company's ledgers say of the figures of its policy. */
export type TrustFit = {
  customers: number
  ratings: number
  /** Rows by cause. */
  rows: Partial<Record<TrustCause, number>>
} & (
  | { kind: 'too-little'; because: 'ratings' | 'repeated-ratings' }
  | {
      kind: 'fitted'
      before: Foretold
      after: Foretold
      /** The figures that foretell best. */
      policy: TrustPolicy
      /** Standard deviation of single ratings about the trust of who gives them, as 0..1. */
      spread: number
    }
)

/** Fewer ratings tell nothing of the figures. */
export const RATINGS_FOR_A_FIT = 300
/** Fewer rows of a cause tell too little of what it is worth: it keeps its proportion to the others. */
export const ROWS_FOR_A_WEIGHT = 200
/** No cause is worth nothing at all: the policy wants a weight of each. */
const LEAST_WEIGHT = 0.01

const SEARCH = { reach: 1.5, sweeps: 14, enough: 1e-5 }

/**
 * The figures of a policy that foretell a company's own ratings best (`foretell`): what a customer starts with, the
 * half-life, what each cause is worth, and how narrow an interval may be. On the ledgers that it is given never worse than
 * the figures it begins with.
 *
 * How far single ratings stray is read from the ledgers beforehand (`ratingSpread`) and not fitted along: the score could not
 * tell it from an interval that is too wide or too narrow.
 *
 * @param ledgers each customer's rows, in any order
 */
export function fitTrust(ledgers: readonly (readonly ToldRow[])[], policy: TrustPolicy): TrustFit {
  const causes = Object.keys(policy.weights) as TrustCause[]
  const columns = ledgerColumns(ledgers, causes)
  const counted = { customers: ledgers.length, ratings: columns.ratings, rows: columns.rows }
  if (columns.ratings < RATINGS_FOR_A_FIT) return { ...counted, kind: 'too-little', because: 'ratings' }
  const spread = ratingSpread(columns)
  if (spread === undefined) return { ...counted, kind: 'too-little', because: 'repeated-ratings' }
  const own = causes.filter((cause) => (columns.rows[cause] ?? 0) >= ROWS_FOR_A_WEIGHT)

  const policyAt = (at: readonly number[]): TrustPolicy => {
    const [mean = 0, strength = 0, halfLife = 0, most = 0, scale = 0, ...weights] = at
    const share = 1 / (1 + Math.exp(-mean))
    const weightOf = (cause: TrustCause) => {
      const ofItsOwn = weights[own.indexOf(cause)] ?? 0
      return Math.max(LEAST_WEIGHT, policy.weights[cause] * Math.exp(scale + ofItsOwn))
    }
    return {
      prior: { gain: share * Math.exp(strength), loss: (1 - share) * Math.exp(strength) },
      halfLifeDays: Math.exp(halfLife),
      mostObservations: Math.exp(most),
      weights: Object.fromEntries(causes.map((cause) => [cause, weightOf(cause)])) as Record<TrustCause, number>,
    }
  }
  const { prior, halfLifeDays, mostObservations } = policy
  const asItIs = [
    Math.log(prior.gain / prior.loss),
    Math.log(prior.gain + prior.loss),
    Math.log(halfLifeDays),
    Math.log(mostObservations),
    0,
    ...own.map(() => 0),
  ]
  const best = coordinateSearch((at) => foretell(columns, policyAt(at), spread).logScore, asItIs, SEARCH)
  const fitted = policyAt(best)
  return {
    ...counted,
    kind: 'fitted',
    before: foretell(columns, policy, spread),
    after: foretell(columns, fitted, spread),
    policy: fitted,
    spread,
  }
}
