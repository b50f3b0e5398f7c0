import { addRow, dotRow, type Rows } from './rows.ts'

export interface Linear {
  bias: number
  weights: Float64Array
}

const MOST_STEPS = 80
/** The residual at which more steps change no figure that anyone looks at. */
const TOLERANCE = 1e-3

/**
 * Ridge regression: the weights w that minimise the sum over the rows of (target - bias - x·w)² + penalty · |w|².
 * Solved by conjugate gradients on the normal equations (Hestenes and Stiefel 1952) without ever forming them.
 * Deterministic. The bias is free of penalty.
 *
 * @param chosen the rows to learn from
 * @param targets by row of `rows`
 */
export function fitRidge(rows: Rows, chosen: Int32Array, targets: Float64Array, penalty: number): Linear {
  const { columns } = rows
  const mean = new Float64Array(columns)
  let bias = 0
  for (const row of chosen) {
    addRow(rows, row, 1 / chosen.length, mean)
    bias += (targets[row] as number) / Math.max(1, chosen.length)
  }
  // X is centred on the fly: (X - 1m)w = Xw - (m·w).
  const weights = new Float64Array(columns)
  const residual = new Float64Array(columns)
  for (const row of chosen) addRow(rows, row, (targets[row] as number) - bias, residual)
  const direction = residual.slice()
  let square = dot(residual, residual)
  const enough = square * TOLERANCE * TOLERANCE
  for (let step = 0; step < MOST_STEPS && square > enough; step++) {
    const image = new Float64Array(columns)
    const shift = dot(mean, direction)
    let total = 0
    for (const row of chosen) {
      const value = dotRow(rows, row, direction) - shift
      total += value
      addRow(rows, row, value, image)
    }
    for (let j = 0; j < columns; j++) {
      image[j] = (image[j] as number) - total * (mean[j] as number) + penalty * (direction[j] as number)
    }
    const length = square / dot(direction, image)
    for (let j = 0; j < columns; j++) {
      weights[j] = (weights[j] as number) + length * (direction[j] as number)
      residual[j] = (residual[j] as number) - length * (image[j] as number)
    }
    const next = dot(residual, residual)
    for (let j = 0; j < columns; j++) {
      direction[j] = (residual[j] as number) + (next / square) * (direction[j] as number)
    }
    square = next
  }
  return { bias: bias - dot(mean, weights), weights }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let j = 0; j < a.length; j++) sum += (a[j] as number) * (b[j] as number)
  return sum
}
