import type { Linear } from './linear.ts'
import { seededRandom, shuffle } from './random.ts'
import { createRowMatrix } from './row-matrix.ts'
import type { SparseMatrix } from './sparse.ts'

/** Inverse strength of the pull toward zero, per example. */
const COST = 100
const FIRST_STEP = 4

/**
 * Multinomial logistic regression with an L2 penalty by stochastic gradient descent, step 1/(1 + t) as in
 * Bottou (2012), "Stochastic Gradient Descent Tricks". The weights are kept times a scalar, so that the penalty
 * costs one multiplication per step.
 *
 * @param labels class of each row, or -1 for an example of none of the classes: it pulls all classes together
 */
export function trainSoftmaxRegression(
  sparse: SparseMatrix,
  labels: Int32Array,
  shape: { classes: number; features: number },
  options: { epochs: number; seed: number },
): Linear {
  const { classes } = shape
  const matrix = createRowMatrix(shape.features, classes)
  const { scores } = matrix
  const bias = new Float32Array(classes)
  const order = Int32Array.from({ length: sparse.rows }, (_, row) => row)
  const random = seededRandom(options.seed)
  const penalty = 1 / (COST * sparse.rows)
  let scale = 1
  let steps = 0
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random)
    for (const row of order) {
      const step = FIRST_STEP / (1 + FIRST_STEP * penalty * steps)
      steps += 1
      scores.fill(0)
      matrix.gather(sparse, row)
      let largest = -Infinity
      for (let k = 0; k < classes; k++) {
        const score = (scores[k] as number) * scale + (bias[k] as number)
        scores[k] = score
        largest = Math.max(largest, score)
      }
      let sum = 0
      for (let k = 0; k < classes; k++) {
        const power = Math.exp((scores[k] as number) - largest)
        scores[k] = power
        sum += power
      }
      scale *= 1 - step * penalty
      const label = labels[row] as number
      for (let k = 0; k < classes; k++) {
        const truth = label < 0 ? 1 / classes : k === label ? 1 : 0
        const change = step * (truth - (scores[k] as number) / sum)
        bias[k] = (bias[k] as number) + change
        scores[k] = change / scale
      }
      matrix.scatter(sparse, row)
    }
  }
  const { weights } = matrix
  for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] as number) * scale
  return { matrix, bias }
}
