import jStat from 'jstat'

/** Ratings 1..5. `mean` is null of none; the ends are null of fewer than two, which tell nothing about others. */
export interface RatingInterval {
  n: number
  mean: number | null
  low: number | null
  high: number | null
}

/**
 * The mean of ratings with its interval by Student's t, kept within 1..5. Ratings that all agree leave no width: how few
 * they are is told by `n`.
 * @param confidence 0..1
 */
export function ratingInterval(ratings: readonly number[], confidence = 0.95): RatingInterval {
  const n = ratings.length
  if (n === 0) return { n, mean: null, low: null, high: null }
  const mean = ratings.reduce((sum, rating) => sum + rating, 0) / n
  if (n === 1) return { n, mean, low: null, high: null }
  const variance = ratings.reduce((sum, rating) => sum + (rating - mean) ** 2, 0) / (n - 1)
  const half = jStat.studentt.inv((1 + confidence) / 2, n - 1) * Math.sqrt(variance / n)
  return { n, mean, low: Math.max(1, mean - half), high: Math.min(5, mean + half) }
}
