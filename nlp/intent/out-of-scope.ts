import { solveLinearSystem } from './linear-system.ts'
import { logistic } from './softmax.ts'

/**
 * Share of real messages that are none of the needs, assumed where nothing is known of the company's own.
 * The probability and the threshold are fitted for this share.
 */
export const ASSUMED_SHARE = 0.15

/** What tells a message that is none of the needs: all linear scores are low, none stands out, its words are new. */
export interface ScopeSigns {
  /** The largest score. */
  top: number
  /** Probability of the first need among the needs. */
  certainty: number
  /** 0..1, see SparseMatrix. */
  unseen: number
}

/** A logistic regression over the signs. */
export interface ScopeModel {
  bias: number
  weights: number[]
}

/** Signs from the mixed scores of all needs and their softmax. */
export function scopeSigns(scores: Float64Array, probabilities: Float64Array, unseen: number): ScopeSigns {
  return { top: scores.reduce((a, b) => Math.max(a, b), -Infinity), certainty: Math.max(...probabilities), unseen }
}

export function outOfScopeProbability(model: ScopeModel, signs: ScopeSigns): number {
  const inputs = inputsOf(signs)
  return logistic(inputs.reduce((sum, input, i) => sum + input * (model.weights[i] ?? 0), model.bias))
}

function inputsOf({ top, certainty, unseen }: ScopeSigns): number[] {
  return [top, Math.log((certainty + 1e-3) / (1 - certainty + 1e-3)), unseen]
}

const RIDGE = 0.01
const STEPS = 25

/** A held-out message for fitting. The weights of all messages sum to 1, those of messages out of scope to `ASSUMED_SHARE`. */
export interface ScopeExample {
  signs: ScopeSigns
  inScope: boolean
  weight: number
}

/** Fits the model on held-out messages by Newton's method with a small ridge. */
export function fitScope(examples: ScopeExample[]): ScopeModel {
  const rows = examples.map(({ signs, inScope, weight }) => ({
    x: [1, ...inputsOf(signs)],
    y: inScope ? 0 : 1,
    weight,
  }))
  if (rows.every((row) => row.y === rows[0]?.y)) return { bias: -2, weights: [0, 0, 0] }
  const size = 4
  const beta = new Array<number>(size).fill(0)
  for (let step = 0; step < STEPS; step++) {
    const gradient = beta.map((b, i) => (i === 0 ? 0 : (RIDGE / rows.length) * b))
    const curve = beta.map((_, i) => beta.map((_, j) => (i === j ? RIDGE / rows.length + 1e-9 : 0)))
    for (const { x, y, weight } of rows) {
      const p = logistic(x.reduce((sum, value, i) => sum + value * (beta[i] as number), 0))
      for (let i = 0; i < size; i++) {
        gradient[i] = (gradient[i] as number) + weight * (p - y) * (x[i] as number)
        const line = curve[i] as number[]
        for (let j = 0; j < size; j++) {
          line[j] = (line[j] as number) + weight * p * (1 - p) * (x[i] as number) * (x[j] as number)
        }
      }
    }
    const move = solveLinearSystem(curve, gradient)
    const longest = Math.max(...move.map(Math.abs))
    const damp = longest > 3 ? 3 / longest : 1
    for (let i = 0; i < size; i++) beta[i] = (beta[i] as number) - damp * (move[i] as number)
    if (longest < 1e-6) break
  }
  const [bias = 0, ...weights] = beta
  return { bias, weights }
}
