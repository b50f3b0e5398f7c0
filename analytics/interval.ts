/** A central interval, 0..1. */
export interface Interval {
  low: number
  high: number
}

/** 97.5 % point of the standard normal distribution. */
export const Z95 = 1.959963984540054

/**
 * Wilson score interval of a proportion, 95 %: three good answers of three must not read as 100 %.
 * Wilson (1927), "Probable inference, the law of succession, and statistical inference".
 * @param successes 0..n; fractions count, of an effective number
 * @param z point of the standard normal distribution
 * @returns 0..1 when n is 0: nothing is known
 */
export function wilsonInterval(successes: number, n: number, z = Z95): Interval {
  if (n === 0) return { low: 0, high: 1 }
  const p = successes / n
  const z2 = z * z
  const centre = (p + z2 / (2 * n)) / (1 + z2 / n)
  const half = (z / (1 + z2 / n)) * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n))
  // At the ends rounding would leave the observed share just outside.
  return { low: Math.max(0, Math.min(p, centre - half)), high: Math.min(1, Math.max(p, centre + half)) }
}
