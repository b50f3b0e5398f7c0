import jStat from 'jstat'
import type { Matrix } from './cholesky.ts'
import { freeRuns, type ObservedWeek } from './free-runs.ts'
import { fitWalk, type WalkFit } from './walk-fit.ts'
import { weeklyMeans } from './weekly-path.ts'

/** What is known of one week, the weeks in order without a gap. */
export interface WeekOfHistory {
  /** I, 0..1; null where nothing was counted: then it is taken to be as in the week before. */
  index: number | null
  /** Trust in 0..1 with its standard error; null where nobody said anything, or one customer alone. */
  trust: { value: number; error: number } | null
}

export interface FittedFigure {
  value: number
  /** 95 % interval. */
  low: number
  high: number
}

/** The law fitted to a history. */
export interface LawFit {
  /** k, per day and unit of transparency. */
  rate: FittedFigure
  /** I_min; null where the rate cannot be told from none, so that no interval of the threshold has an end. */
  threshold: FittedFigure | null
  /** How much trust moves per day at the mean transparency of the history. */
  drift: FittedFigure
  /** Mean and standard deviation of transparency over the weeks. */
  index: { mean: number; deviation: number }
  /** Weeks that it rests on, and weeks left out because trust may have been held at 0 or 1. */
  used: number
  leftOut: number
  /** Mean trust of each week from the first index on by the law, without what else moved trust; null for what was left out. */
  path: (number | null)[]
  /** For the forecast. */
  basis: FitBasis
}

export interface FitBasis extends WalkFit {
  /** Student's t for 95 %. */
  quantile: number
  /** Of every week. */
  indexes: readonly number[]
  runs: readonly (readonly ObservedWeek[])[]
  /** The last week with trust, whether in a run or not. */
  last: ObservedWeek
  /** Typical standard error of a week's trust. */
  error: number
}

const CONFIDENCE = 0.95
/** No observation is sharper than this, or all others would count for nothing. */
const SHARPEST = 0.002

/**
 * Fits k and I_min by generalised least squares: weekly trust = the law + what moves trust beside it (a random walk, whose
 * size is averaged over) + the error of the week's estimate. So the weeks are not taken for independent; the intervals are
 * the wider of those that believe this and of the robust ones, by Student's t. The interval of the threshold is Fieller's
 * (1954), "Some problems in interval estimation", JRSS B 16: it is a ratio, whose delta interval is far too short where
 * the rate is poorly known. Weeks in which trust may have been held at 0 or 1 are left out.
 *
 * @returns undefined where the history cannot tell rate and drift: hardly any week that can be used, or transparency that
 *   never changed
 */
export function fitLaw(history: readonly WeekOfHistory[]): LawFit | undefined {
  const known = withIndexes(history)
  const indexes = known.map(({ index }) => index)
  const observed = known.flatMap(({ trust }, week) =>
    trust ? [{ week, value: trust.value, error: Math.max(SHARPEST, trust.error) }] : [],
  )
  const runs = freeRuns(observed)
  const used = runs.reduce((sum, run) => sum + run.length, 0)
  const freedom = used - runs.length - 2
  const last = observed.at(-1)
  if (freedom < 2 || !last) return undefined
  const { mean, deviation } = spread(indexes)
  const walk = fitWalk(runs, indexes, mean)
  if (!walk) return undefined
  const quantile = jStat.studentt.inv((1 + CONFIDENCE) / 2, freedom)
  const { rate, drift, covariance } = walk
  return {
    rate: figure(rate, covariance[0]?.[0] ?? 0, quantile),
    threshold: thresholdOf(walk, quantile, mean),
    drift: figure(drift, covariance[1]?.[1] ?? 0, quantile),
    index: { mean, deviation },
    used,
    leftOut: observed.length - used,
    path: pathOf(walk, runs, indexes, mean),
    basis: { ...walk, quantile, indexes, runs, last, error: median(observed.map(({ error }) => error)) },
  }
}

/** What was shown before the first count is not known; a week without a count is as the one before. */
function withIndexes(history: readonly WeekOfHistory[]): (WeekOfHistory & { index: number })[] {
  const filled: (WeekOfHistory & { index: number })[] = []
  for (const week of history) {
    const index = week.index ?? filled.at(-1)?.index
    if (index !== undefined) filled.push({ ...week, index })
  }
  return filled
}

function pathOf(walk: WalkFit, runs: FitBasis['runs'], indexes: readonly number[], mean: number): (number | null)[] {
  const path = new Array<number | null>(indexes.length).fill(null)
  for (const [which, run] of runs.entries()) {
    const [first, last] = [run[0]?.week ?? 0, run.at(-1)?.week ?? 0]
    const means = weeklyMeans(walk.starts[which] ?? 0, walk, indexes.slice(first, last + 1), mean)
    for (const [i, value] of means.entries()) path[first + i] = value
  }
  return path
}

/** The threshold is `mean` - drift / rate; by Fieller the ratios that the fit does not contradict. */
function thresholdOf(
  { rate, drift, covariance }: { rate: number; drift: number; covariance: Matrix },
  quantile: number,
  mean: number,
): FittedFigure | null {
  const t2 = quantile ** 2
  const a = rate ** 2 - t2 * (covariance[0]?.[0] ?? 0)
  if (a <= 0) return null
  const b = rate * drift - t2 * (covariance[0]?.[1] ?? 0)
  const c = drift ** 2 - t2 * (covariance[1]?.[1] ?? 0)
  const half = Math.sqrt(Math.max(0, b * b - a * c))
  return { value: mean - drift / rate, low: mean - (b + half) / a, high: mean - (b - half) / a }
}

function figure(value: number, variance: number, quantile: number): FittedFigure {
  const half = quantile * Math.sqrt(variance)
  return { value, low: value - half, high: value + half }
}

function spread(values: readonly number[]): { mean: number; deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return { mean, deviation: Math.sqrt(squares / Math.max(1, values.length - 1)) }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
