import { softmax } from './softmax.ts'

/** Probabilities are softmax(svm · score + naiveBayes · score): how much each view counts. */
export interface Mix {
  svm: number
  naiveBayes: number
}

/** Scores of held-out examples with the class each really has (0..classes-1). */
export interface HeldOut {
  svm: Float32Array
  naiveBayes: Float32Array
  label: number
}

const START: Mix = { svm: 4, naiveBayes: 0.1 }
/** The scale of each scalar; a weak pull toward the start keeps a handful of examples from running away. */
const PULL = { svm: 0.02, naiveBayes: 20 }
const STEPS = 30

/**
 * Finds the mix under which the held-out examples are likeliest, by Newton's method on the two scalars.
 * The examples must not have been trained on: that is what makes the result calibrated.
 */
export function fitMix(examples: HeldOut[]): Mix {
  let { svm: a, naiveBayes: b } = START
  for (let step = 0; step < STEPS; step++) {
    let gradientA = PULL.svm * (a - START.svm)
    let gradientB = PULL.naiveBayes * (b - START.naiveBayes)
    let curveAA = PULL.svm
    let curveAB = 0
    let curveBB = PULL.naiveBayes
    for (const { svm, naiveBayes, label } of examples) {
      const p = mixProbabilities({ svm: a, naiveBayes: b }, svm, naiveBayes)
      let meanA = 0
      let meanB = 0
      let meanAA = 0
      let meanAB = 0
      let meanBB = 0
      for (let k = 0; k < p.length; k++) {
        const weight = p[k] as number
        const x = svm[k] as number
        const y = naiveBayes[k] as number
        meanA += weight * x
        meanB += weight * y
        meanAA += weight * x * x
        meanAB += weight * x * y
        meanBB += weight * y * y
      }
      gradientA += meanA - (svm[label] as number)
      gradientB += meanB - (naiveBayes[label] as number)
      curveAA += meanAA - meanA * meanA
      curveAB += meanAB - meanA * meanB
      curveBB += meanBB - meanB * meanB
    }
    const determinant = curveAA * curveBB - curveAB * curveAB
    if (determinant <= 0) break
    const moveA = (curveBB * gradientA - curveAB * gradientB) / determinant
    const moveB = (curveAA * gradientB - curveAB * gradientA) / determinant
    a = Math.max(0.1, a - clamp(moveA, 2))
    b = Math.max(0, b - clamp(moveB, 0.1))
    if (Math.abs(moveA) < 1e-4 && Math.abs(moveB) < 1e-5) break
  }
  return { svm: a, naiveBayes: b }
}

/** Mean surprise (negative log-likelihood, in nats) at the true classes of held-out examples: less is better. */
export function meanSurprise(mix: Mix, examples: HeldOut[]): number {
  let sum = 0
  for (const { svm, naiveBayes, label } of examples) {
    sum -= Math.log(Math.max(1e-12, mixProbabilities(mix, svm, naiveBayes)[label] as number))
  }
  return sum / Math.max(1, examples.length)
}

export function mixProbabilities(mix: Mix, svm: Float32Array, naiveBayes: Float32Array): Float64Array {
  const mixed = new Float64Array(svm.length)
  for (let k = 0; k < mixed.length; k++) {
    mixed[k] = mix.svm * (svm[k] as number) + mix.naiveBayes * (naiveBayes[k] as number)
  }
  softmax(mixed)
  return mixed
}

function clamp(value: number, limit: number): number {
  return Math.max(-limit, Math.min(limit, value))
}
