/** A square matrix by rows. */
export type Matrix = number[][]

/**
 * The lower triangle L of a symmetric positive definite matrix = L L^T.
 * @returns undefined where it is not positive definite, as far as numbers can tell
 */
export function cholesky(matrix: Matrix): Matrix | undefined {
  const lower: Matrix = []
  for (const [i, row] of matrix.entries()) {
    const own: number[] = []
    for (let j = 0; j <= i; j++) {
      const other = j < i ? (lower[j] ?? []) : own
      let rest = row[j] ?? 0
      for (let k = 0; k < j; k++) rest -= (own[k] ?? 0) * (other[k] ?? 0)
      if (j < i) own.push(rest / (other[j] ?? 1))
      // What is left of the diagonal after rounding is nothing.
      else if (rest > 1e-12 * Math.abs(row[i] ?? 0)) own.push(Math.sqrt(rest))
      else return undefined
    }
    lower.push(own)
  }
  return lower
}

/** x with L x = values. */
export function solveLower(lower: Matrix, values: readonly number[]): number[] {
  const solution: number[] = []
  for (const [i, row] of lower.entries()) {
    let rest = values[i] ?? 0
    for (let j = 0; j < i; j++) rest -= (row[j] ?? 0) * (solution[j] ?? 0)
    solution.push(rest / (row[i] ?? 1))
  }
  return solution
}

/** x with L^T x = values. */
export function solveUpper(lower: Matrix, values: readonly number[]): number[] {
  const n = lower.length
  const solution = new Array<number>(n).fill(0)
  for (let i = n - 1; i >= 0; i--) {
    let rest = values[i] ?? 0
    for (let j = i + 1; j < n; j++) rest -= (lower[j]?.[i] ?? 0) * (solution[j] ?? 0)
    solution[i] = rest / (lower[i]?.[i] ?? 1)
  }
  return solution
}

/** The logarithm of the determinant of L L^T. */
export function logDeterminant(lower: Matrix): number {
  return 2 * lower.reduce((sum, row, i) => sum + Math.log(row[i] ?? 1), 0)
}

/** The inverse of L L^T. */
export function inverseOf(lower: Matrix): Matrix {
  return lower.map((_, i) =>
    solveUpper(
      lower,
      solveLower(
        lower,
        lower.map((_row, j) => (i === j ? 1 : 0)),
      ),
    ),
  )
}

export function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0)
}
