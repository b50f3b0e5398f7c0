/** Rows of a sparse matrix one after the other: row r has columns `ids[offsets[r]..offsets[r+1]]` with `values` beside them. */
export interface SparseMatrix {
  rows: number
  offsets: Int32Array
  ids: Int32Array
  values: Float32Array
  /** Per row, 0..1: how much of what it says was never seen in training (share of idf mass). */
  unseen: Float32Array
}

/** A linear scorer: `weights[feature * classes + class]`, and one bias per class. */
export interface LinearWeights {
  classes: number
  weights: Float32Array
  bias: Float32Array
}

/** Scores of one row for all classes, written to `scores`. */
export function scoreRow(linear: LinearWeights, matrix: SparseMatrix, row: number, scores: Float32Array): void {
  const { classes, weights } = linear
  scores.set(linear.bias)
  const end = matrix.offsets[row + 1] as number
  for (let at = matrix.offsets[row] as number; at < end; at++) {
    const value = matrix.values[at] as number
    const start = (matrix.ids[at] as number) * classes
    for (let k = 0; k < classes; k++) scores[k] = (scores[k] as number) + value * (weights[start + k] as number)
  }
}
