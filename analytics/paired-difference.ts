import { type Interval, Z95 } from './interval.ts'

/** How the share of something changes among the same `n` cases seen twice, -1..1; `value` null when there are none. */
export interface PairedDifference extends Interval {
  value: number | null
}

/**
 * Difference of two proportions measured on the same cases, with its 95 % score interval: no change in ten cases must not
 * read as "no change at all". Tango (1998), "Equivalence test and confidence interval for the difference in proportions
 * for the paired-sample design", Statistics in Medicine 17. It needs only the cases that changed.
 *
 * @param gained cases that have it now and had not before, 0..n
 * @param lost cases that had it before and have it no more, 0..n - gained
 */
export function pairedDifference(gained: number, lost: number, n: number): PairedDifference {
  if (n === 0) return { value: null, low: -1, high: 1 }
  const value = (gained - lost) / n
  return {
    value,
    // At the ends rounding would leave the observed difference just outside.
    low: Math.min(value, lowEnd(gained, lost, n)),
    high: Math.max(value, -lowEnd(lost, gained, n)),
  }
}

/** Enough halvings of -1..1 for the last bit. */
const HALVINGS = 60

/** The smallest difference that the observed one does not contradict. */
function lowEnd(gained: number, lost: number, n: number): number {
  let low = -1
  let high = (gained - lost) / n
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2
    const contradicts = gained - lost - n * middle > Z95 * Math.sqrt(n * variance(gained, lost, n, middle))
    if (contradicts) low = middle
    else high = middle
  }
  return high
}

/** Of one case's change, when the true difference is `difference`: from the most likely shares under that constraint. */
function variance(gained: number, lost: number, n: number, difference: number): number {
  const a = 2 * n
  const b = -gained - lost + (2 * n - gained + lost) * difference
  const c = -lost * difference * (1 - difference)
  const losing = (Math.sqrt(Math.max(0, b * b - 4 * a * c)) - b) / (2 * a)
  return Math.max(0, 2 * losing + difference * (1 - difference))
}
