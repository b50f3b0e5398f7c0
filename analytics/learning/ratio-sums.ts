/**
 * A figure over turns, summed by conversation: of each, how many turns it counts (`size`) and their figure together (`total`).
 * Turns of one conversation are alike, so that it is conversations that are counted as independent.
 */
export interface RatioSums {
  /** With at least one turn that counts. */
  conversations: number
  size: number
  total: number
  sizeSquares: number
  totalSquares: number
  /** Sum of size times total. */
  products: number
}

/**
 * Degrees of freedom of a variance over conversations: where few of them hold most of the turns it rests on these few.
 * Their effective number less one, Kish (1965), "Survey Sampling"; at least 1.
 */
export function freedomOf({ size, sizeSquares }: RatioSums): number {
  return Math.max(1, size ** 2 / sizeSquares - 1)
}

/**
 * The figure per turn, and how far it would vary with other conversations: the ratio estimator of cluster samples,
 * Cochran (1977), "Sampling Techniques", chapter 6.
 * @returns `value` null of no turns; `variance` null of fewer than two conversations
 */
export function ratioOf(sums: RatioSums): { value: number | null; variance: number | null } {
  const { conversations: n, size, total } = sums
  if (size === 0) return { value: null, variance: null }
  const value = total / size
  if (n < 2) return { value, variance: null }
  const residuals = sums.totalSquares - 2 * value * sums.products + value * value * sums.sizeSquares
  // Rounding must not make less than nothing of it.
  return { value, variance: (Math.max(0, residuals) * n) / ((n - 1) * size * size) }
}
