import type { Linear } from './linear.ts'
import { seededRandom, shuffle } from './random.ts'
import { createRowMatrix } from './row-matrix.ts'
import type { SparseMatrix } from './sparse.ts'

export interface SvmOptions {
  /** Cost of an example on the wrong side; larger fits the examples more closely. */
  cost: number
  epochs: number
  seed: number
  /** Called after each epoch with the share done, 0..1. */
  onEpoch?(done: number): void
}

/**
 * One linear support vector machine per class against the rest, squared hinge loss, by dual coordinate descent
 * (Hsieh et al. 2008, "A Dual Coordinate Descent Method for Large-scale Linear SVM"), all classes of an example at once:
 * its features are read once for all of them.
 *
 * @param labels class of each row, or -1 for an example of none of the classes
 */
export function trainSvm(
  sparse: SparseMatrix,
  labels: Int32Array,
  shape: { classes: number; features: number },
  options: SvmOptions,
): Linear {
  const { classes } = shape
  const matrix = createRowMatrix(shape.features, classes)
  const { scores } = matrix
  const bias = new Float32Array(classes)
  const alphas = new Float32Array(sparse.rows * classes)
  const slack = 1 / (2 * options.cost)
  // Rows have length 1 and the bias counts as one more feature of value 1.
  const curvature = 2 + slack
  const order = Int32Array.from({ length: sparse.rows }, (_, row) => row)
  const random = seededRandom(options.seed)

  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random)
    for (const row of order) {
      scores.set(bias)
      matrix.gather(sparse, row)
      const label = labels[row] as number
      let hasMoved = false
      for (let k = 0; k < classes; k++) {
        const sign = k === label ? 1 : -1
        const alpha = alphas[row * classes + k] as number
        const gradient = sign * (scores[k] as number) - 1 + alpha * slack
        let step = 0
        if (alpha > 0 || gradient < 0) {
          const next = Math.max(0, alpha - gradient / curvature)
          alphas[row * classes + k] = next
          step = (next - alpha) * sign
          bias[k] = (bias[k] as number) + step
          hasMoved ||= step !== 0
        }
        scores[k] = step
      }
      if (hasMoved) matrix.scatter(sparse, row)
    }
    options.onEpoch?.((epoch + 1) / options.epochs)
  }
  return { matrix, bias }
}
