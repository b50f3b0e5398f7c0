import jStat from 'jstat'
import type { ScoreCount } from './tally.ts'

/** In points of the scale. `mean` is null of none; the ends are null of fewer than two, which tell nothing about others. */
export interface ScaleMean {
  n: number
  mean: number | null
  low: number | null
  high: number | null
}

/**
 * The mean of scores with its 95 % interval by Student's t, kept within the scale. Scores that all agree leave no width: how
 * few they are is told by `n`.
 */
export function scaleMean(scores: readonly ScoreCount[], { from, to }: { from: number; to: number }): ScaleMean {
  const sum = (value: (score: number) => number) =>
    scores.reduce((total, { score, count }) => total + count * value(score), 0)
  const n = sum(() => 1)
  if (n === 0) return { n, mean: null, low: null, high: null }
  const mean = sum((score) => score) / n
  if (n === 1) return { n, mean, low: null, high: null }
  const variance = sum((score) => (score - mean) ** 2) / (n - 1)
  const half = jStat.studentt.inv(0.975, n - 1) * Math.sqrt(variance / n)
  return { n, mean, low: Math.max(from, mean - half), high: Math.min(to, mean + half) }
}
