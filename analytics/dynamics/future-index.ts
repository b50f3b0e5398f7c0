/** Transparency of the weeks to come, if nothing is done about it. */
export interface FutureIndex {
  values: number[]
  /** Of each week: the variance of the sum of the weeks up to its middle about the sum of `values`. */
  sumVariance: number[]
}

/** Closer to one, weeks would never come back to their mean, of which a year tells too little. */
const LONGEST_MEMORY = 0.95

/**
 * Transparency goes back to the mean of the history, as fast as the history did: an autoregression of first order, by
 * least squares.
 * @param indexes 0..1, by week
 */
export function indexAsBefore(indexes: readonly number[], weeks: number): FutureIndex {
  const mean = indexes.reduce((sum, value) => sum + value, 0) / Math.max(1, indexes.length)
  const off = indexes.map((value) => value - mean)
  let products = 0
  let squares = 0
  for (const [i, value] of off.slice(1).entries()) {
    products += value * (off[i] ?? 0)
    squares += (off[i] ?? 0) ** 2
  }
  const memory = squares > 0 ? Math.min(LONGEST_MEMORY, Math.max(0, products / squares)) : 0
  const shocks = off.slice(1).map((value, i) => value - memory * (off[i] ?? 0))
  const variance = shocks.reduce((sum, shock) => sum + shock ** 2, 0) / Math.max(1, shocks.length - 1)
  const last = off.at(-1) ?? 0
  const values: number[] = []
  const sumVariance: number[] = []
  let sum = 0
  for (let week = 1; week <= weeks; week++) {
    values.push(mean + last * memory ** week)
    const before = sum
    // A shock counts in its own week and, ever less, in all that follow.
    sum += ((1 - memory ** week) / (1 - memory)) ** 2
    sumVariance.push((variance * (before + sum)) / 2)
  }
  return { values, sumVariance }
}
