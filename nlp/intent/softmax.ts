/** Turns scores into probabilities that sum to 1, in place. */
export function softmax(scores: Float64Array): void {
  let largest = -Infinity
  for (const score of scores) largest = Math.max(largest, score)
  let sum = 0
  for (let k = 0; k < scores.length; k++) {
    const power = Math.exp((scores[k] as number) - largest)
    scores[k] = power
    sum += power
  }
  for (let k = 0; k < scores.length; k++) scores[k] = (scores[k] as number) / sum
}

/** The probability, 0..1, that has these log-odds. */
export function logistic(score: number): number {
  return 1 / (1 + Math.exp(-score))
}
