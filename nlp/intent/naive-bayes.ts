import type { Linear } from './linear.ts'
import { createRowMatrix } from './row-matrix.ts'
import type { SparseMatrix } from './sparse.ts'

/** Mass of the whole corpus that every class is given beforehand: how far a class with few examples leans on the corpus. */
const PRIOR_MASS = 10

/**
 * Multinomial naive Bayes on weighted features, each class smoothed toward the corpus:
 * the weight of a feature is the log of how much likelier the class makes it than the corpus does.
 *
 * @param labels class of each row, or -1 for rows that belong to none (they count for the corpus only)
 */
export function trainNaiveBayes(
  sparse: SparseMatrix,
  labels: Int32Array,
  shape: { classes: number; features: number },
): Linear {
  const { classes, features } = shape
  const matrix = createRowMatrix(features, classes)
  const { weights, stride } = matrix
  const corpus = new Float64Array(features)
  const mass = new Float64Array(classes)
  let total = 0
  for (let row = 0; row < sparse.rows; row++) {
    const label = labels[row] as number
    const end = sparse.offsets[row + 1] as number
    for (let at = sparse.offsets[row] as number; at < end; at++) {
      const id = sparse.ids[at] as number
      const value = sparse.values[at] as number
      corpus[id] = (corpus[id] as number) + value
      total += value
      if (label < 0) continue
      const to = id * stride + label
      weights[to] = (weights[to] as number) + value
      mass[label] = (mass[label] as number) + value
    }
  }
  const logMass = mass.map((own) => Math.log((own + PRIOR_MASS) / PRIOR_MASS))
  for (let id = 0; id < features; id++) {
    if (corpus[id] === 0) continue
    const expected = (PRIOR_MASS * (corpus[id] as number)) / total
    for (let k = 0; k < classes; k++) {
      const at = id * stride + k
      const own = weights[at] as number
      weights[at] = (own === 0 ? 0 : Math.log1p(own / expected)) - (logMass[k] as number)
    }
  }
  return { matrix, bias: new Float32Array(classes) }
}
