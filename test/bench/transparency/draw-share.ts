/** From here on the bell curve is as good as the binomial distribution for what is measured, and takes no n draws. */
const LARGE_VARIANCE = 200

/** How many of `n` it holds for, if it does for each with this chance. */
export function drawShare(n: number, share: number, random: () => number): number {
  const variance = n * share * (1 - share)
  if (variance < LARGE_VARIANCE) return Array.from({ length: n }, () => random() < share).filter(Boolean).length
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  return Math.min(n, Math.max(0, Math.round(n * share + normal * Math.sqrt(variance))))
}
