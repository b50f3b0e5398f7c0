import { solveLinearSystem } from './linear-system.ts'
import { softmax } from './softmax.ts'

/** How much each view counts: probabilities are softmax(sum of weight · score). */
export type Mix = readonly number[]

/** Scores of a held-out example, one array per view, with the class that it really has (0..classes-1). */
export interface HeldOut {
  scores: Float32Array[]
  label: number
}

const STEPS = 30
/** Longest move of a Newton step, as a share of where it started. */
const LONGEST_MOVE = 0.5
const SMALLEST_MOVE = 1e-5

/**
 * Finds the mix under which the held-out examples are likeliest, by Newton's method. The examples must not have been
 * trained on: that is what makes the probabilities calibrated.
 *
 * @param usual what to begin with; a weak pull back to it keeps a handful of examples from running away
 */
export function fitMix(examples: HeldOut[], usual: Mix): Mix {
  const mix = [...usual]
  // As strong as a third of an example that is off by the usual weight.
  const pull = usual.map((weight) => 0.3 / (weight * weight))
  for (let step = 0; step < STEPS; step++) {
    const gradient = mix.map((weight, v) => (pull[v] as number) * (weight - (usual[v] as number)))
    const curve = mix.map((_, v) => mix.map((_, u) => (u === v ? (pull[v] as number) : 0)))
    for (const example of examples) addExample(example, mix, gradient, curve)
    const move = solveLinearSystem(curve, gradient)
    let longest = 0
    for (let v = 0; v < mix.length; v++) {
      const limit = LONGEST_MOVE * (usual[v] as number)
      const next = Math.max(0, (mix[v] as number) - Math.max(-limit, Math.min(limit, move[v] as number)))
      longest = Math.max(longest, Math.abs(next - (mix[v] as number)) / (usual[v] as number))
      mix[v] = next
    }
    if (longest < SMALLEST_MOVE) break
  }
  return mix
}

// Gradient and curvature of the negative log-likelihood: expectation minus truth, and the covariance of the scores.
function addExample({ scores, label }: HeldOut, mix: Mix, gradient: number[], curve: number[][]): void {
  const probabilities = mixProbabilities(mix, scores)
  const means = scores.map((own) => own.reduce((sum, score, k) => sum + score * (probabilities[k] as number), 0))
  for (let v = 0; v < mix.length; v++) {
    const own = scores[v] as Float32Array
    gradient[v] = (gradient[v] as number) + (means[v] as number) - (own[label] as number)
    for (let u = 0; u <= v; u++) {
      const other = scores[u] as Float32Array
      let joint = 0
      for (let k = 0; k < own.length; k++)
        joint += (probabilities[k] as number) * (own[k] as number) * (other[k] as number)
      const covariance = joint - (means[v] as number) * (means[u] as number)
      addTo(curve, v, u, covariance)
      if (u !== v) addTo(curve, u, v, covariance)
    }
  }
}

function addTo(matrix: number[][], row: number, column: number, value: number): void {
  const line = matrix[row] as number[]
  line[column] = (line[column] as number) + value
}

/** The weighted sum of the views' scores. */
export function mixScores(mix: Mix, scores: Float32Array[]): Float64Array {
  const mixed = new Float64Array(scores[0]?.length ?? 0)
  for (const [v, own] of scores.entries()) {
    const weight = mix[v] as number
    for (let k = 0; k < mixed.length; k++) mixed[k] = (mixed[k] as number) + weight * (own[k] as number)
  }
  return mixed
}

export function mixProbabilities(mix: Mix, scores: Float32Array[]): Float64Array {
  const mixed = mixScores(mix, scores)
  softmax(mixed)
  return mixed
}

/** Mean surprise (negative log-likelihood, in nats) at the true classes of held-out examples: less is better. */
export function meanSurprise(mix: Mix, examples: HeldOut[]): number {
  let sum = 0
  for (const { scores, label } of examples) {
    sum -= Math.log(Math.max(1e-12, mixProbabilities(mix, scores)[label] as number))
  }
  return sum / Math.max(1, examples.length)
}
