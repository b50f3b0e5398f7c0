const GOLDEN = (Math.sqrt(5) - 1) / 2

/**
 * The place with the highest value near a start, one coordinate after the other by golden section (Kiefer (1953),
 * "Sequential minimax search for a maximum"), each time over half the reach of the sweep before. For smooth functions of a
 * few coordinates of about the same scale; finds a local maximum, never one below the start.
 *
 * @param reach how far from the start a coordinate is looked for at first
 * @param enough a sweep that gains less is the last one
 */
export function coordinateSearch(
  valueAt: (at: readonly number[]) => number,
  start: readonly number[],
  { reach, sweeps, enough }: { reach: number; sweeps: number; enough: number },
): number[] {
  let best = [...start]
  let value = valueAt(best)
  let span = reach
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const before = value
    for (let place = 0; place < best.length; place++) {
      const along = (x: number) => best.with(place, x)
      const centre = best[place] ?? 0
      const x = highest((at) => valueAt(along(at)), centre - span, centre + span, span / 50)
      const found = valueAt(along(x))
      if (found > value) {
        best = along(x)
        value = found
      }
    }
    if (value - before < enough && sweep > 0) break
    // Not to nothing at once: the coordinates go hand in hand, and the first sweeps have found the neighbourhood only.
    span = Math.max(reach / 16, span / 1.5)
  }
  return best
}

function highest(valueAt: (x: number) => number, from: number, to: number, precision: number): number {
  let [low, high] = [from, to]
  let [left, right] = [high - GOLDEN * (high - low), low + GOLDEN * (high - low)]
  let [leftValue, rightValue] = [valueAt(left), valueAt(right)]
  while (high - low > precision) {
    if (leftValue > rightValue) {
      high = right
      right = left
      rightValue = leftValue
      left = high - GOLDEN * (high - low)
      leftValue = valueAt(left)
    } else {
      low = left
      left = right
      leftValue = rightValue
      right = low + GOLDEN * (high - low)
      rightValue = valueAt(right)
    }
  }
  return (low + high) / 2
}
