/**
 * Solves a small square system by Gaussian elimination with pivoting.
 * @returns zeros when the matrix is singular: Newton's method then stays where it is
 */
export function solveLinearSystem(matrix: number[][], right: number[]): number[] {
  const rows = matrix.map((line, i) => [...line, right[i] as number])
  const size = rows.length
  for (let column = 0; column < size; column++) {
    const candidates = rows.slice(column)
    const best = candidates.reduce((a, b) => (Math.abs(b[column] as number) > Math.abs(a[column] as number) ? b : a))
    rows.splice(rows.indexOf(best), 1)
    rows.splice(column, 0, best)
    const pivot = best[column] as number
    if (Math.abs(pivot) < 1e-12) return new Array<number>(size).fill(0)
    for (const line of rows) {
      if (line === best) continue
      const factor = (line[column] as number) / pivot
      for (let j = column; j <= size; j++) line[j] = (line[j] as number) - factor * (best[j] as number)
    }
  }
  return rows.map((line, i) => (line[size] as number) / (line[i] as number))
}
