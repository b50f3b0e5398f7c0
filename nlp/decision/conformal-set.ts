import type { Language, NeedProbability } from '../../domain/index.ts'
import { lowerBound } from './binomial-bound.ts'

/** More lines than this are not read. */
export const LONGEST_LIST = 4

/** A message whose true need became known. */
export interface ListCase {
  language: Language
  /** The needs that could be offered, most probable first. */
  needs: readonly NeedProbability[]
  /** Undefined when it was none of the needs; "none of these" stands under every list, so such customers are served. */
  truth: string | undefined
}

/** Which needs to offer, and what that promises. */
export interface ConformalList {
  /** Needs at least this probable are offered, 0..1. */
  threshold: number
  /** Wanted chance that the true need is in the list, 0..1. */
  wanted: number
  /** Chance that is guaranteed: `wanted`, or less where four entries cannot hold it. */
  guaranteed: number
  /** The largest chance that can be guaranteed with the longest list, on these cases. */
  attainable: number
  /** Cases it rests on: those whose true need is one of the needs. */
  cases: number
}

/**
 * The list that holds the true need with probability `wanted` or more, for a customer who has one of the needs.
 *
 * Split conformal prediction: the score of a case is 1 - P(true need), or infinite where the true need is not among
 * the first four, since no list of ours could hold it; with q the ceil((n + 1) · wanted)-th smallest score, offering
 * all needs with 1 - P <= q, cut to four, covers the true need of a new exchangeable case with probability >= wanted.
 * The guarantee therefore includes the cut. Where q is infinite, four entries are always offered, and what
 * they guarantee is F / (n + 1), F the cases with a finite score.
 *
 * Theorem: Vovk, Gammerman, Shafer (2005), "Algorithmic Learning in a Random World"; in this form Lei, G'Sell, Rinaldo,
 * Tibshirani, Wasserman (2018), JASA 113, theorem 2.2. Score: LAC of Sadinle, Lei, Wasserman (2019), JASA 114, which
 * has the shortest lists on average.
 *
 * It holds on average over customers and calibration sets, not for each need; and for cases like those given:
 * calibrate on messages that led to a list, and on none that the classifier was trained on.
 *
 * @param cases of one language
 * @param wanted 0..1, below 1
 */
export function calibrateList(cases: readonly ListCase[], wanted = 0.9): ConformalList {
  const truths = cases.filter(({ truth }) => truth !== undefined).map(probabilityOfTruth)
  // A low probability is a high score: the largest probabilities come first.
  const listed = truths.filter((probability) => probability !== undefined).sort((a, b) => b - a)
  const attainable = listed.length / (truths.length + 1)
  // The slack keeps 0.9 · 10 from being counted as more than 9.
  const rank = Math.ceil((truths.length + 1) * wanted - 1e-9)
  const threshold = listed[rank - 1]
  const guaranteed = threshold === undefined ? attainable : wanted
  return { threshold: threshold ?? 0, wanted, guaranteed, attainable, cases: truths.length }
}

/**
 * The needs to offer: at least as probable as the threshold, the most probable always, at most four.
 * @param needs that may be offered, most probable first
 */
export function listOf(needs: readonly NeedProbability[], list: Pick<ConformalList, 'threshold'>): string[] {
  return needs
    .slice(0, LONGEST_LIST)
    .filter(({ probability }, i) => i === 0 || probability >= list.threshold)
    .map(({ need }) => need)
}

/** How a list did on cases it was not calibrated on. */
export interface ListCoverage {
  /** Share of lists that held the true need, of the cases that have one; 0 when there are none. */
  coverage: number
  /** Exact lower bound of it, 95 % one-sided. */
  coverageAtLeast: number
  cases: number
  /** Mean number of entries, over all cases. */
  meanEntries: number
  /** Cases whose need was none of the needs. */
  noneOfThem: number
}

/**
 * Measures what was promised, on held-out cases of one language.
 * @param groups cases with the list that they are held out from
 */
export function measureList(
  groups: readonly { cases: readonly ListCase[]; list: Pick<ConformalList, 'threshold'> }[],
): ListCoverage {
  const offered = groups.flatMap(({ cases, list }) =>
    cases.map(({ needs, truth }) => ({ entries: listOf(needs, list), truth })),
  )
  const known = offered.filter(({ truth }) => truth !== undefined)
  const held = known.filter(({ entries, truth }) => entries.includes(truth ?? '')).length
  const entries = offered.reduce((sum, one) => sum + one.entries.length, 0)
  return {
    coverage: known.length > 0 ? held / known.length : 0,
    coverageAtLeast: lowerBound(held, known.length, 0.95),
    cases: known.length,
    meanEntries: offered.length > 0 ? entries / offered.length : 0,
    noneOfThem: offered.length - known.length,
  }
}

// Undefined where a list of ours cannot hold the true need.
function probabilityOfTruth({ needs, truth }: ListCase): number | undefined {
  return needs.slice(0, LONGEST_LIST).find(({ need }) => need === truth)?.probability
}
