/** One bar of a reliability diagram. */
export interface ReliabilityBin {
  /** Mean probability given, 0..1. */
  said: number
  /** Share that turned out so, 0..1. */
  happened: number
  n: number
}

/**
 * Compares what was said with what happened, in groups of equal size, so that every point rests on as many cases.
 * @param bins groups wanted; fewer when there are fewer cases
 */
export function reliabilityBins(items: readonly { said: number; happened: boolean }[], bins: number): ReliabilityBin[] {
  const sorted = items.toSorted((a, b) => a.said - b.said)
  const wanted = Math.min(bins, sorted.length)
  return Array.from({ length: wanted }, (_, i) => {
    const group = sorted.slice(Math.round((i * sorted.length) / wanted), Math.round(((i + 1) * sorted.length) / wanted))
    return {
      said: group.reduce((sum, item) => sum + item.said, 0) / group.length,
      happened: group.filter((item) => item.happened).length / group.length,
      n: group.length,
    }
  })
}
