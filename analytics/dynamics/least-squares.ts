import { cholesky, dot, inverseOf, logDeterminant, type Matrix, solveLower, solveUpper } from './cholesky.ts'

/** A linear model whose errors belong together: values = rows * parameters + error. */
export interface LinearModel {
  /** One row of slopes per value. */
  rows: Matrix
  values: readonly number[]
}

export interface LeastSquares {
  parameters: number[]
  /** Of the parameters, if the errors are as was said. */
  covariance: Matrix
  /** The same whatever the errors are, as long as those far apart in order have little to do with each other. */
  robust: Matrix
  /** Twice the negative logarithm of the restricted likelihood, but for a constant. */
  lack: number
  /** The lower triangle of the errors' covariance. */
  lower: Matrix
  /** Rows and errors made independent, and alike, by it. */
  whiteRows: Matrix
  whiteErrors: number[]
}

/**
 * Generalised least squares (Aitken 1935): the best linear fit where the errors' covariance is known. The robust covariance
 * is the sandwich of Newey and West (1987), "A simple, positive semi-definite, heteroskedasticity and autocorrelation
 * consistent covariance matrix", Econometrica 55, over what is left after whitening.
 * @returns undefined where the rows cannot tell the parameters apart
 */
export function leastSquares({ rows, values }: LinearModel, errors: Matrix): LeastSquares | undefined {
  const lower = cholesky(errors)
  if (!lower) return undefined
  const count = rows[0]?.length ?? 0
  const whiteColumns = Array.from({ length: count }, (_, j) =>
    solveLower(
      lower,
      rows.map((row) => row[j] ?? 0),
    ),
  )
  const whiteValues = solveLower(lower, values)
  const information = whiteColumns.map((a) => whiteColumns.map((b) => dot(a, b)))
  const root = scaledCholesky(information)
  if (!root) return undefined
  const parameters = solveUpper(
    root,
    solveLower(
      root,
      whiteColumns.map((column) => dot(column, whiteValues)),
    ),
  )
  const whiteRows = rows.map((_, i) => whiteColumns.map((column) => column[i] ?? 0))
  const whiteErrors = whiteRows.map((row, i) => (whiteValues[i] ?? 0) - dot(row, parameters))
  const covariance = inverseOf(root)
  return {
    parameters,
    covariance,
    robust: sandwich(covariance, whiteRows, whiteErrors),
    lack: logDeterminant(lower) + logDeterminant(root) + dot(whiteErrors, whiteErrors),
    lower,
    whiteRows,
    whiteErrors,
  }
}

/** Refuses what is singular but for rounding, whatever the units of the parameters. */
function scaledCholesky(information: Matrix): Matrix | undefined {
  const scale = information.map((row, i) => Math.sqrt(row[i] ?? 0))
  if (scale.some((one) => !(one > 0))) return undefined
  const root = cholesky(information.map((row, i) => row.map((value, j) => value / (scale[i] ?? 1) / (scale[j] ?? 1))))
  return root?.map((row, i) => row.map((value) => value * (scale[i] ?? 1)))
}

function sandwich(bread: Matrix, rows: Matrix, errors: readonly number[]): Matrix {
  const n = rows.length
  const count = bread.length
  const scores = rows.map((row, i) => row.map((value) => value * (errors[i] ?? 0)))
  // The usual reach for so many values: Newey and West (1994).
  const reach = Math.floor(4 * (n / 100) ** (2 / 9))
  const filling = bread.map(() => new Array<number>(count).fill(0))
  for (let lag = 0; lag <= reach; lag++) {
    const weight = 1 - lag / (reach + 1)
    for (let i = lag; i < n; i++) {
      for (let a = 0; a < count; a++) {
        for (let b = 0; b < count; b++) {
          const [now, then] = [scores[i], scores[i - lag]]
          const forth = (now?.[a] ?? 0) * (then?.[b] ?? 0)
          const back = (now?.[b] ?? 0) * (then?.[a] ?? 0)
          const row = filling[a]
          if (row) row[b] = (row[b] ?? 0) + (lag === 0 ? forth : weight * (forth + back))
        }
      }
    }
  }
  const few = n / Math.max(1, n - count)
  return times(times(bread, filling), bread).map((row) => row.map((value) => value * few))
}

function times(a: Matrix, b: Matrix): Matrix {
  return a.map((row) =>
    (b[0] ?? []).map((_, j) =>
      dot(
        row,
        b.map((other) => other[j] ?? 0),
      ),
    ),
  )
}
