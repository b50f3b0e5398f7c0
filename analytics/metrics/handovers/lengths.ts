/** How long something takes, over `n` cases; null without any. */
export interface Lengths {
  n: number
  /** Half took no longer, milliseconds. */
  medianMs: number | null
  /** Nine in ten took no longer, milliseconds. */
  p90Ms: number | null
}

/**
 * Median and 90th percentile by nearest rank, so that each is a length that really occurred.
 * @param lengthsMs in any order; what is not known is left out by who calls
 */
export function lengths(lengthsMs: readonly number[]): Lengths {
  const sorted = [...lengthsMs].sort((a, b) => a - b)
  const rank = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? null
  return { n: sorted.length, medianMs: rank(0.5), p90Ms: rank(0.9) }
}
