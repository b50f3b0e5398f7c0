import type { Matrix } from './cholesky.ts'
import type { ObservedWeek } from './free-runs.ts'
import { type LeastSquares, leastSquares } from './least-squares.ts'
import { type FittedRates, weeklySlopes } from './weekly-path.ts'

/** Sizes of the random walk that are averaged over. */
const WALKS = 21

/** The law through weeks in runs, with a random walk beside it. */
export interface WalkFit extends FittedRates {
  /** T at the beginning of each run's first week. */
  starts: number[]
  /** Of rate, drift and the starts, in this order. */
  covariance: Matrix
  /** With the likeliest size of the random walk. */
  squares: LeastSquares
  /** Of the random walk, per week: with which `squares` were taken, and over all sizes it may have. */
  variance: { likeliest: number; mean: number }
}

/**
 * The fit averaged over the sizes that the random walk may have, each by its restricted likelihood: a history of a year
 * does not tell that size well, and one size taken for sure makes intervals that are too short. All sizes are alike
 * beforehand in the standard deviation: Gelman (2006), "Prior distributions for variance parameters", Bayesian Analysis 1.
 * @param indexes of every week of the history
 * @param centre their mean
 * @returns undefined where the weeks cannot tell rate, drift and starts apart
 */
export function fitWalk(
  runs: readonly (readonly ObservedWeek[])[],
  indexes: readonly number[],
  centre: number,
): WalkFit | undefined {
  const weeks = runs.flatMap((run, which) => run.map((week) => ({ ...week, which, first: run[0]?.week ?? 0 })))
  const model = {
    rows: weeks.map(({ week, which, first }) => {
      const slopes = weeklySlopes(indexes.slice(first, week + 1), centre).at(-1)
      return [slopes?.rate ?? 0, slopes?.drift ?? 0, ...runs.map((_, run) => (run === which ? 1 : 0))]
    }),
    values: weeks.map(({ value }) => value),
  }
  const fits = walkSizes(runs).flatMap((variance) => {
    const squares = leastSquares(model, errorsOf(weeks, variance))
    return squares ? [{ variance, squares, covariance: widerOf(squares) }] : []
  })
  const best = fits.toSorted((a, b) => a.squares.lack - b.squares.lack)[0]
  if (!best) return undefined
  const weights = fits.map(({ squares }) => Math.exp((best.squares.lack - squares.lack) / 2))
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const mean = (of: (fit: (typeof fits)[number]) => number) =>
    fits.reduce((sum, fit, i) => sum + ((weights[i] ?? 0) / all) * of(fit), 0)
  const parameters = best.squares.parameters.map((_, which) => mean(({ squares }) => squares.parameters[which] ?? 0))
  const [rate = 0, drift = 0, ...starts] = parameters
  return {
    rate,
    drift,
    starts,
    covariance: parameters.map((a, i) =>
      parameters.map((b, j) =>
        mean(
          ({ covariance, squares }) =>
            (covariance[i]?.[j] ?? 0) + ((squares.parameters[i] ?? 0) - a) * ((squares.parameters[j] ?? 0) - b),
        ),
      ),
    ),
    squares: best.squares,
    variance: { likeliest: best.variance, mean: mean(({ variance }) => variance) },
  }
}

/** Variances per week that the random walk may have: steps of its standard deviation, from none to all the movement there is. */
function walkSizes(runs: readonly (readonly ObservedWeek[])[]): number[] {
  const steps = runs.flatMap((run) => run.slice(1).map(({ value }, i) => value - (run[i]?.value ?? 0)))
  const most = Math.sqrt(steps.reduce((sum, step) => sum + step ** 2, 0) / Math.max(1, steps.length))
  return Array.from({ length: WALKS }, (_, i) => ((most * i) / (WALKS - 1)) ** 2)
}

/** Covariance of the weeks' errors: means over weeks of a random walk that begins with the run, and their own. */
function errorsOf(weeks: readonly (ObservedWeek & { which: number; first: number })[], variance: number): Matrix {
  return weeks.map(({ week, which, first, error }, i) =>
    weeks.map((other, j) => {
      if (i === j) return variance * (week - first + 1 / 3) + error ** 2
      return other.which === which ? variance * (Math.min(week, other.week) - first + 0.5) : 0
    }),
  )
}

/** Of each parameter the larger variance of the two, with the correlations of the first. */
function widerOf({ covariance, robust }: LeastSquares): Matrix {
  const widen = covariance.map((row, i) => Math.sqrt(Math.max(1, (robust[i]?.[i] ?? 0) / (row[i] ?? 1))))
  return covariance.map((row, i) => row.map((value, j) => value * (widen[i] ?? 1) * (widen[j] ?? 1)))
}
