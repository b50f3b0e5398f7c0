import type { RowMatrix } from './row-matrix.ts'
import type { SparseMatrix } from './sparse.ts'

/** A linear scorer of classes. */
export interface Linear {
  matrix: RowMatrix
  /** One per class. */
  bias: Float32Array
}

/** Scores of every row for every class, row after row. */
export function scoreRows({ matrix, bias }: Linear, sparse: SparseMatrix): Float32Array {
  const scores = new Float32Array(sparse.rows * bias.length)
  for (let row = 0; row < sparse.rows; row++) {
    matrix.scores.set(bias)
    matrix.gather(sparse, row)
    scores.set(matrix.scores.subarray(0, bias.length), row * bias.length)
  }
  return scores
}
