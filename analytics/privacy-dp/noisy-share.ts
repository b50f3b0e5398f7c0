import type { Interval } from '../interval.ts'

/** Some cells of a table against the others: noisy counts, and of how many cells each of both is the sum. */
export interface NoisySplit {
  within: number
  others: number
  cellsWithin: number
  cellsOthers: number
  /** Of the noise of one cell. */
  variance: number
}

/**
 * Of a Laplace distribution 95 % lie within so many standard deviations: ln 20 / √2. A normal distribution has more
 * there, so that the interval holds whichever of noise and chance is larger.
 */
const LAPLACE_95 = Math.log(20) / Math.SQRT2

/**
 * 95 % interval of a share from noisy counts, with noise and chance together. With the true share p,
 * d = (1 - p) within - p others is 0 on average and varies by n p (1 - p) for chance and
 * v (cellsWithin (1 - p)² + cellsOthers p²) for the noise; the interval is every p whose d is no further from 0 than that
 * allows (Fieller 1954 and Wilson 1927 in one: with v = 0 it is Wilson's).
 * @returns 0..1 where the counts tell nothing
 */
export function noisyShareInterval({ within, others, cellsWithin, cellsOthers, variance }: NoisySplit): Interval {
  const n = within + others
  if (n <= 0) return { low: 0, high: 1 }
  const z2 = LAPLACE_95 ** 2
  // (within - p n)² <= z² (n p (1 - p) + v (cellsWithin (1 - p)² + cellsOthers p²)), as a p² + b p + c <= 0.
  const a = n * n + z2 * (n - variance * (cellsWithin + cellsOthers))
  const b = -2 * within * n - z2 * (n - 2 * variance * cellsWithin)
  const c = within * within - z2 * variance * cellsWithin
  const root = b * b - 4 * a * c
  if (a <= 0 || root < 0) return { low: 0, high: 1 }
  const [low, high] = [-1, 1].map((sign) => clamp((-b + sign * Math.sqrt(root)) / (2 * a))) as [number, number]
  return { low, high }
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share))
}
