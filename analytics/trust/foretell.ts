import { DAY_MS, type TrustCause, type TrustEvent } from '../../domain/index.ts'
import { standing, type TrustPolicy } from './trust-score.ts'

/** A row of a ledger, as far as foretelling asks for it. */
export type ToldRow = Pick<TrustEvent, 'id' | 'at' | 'cause' | 'gain' | 'loss'> & Partial<Pick<TrustEvent, 'replaces'>>

/** What customers say of themselves on a scale: the one thing in a ledger that can be foretold and then looked at. */
export const RATING_CAUSES: ReadonlySet<TrustCause> = new Set(['survey-rating', 'survey-recommend', 'survey-effort'])

/** The ledgers of many customers behind one another, in columns: a fit reads them thousands of times. */
export interface LedgerColumns {
  causes: readonly TrustCause[]
  /** Place in `causes`. */
  cause: Uint8Array
  /** What speaks for trust, 0..1. */
  share: Float64Array
  /** Days since the customer's row before; NaN at a customer's first row. */
  days: Float64Array
  isTold: Uint8Array
  /** Ratings among the rows. */
  ratings: number
  rows: Partial<Record<TrustCause, number>>
}

/** @param ledgers each customer's rows, in any order; what was replaced is left out */
export function ledgerColumns(ledgers: readonly (readonly ToldRow[])[], causes: readonly TrustCause[]): LedgerColumns {
  const rows = ledgers.flatMap((ledger) => {
    const sorted = standing(ledger, Number.POSITIVE_INFINITY).sort((a, b) => a.at - b.at)
    return sorted.map((row, place) => ({ row, days: (row.at - (sorted[place - 1]?.at ?? Number.NaN)) / DAY_MS }))
  })
  const counted: Partial<Record<TrustCause, number>> = {}
  for (const { row } of rows) counted[row.cause] = (counted[row.cause] ?? 0) + 1
  return {
    causes,
    cause: Uint8Array.from(rows, ({ row }) => causes.indexOf(row.cause)),
    share: Float64Array.from(rows, ({ row: { gain, loss } }) => gain / (gain + loss)),
    days: Float64Array.from(rows, ({ days }) => days),
    isTold: Uint8Array.from(rows, ({ row }) => Number(RATING_CAUSES.has(row.cause))),
    ratings: rows.filter(({ row }) => RATING_CAUSES.has(row.cause)).length,
    rows: counted,
  }
}

/** What a policy foretells of the ratings that customers gave, each from what was known of its customer before. */
export interface Foretold {
  /** Ratings that were foretold. */
  n: number
  /** Mean logarithmic score per rating; more is better. */
  logScore: number
  /** Root mean square of the rating, as 0..1, less what was foretold. */
  rmse: number
}

/**
 * Foretells each rating from what its ledger held before (prequential, one step ahead: Dawid (1984), "Present position and
 * potential developments: the prequential approach"): by the mean of the posterior, and by its variance with that of single
 * ratings added. The score is the logarithm of the normal density with these two moments (Dawid and Sebastiani (1999),
 * "Coherent dispersion criteria for optimal experimental design"), so that intervals that are too narrow cost as well as
 * means that are off.
 *
 * @param ratingSpread standard deviation of single ratings about the trust of who gives them, as 0..1
 */
export function foretell(
  { causes, cause, share, days, isTold, ratings }: LedgerColumns,
  { prior, halfLifeDays, weights, mostObservations }: TrustPolicy,
  ratingSpread: number,
): Foretold {
  const weightOf = Float64Array.from(causes, (name) => weights[name])
  const noise = ratingSpread ** 2
  let [gain, loss, mean, variance] = [0, 0, 0, 0]
  let [score, squares] = [0, 0]
  for (let row = 0; row < share.length; row++) {
    const passed = days[row] ?? 0
    if (Number.isNaN(passed)) {
      gain = 0
      loss = 0
    } else if (passed > 0) {
      const keep = 2 ** (-passed / halfLifeDays)
      gain *= keep
      loss *= keep
    }
    // What is said at the same moment is foretold from before that moment.
    if (passed !== 0) {
      const all = prior.gain + prior.loss + gain + loss
      mean = (prior.gain + gain) / all
      variance = (mean * (1 - mean)) / (Math.min(all, mostObservations) + 1)
    }
    const rated = share[row] ?? 0
    if (isTold[row] === 1) {
      const off = (rated - mean) ** 2
      const spread = variance + noise
      score -= (Math.log(2 * Math.PI * spread) + off / spread) / 2
      squares += off
    }
    const weight = weightOf[cause[row] ?? 0] ?? 0
    gain += weight * rated
    loss += weight * (1 - rated)
  }
  return { n: ratings, logScore: score / ratings, rmse: Math.sqrt(squares / ratings) }
}

/** Ratings so close together are taken to be of the same trust. */
const SAME_TRUST_DAYS = 30
/** Fewer pairs of ratings tell too little of how they differ. */
const FEWEST_PAIRS = 100

/**
 * How far single ratings stray from the trust of who gives them: from ratings that one customer gave shortly after one
 * another. Half the mean square of their difference is the variance of one (a semivariance at a short lag, Matheron (1963),
 * "Principles of geostatistics"). One standard error is taken off: what trust itself moved in that time is in it, and taken
 * too large it would make intervals too narrow, which promises more than is known.
 * @returns a standard deviation, as 0..1; undefined with fewer than 100 pairs
 */
export function ratingSpread({ share, days, isTold }: LedgerColumns): number | undefined {
  let [last, passed, pairs, halves, squares] = [Number.NaN, 0, 0, 0, 0]
  for (let row = 0; row < share.length; row++) {
    const since = days[row] ?? 0
    if (Number.isNaN(since)) last = Number.NaN
    else passed += since
    if (isTold[row] !== 1) continue
    const rated = share[row] ?? 0
    if (!Number.isNaN(last) && passed < SAME_TRUST_DAYS) {
      pairs++
      const half = (rated - last) ** 2 / 2
      halves += half
      squares += half ** 2
    }
    last = rated
    passed = 0
  }
  if (pairs < FEWEST_PAIRS) return undefined
  const mean = halves / pairs
  const error = Math.sqrt(Math.max(0, squares / pairs - mean ** 2) / pairs)
  return Math.sqrt(mean - error)
}
