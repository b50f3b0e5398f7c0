import { seededRandom, shuffle } from './random.ts'
import type { LinearWeights, SparseMatrix } from './sparse.ts'

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
  matrix: SparseMatrix,
  labels: Int32Array,
  shape: { classes: number; features: number },
  options: SvmOptions,
): LinearWeights {
  const { classes, features } = shape
  const { offsets, ids, values } = matrix
  const weights = new Float32Array(features * classes)
  const bias = new Float32Array(classes)
  const alphas = new Float32Array(matrix.rows * classes)
  const scores = new Float32Array(classes)
  const steps = new Float32Array(classes)
  const moved = new Int32Array(classes)
  const slack = 1 / (2 * options.cost)
  // Rows have length 1 and the bias counts as one more feature of value 1.
  const curvature = 2 + slack
  const order = Int32Array.from({ length: matrix.rows }, (_, row) => row)
  const random = seededRandom(options.seed)

  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random)
    for (const row of order) {
      const start = offsets[row] as number
      const end = offsets[row + 1] as number
      scores.set(bias)
      for (let at = start; at < end; at++) {
        const value = values[at] as number
        const from = (ids[at] as number) * classes
        for (let k = 0; k < classes; k++) scores[k] = (scores[k] as number) + value * (weights[from + k] as number)
      }
      const label = labels[row] as number
      let moves = 0
      for (let k = 0; k < classes; k++) {
        const sign = k === label ? 1 : -1
        const alpha = alphas[row * classes + k] as number
        const gradient = sign * (scores[k] as number) - 1 + alpha * slack
        if (alpha === 0 && gradient >= 0) continue
        const next = Math.max(0, alpha - gradient / curvature)
        alphas[row * classes + k] = next
        const step = (next - alpha) * sign
        if (step === 0) continue
        steps[moves] = step
        moved[moves] = k
        moves += 1
        bias[k] = (bias[k] as number) + step
      }
      if (moves === 0) continue
      for (let at = start; at < end; at++) {
        const value = values[at] as number
        const from = (ids[at] as number) * classes
        for (let m = 0; m < moves; m++) {
          const to = from + (moved[m] as number)
          weights[to] = (weights[to] as number) + value * (steps[m] as number)
        }
      }
    }
    options.onEpoch?.((epoch + 1) / options.epochs)
  }
  return { classes, weights, bias }
}
