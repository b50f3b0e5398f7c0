import jStat from 'jstat'
import type { TrustCause } from '../../domain/index.ts'
import type { Interval } from '../interval.ts'
import { freedomOf, type RatioSums, ratioOf } from '../learning/ratio-sums.ts'
import { fitTrust, type TrustFit } from './fit-trust.ts'
import { type Foretold, foretell, ledgerColumns, type ToldRow } from './foretell.ts'
import type { TrustPolicy } from './trust-score.ts'

/** What other figures are worth on the ratings of a customer whom they were not fitted to. */
export interface HeldOutCustomer {
  /** At least 1. */
  ratings: number
  /** Logarithmic score of these ratings with the other figures, less that with those in force; more is better. */
  gain: number
}

export type TrustProposal =
  | Extract<TrustFit, { kind: 'too-little' }>
  | (Extract<TrustFit, { kind: 'fitted' }> & {
      /** Gain of a held-out rating, with its 95 % interval over customers; `before` and `after` are of held-out ratings, too. */
      gain: Interval & { value: number }
      heldOut: HeldOutCustomer[]
    })

/**
 * Figures fitted to all ledgers, and what such figures are worth on customers they were not fitted to: each half of the
 * customers is foretold with figures fitted to the other half, because what is fitted always looks better where it was
 * fitted. "Too little" is said of the halves, too.
 * @param ledgers each customer's rows; every other one is in the same half
 * @returns figures of three digits: a person is to read them
 */
export function proposeTrust(ledgers: readonly (readonly ToldRow[])[], policy: TrustPolicy): TrustProposal {
  const all = fitTrust(ledgers, policy)
  if (all.kind === 'too-little') return all
  const halves = [0, 1].map((half) => ledgers.filter((_, place) => place % 2 === half))
  const causes = Object.keys(policy.weights) as TrustCause[]
  const told: { before: Foretold; after: Foretold }[] = []
  for (const [half, known] of halves.entries()) {
    const fit = fitTrust(known, policy)
    if (fit.kind === 'too-little') return { ...fit, customers: all.customers, ratings: all.ratings, rows: all.rows }
    for (const ledger of halves[1 - half] ?? []) {
      const columns = ledgerColumns([ledger], causes)
      if (columns.ratings === 0) continue
      const [before, after] = [policy, fit.policy].map((one) => foretell(columns, one, fit.spread))
      if (before && after) told.push({ before, after })
    }
  }
  const heldOut = told.map(({ before, after }) => ({
    ratings: after.n,
    gain: after.n * (after.logScore - before.logScore),
  }))
  return {
    ...all,
    policy: readable(all.policy),
    before: together(told.map(({ before }) => before)),
    after: together(told.map(({ after }) => after)),
    gain: gainOf(heldOut),
    heldOut,
  }
}

/** Of all their ratings. */
function together(of: readonly Foretold[]): Foretold {
  const n = of.reduce((sum, one) => sum + one.n, 0)
  const mean = (value: (one: Foretold) => number) => of.reduce((sum, one) => sum + one.n * value(one), 0) / n
  return { n, logScore: mean(({ logScore }) => logScore), rmse: Math.sqrt(mean(({ rmse }) => rmse ** 2)) }
}

/** Ratings of one customer are alike, so the interval is that of the ratio estimator over customers, with Student's t. */
function gainOf(heldOut: readonly HeldOutCustomer[]): Interval & { value: number } {
  const sums: RatioSums = { conversations: 0, size: 0, total: 0, sizeSquares: 0, totalSquares: 0, products: 0 }
  for (const { ratings, gain } of heldOut) {
    sums.conversations++
    sums.size += ratings
    sums.total += gain
    sums.sizeSquares += ratings ** 2
    sums.totalSquares += gain ** 2
    sums.products += ratings * gain
  }
  const { value, variance } = ratioOf(sums)
  if (value === null || variance === null) throw new RangeError('a gain was asked of fewer than two customers')
  const half = jStat.studentt.inv(0.975, freedomOf(sums)) * Math.sqrt(variance)
  return { value, low: value - half, high: value + half }
}

function readable({ prior, halfLifeDays, mostObservations, weights }: TrustPolicy): TrustPolicy {
  const digits = (value: number) => Number(value.toPrecision(3))
  return {
    prior: { gain: digits(prior.gain), loss: digits(prior.loss) },
    halfLifeDays: digits(halfLifeDays),
    mostObservations: digits(mostObservations),
    weights: Object.fromEntries(
      Object.entries(weights).map(([cause, weight]) => [cause, digits(weight)]),
    ) as TrustPolicy['weights'],
  }
}
