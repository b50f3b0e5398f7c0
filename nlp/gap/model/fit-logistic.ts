import { solveLinearSystem } from '../../intent/linear-system.ts'
import { logistic } from '../../intent/softmax.ts'

/** Where each weight is drawn to, and how strongly: the inverse of the variance it is expected to have around there. */
export interface Pull {
  towards: readonly number[]
  strength: readonly number[]
}

const STEPS = 40
const SMALLEST_GAIN = 1e-9

/**
 * Logistic regression on shares: the weights w that minimise the cross-entropy between the targets and
 * sigmoid(x · w), summed over the rows, plus half of strength · (w - towards)². Newton's method with step halving;
 * the sum is convex, so what is found is the minimum. Deterministic.
 *
 * @param rows a 1 in each of them where an intercept is wanted
 * @param targets 0..1, one per row
 */
export function fitLogistic(
  rows: readonly (readonly number[])[],
  targets: readonly number[],
  { towards, strength }: Pull,
): number[] {
  const lossAt = (weights: readonly number[]) =>
    rows.reduce((sum, row, i) => sum + crossEntropy(dot(row, weights), targets[i] as number), 0) +
    weights.reduce((sum, weight, j) => sum + 0.5 * (strength[j] as number) * (weight - (towards[j] as number)) ** 2, 0)

  let weights = [...towards]
  let loss = lossAt(weights)
  for (let step = 0; step < STEPS; step++) {
    const gradient = weights.map((weight, j) => (strength[j] as number) * (weight - (towards[j] as number)))
    const curve = weights.map((_, j) => weights.map((_, k) => (k === j ? (strength[j] as number) : 0)))
    for (const [i, row] of rows.entries())
      addRow(row, logistic(dot(row, weights)), targets[i] as number, gradient, curve)
    mirror(curve)
    const move = solveLinearSystem(curve, gradient)
    let next = weights
    let nextLoss = Number.POSITIVE_INFINITY
    for (let length = 1; length > 1e-4 && !(nextLoss <= loss); length /= 2) {
      next = weights.map((weight, j) => weight - length * (move[j] as number))
      nextLoss = lossAt(next)
    }
    if (!(nextLoss < loss - SMALLEST_GAIN * (1 + loss))) break
    weights = next
    loss = nextLoss
  }
  return weights
}

function addRow(row: readonly number[], p: number, target: number, gradient: number[], curve: number[][]): void {
  const weight = p * (1 - p)
  for (let j = 0; j < row.length; j++) {
    const value = row[j] as number
    if (value === 0) continue
    gradient[j] = (gradient[j] as number) + (p - target) * value
    const line = curve[j] as number[]
    for (let k = 0; k <= j; k++) line[k] = (line[k] as number) + weight * value * (row[k] as number)
  }
}

/** The curvature is symmetric: only its lower half is summed. */
function mirror(curve: number[][]): void {
  for (const [j, line] of curve.entries()) {
    for (let k = 0; k < j; k++) (curve[k] as number[])[j] = line[k] as number
  }
}

/** Of a target share against sigmoid(score), in nats. */
export function crossEntropy(score: number, target: number): number {
  // log(1 + e^s) - t·s, without overflow.
  return Math.max(score, 0) + Math.log1p(Math.exp(-Math.abs(score))) - target * score
}

export function dot(row: readonly number[], weights: readonly number[]): number {
  let sum = 0
  for (let j = 0; j < row.length; j++) sum += (row[j] as number) * (weights[j] as number)
  return sum
}
