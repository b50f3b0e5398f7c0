import { dot, solveLower } from './cholesky.ts'
import type { FitBasis, FittedFigure, LawFit } from './fit.ts'
import { type FutureIndex, indexAsBefore } from './future-index.ts'
import { clamp, slopesAtEnd, WEEK_DAYS, weeklyMeans, weeklySlopes } from './weekly-path.ts'

/**
 * Mean trust of the weeks after a history, as their evidence will show it. The 95 % band has what is not known of the
 * law, of trust at this moment, of what moves trust beside the law, of the transparency to come, and the error with
 * which a week's evidence is read. It is cut at 0 and 1.
 *
 * @param weeks how many, > 0
 * @param transparency kept from now on, 0..1; absent: as it was, about its mean
 */
export function forecastTrust({ basis, index }: LawFit, weeks: number, transparency?: number): FittedFigure[] {
  const future: FutureIndex =
    transparency === undefined
      ? indexAsBefore(basis.indexes, weeks)
      : { values: Array.from({ length: weeks }, () => transparency), sumVariance: new Array<number>(weeks).fill(0) }
  const now = trustNow(basis, index.mean)
  const slopes = weeklySlopes(future.values, index.mean)
  return weeklyMeans(now.trust, basis, future.values, index.mean).map((value, week) => {
    const { rate = 0, drift = 0 } = slopes[week] ?? {}
    const slope = now.slopes.map((own, which) => own + ([rate, drift][which] ?? 0))
    const law = dot(
      slope,
      basis.covariance.map((row) => dot(row, slope)),
    )
    const walk = basis.variance.mean * (week + 1 / 3)
    const coming = (basis.rate * WEEK_DAYS) ** 2 * (future.sumVariance[week] ?? 0)
    const half = basis.quantile * Math.sqrt(law + now.variance + walk + coming + basis.error ** 2)
    return { value, low: Math.max(0, value - half), high: Math.min(1, value + half) }
  })
}

/** Trust at the end of the history. */
interface Now {
  trust: number
  /** Of what is not known of it even if the law is. */
  variance: number
  /** How far an error in rate, drift and starts goes on into it. */
  slopes: number[]
}

/**
 * By the law, moved by what the last weeks were off it, as far as that is the random walk and not the error of the weeks
 * (kriging, the best linear prediction). Where the last week was left out of the fit it is what that week showed.
 */
function trustNow(basis: FitBasis, centre: number): Now {
  const { runs, last, indexes, squares, variance, starts, rate, drift } = basis
  const which = runs.findIndex((run) => run.at(-1)?.week === last.week)
  const first = runs[which]?.[0]?.week
  if (first === undefined) {
    const since = indexes.length - last.week
    return {
      trust: clamp(last.value),
      variance: last.error ** 2 + variance.mean * since,
      slopes: squares.parameters.map(() => 0),
    }
  }
  const shared = runs.flatMap((run, own) =>
    run.map(({ week }) => (own === which ? variance.likeliest * (week - first + 0.5) : 0)),
  )
  const white = solveLower(squares.lower, shared)
  const gone = slopesAtEnd(indexes.slice(first), centre)
  const law = (starts[which] ?? 0) + rate * gone.rate + drift * gone.drift
  return {
    trust: clamp(law + dot(white, squares.whiteErrors)),
    variance: Math.max(0, variance.likeliest * (indexes.length - first) - dot(white, white)),
    // What is seen of a parameter in the last weeks is no error of the forecast.
    slopes: [gone.rate, gone.drift, ...starts.map((_, own) => (own === which ? 1 : 0))].map(
      (slope, parameter) =>
        slope -
        dot(
          white,
          squares.whiteRows.map((row) => row[parameter] ?? 0),
        ),
    ),
  }
}
