/** The weights of a trained model, a column per feature and per dimension of meaning. */
export interface ColumnWeights {
  /** Weight of column c for need k: `weights[c * needs + k] * scales[c]`. */
  weights: Int8Array
  scales: Float32Array
  /** Mean of a column over all needs, in units of its scale: what a feature adds to every need. */
  means: Float32Array
}

export function columnMeans(weights: Int8Array, columns: number): Float32Array {
  const classes = weights.length / Math.max(1, columns)
  const means = new Float32Array(columns)
  for (let column = 0; column < columns; column++) {
    let sum = 0
    for (let at = column * classes; at < (column + 1) * classes; at++) sum += weights[at] as number
    means[column] = sum / classes
  }
  return means
}
