import { type NoisySplit, noisyShareInterval } from './noisy-share.ts'

/** A group of fewer is not shown, nor can it be worked out from what is. */
export const SMALLEST_CELL = 10
/** An interval that is wider says nothing that one would not have guessed. */
const WIDEST_INTERVAL = 0.5
/**
 * The noise of `n` may have at most this part of it as its standard deviation. A group that is smaller is counted as one of
 * some size only where the noise happens to be large, and just there the interval would miss.
 */
const MOST_NOISE = 0.15

/**
 * What is published of a share: `n` and the interval go with it. `above`, `below`: fewer than ten are on the other side, and
 * how many is not said. `few`: fewer than ten in all, or on both sides. `uncertain`: more noise than figure.
 */
export type PublishedShare =
  | { kind: 'share' | 'above' | 'below'; share: number; low: number; high: number; n: number }
  | { kind: 'few' }
  | { kind: 'uncertain' }

export function publishedShare(split: NoisySplit): PublishedShare {
  const { within, others, cellsWithin, cellsOthers, variance } = split
  const n = within + others
  const few = { within: within < SMALLEST_CELL, others: others < SMALLEST_CELL }
  if (n < SMALLEST_CELL || (few.within && few.others)) return { kind: 'few' }
  if (Math.sqrt(variance * (cellsWithin + cellsOthers)) > MOST_NOISE * n) return { kind: 'uncertain' }
  if (few.others) {
    const { low } = noisyShareInterval({ ...split, within: n - SMALLEST_CELL, others: SMALLEST_CELL })
    return unlessUncertain({ kind: 'above', share: 1 - SMALLEST_CELL / n, low, high: 1, n })
  }
  if (few.within) {
    const { high } = noisyShareInterval({ ...split, within: SMALLEST_CELL, others: n - SMALLEST_CELL })
    return unlessUncertain({ kind: 'below', share: SMALLEST_CELL / n, low: 0, high, n })
  }
  return unlessUncertain({ kind: 'share', share: within / n, ...noisyShareInterval(split), n })
}

function unlessUncertain(shown: Extract<PublishedShare, { share: number }>): PublishedShare {
  const { low, high, share } = shown
  if (high - low > WIDEST_INTERVAL) return { kind: 'uncertain' }
  return { ...shown, share: rounded(share), low: rounded(low), high: rounded(high) }
}

/** To a tenth of a percent: more digits would only be noise. */
function rounded(share: number): number {
  return Math.round(share * 1000) / 1000
}

/** How many were within each of rising limits: a histogram whose last cell lies beyond all of them. */
export function publishedSteps(cells: readonly number[], variance: number): PublishedShare[] {
  const total = cells.reduce((sum, count) => sum + count, 0)
  let shownUpTo = 0
  return cells.slice(0, -1).map((_, index) => {
    const cellsWithin = index + 1
    const within = cells.slice(0, cellsWithin).reduce((sum, count) => sum + count, 0)
    const others = total - within
    const shown = publishedShare({ within, others, cellsWithin, cellsOthers: cells.length - cellsWithin, variance })
    // The step from one shown share to the next is a group as well.
    if (shown.kind !== 'share') return shown
    if (within - shownUpTo < SMALLEST_CELL) return { kind: 'few' }
    shownUpTo = within
    return shown
  })
}
