/** One-sided: with challengers that are only as good, a champion is replaced at most this often. */
export const SIGNIFICANT = 0.05

/**
 * The level for the n-th challenger of one champion: 1/2, 1/6, 1/12 … of the whole, which is all of it together.
 * A sequence of useless challengers, tried as outcomes come in, replaces the champion at most with the whole level,
 * however many they are and however much they share (Bonferroni over the tries; alpha spending, Lan and DeMets 1983).
 * @param attempt 1 for the first challenger since the champion began to serve
 */
export function spentLevel(attempt: number): number {
  return SIGNIFICANT / (attempt * (attempt + 1))
}
