import type { Alike } from './alike.ts'

/** A row taken, and how much of it those taken before had covered: 0..1. */
export interface Covering {
  row: number
  covered: number
}

/**
 * Takes rows one after the other, always the one that covers most worth anew: all of its own, and of those like it as much
 * as they are like it. Equal ones in the order of their rows.
 * @param alike for each row those like it, each pair in both lists
 * @param worth by row, at least 0
 * @param count so many at most
 */
export function coverInTurn(alike: readonly (readonly Alike[])[], worth: readonly number[], count: number): Covering[] {
  const covered = new Float64Array(worth.length)
  const gains = Float64Array.from(worth, (own, row) =>
    (alike[row] ?? []).reduce((sum, { row: other, likeness }) => sum + likeness * (worth[other] as number), own),
  )
  /** What each other row would have added of this one shrinks. */
  const cover = (row: number, upTo: number) => {
    const before = covered[row] as number
    if (upTo <= before) return
    covered[row] = upTo
    const lose = (other: number, likeness: number) => {
      const less = Math.max(0, likeness - before) - Math.max(0, likeness - upTo)
      gains[other] = (gains[other] as number) - less * (worth[row] as number)
    }
    lose(row, 1)
    for (const { row: other, likeness } of alike[row] ?? []) lose(other, likeness)
  }
  const taken: Covering[] = []
  while (taken.length < Math.min(count, worth.length)) {
    let row = 0
    for (let other = 1; other < gains.length; other++)
      if ((gains[other] as number) > (gains[row] as number)) row = other
    taken.push({ row, covered: covered[row] as number })
    cover(row, 1)
    for (const { row: other, likeness } of alike[row] ?? []) cover(other, likeness)
    gains[row] = -Infinity
  }
  return taken
}
