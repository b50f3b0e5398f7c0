import jStat from 'jstat'
import type { Interval } from '../interval.ts'

/** How differently two groups answered, in standard deviations (Cohen's d); positive: the second is higher. */
export interface StandardizedDifference extends Interval {
  value: number
  /** Of the interval: 95 % over all that were compared together. */
  confidence: number
}

/** With fewer in a group a standard deviation means little. */
const FEWEST = 10
/** A small effect: Cohen (1988), "Statistical Power Analysis". With many answers less would be found, and mean nothing. */
const SMALL = 0.2

/**
 * Difference of two means in pooled standard deviations, its interval by Welch's t with a part of the 5 % for each comparison
 * (Bonferroni): of twenty items one would differ by luck alone.
 * @param comparisons how many are made, 1 or more
 * @returns undefined for fewer than ten in a group, or where nothing varies
 */
export function standardizedDifference(
  first: readonly number[],
  second: readonly number[],
  comparisons: number,
): StandardizedDifference | undefined {
  if (first.length < FEWEST || second.length < FEWEST) return undefined
  const [a, b] = [momentsOf(first), momentsOf(second)]
  const pooled = Math.sqrt(((a.n - 1) * a.variance + (b.n - 1) * b.variance) / (a.n + b.n - 2))
  if (pooled === 0) return undefined
  const [inFirst, inSecond] = [a.variance / a.n, b.variance / b.n]
  const freedom = (inFirst + inSecond) ** 2 / (inFirst ** 2 / (a.n - 1) + inSecond ** 2 / (b.n - 1))
  const confidence = 1 - 0.05 / comparisons
  const half = (jStat.studentt.inv((1 + confidence) / 2, freedom) * Math.sqrt(inFirst + inSecond)) / pooled
  const value = (b.mean - a.mean) / pooled
  return { value, low: value - half, high: value + half, confidence }
}

/** One item, compared between two groups. `standsOut`: the difference is no luck, and no small one. */
export interface ComparedItem {
  difference: StandardizedDifference
  /** What the other items say is taken off: one group may merely be more content than the other. */
  besideOthers: boolean
  standsOut: boolean
}

/**
 * Which items two groups answer differently. With three or more each is compared beside the others. One that stands out shifts
 * what the others are compared with, so the one that stands out most is taken from among them, and all are compared anew: the
 * purification of differential item functioning, Holland and Thayer (1988).
 * @param first, second one row per answer, each item as a share of its scale, 0..1
 */
export function compareItems(
  first: readonly (readonly number[])[],
  second: readonly (readonly number[])[],
): (ComparedItem | undefined)[] {
  const items = (first[0] ?? second[0] ?? []).map((_, item) => item)
  const besideOthers = items.length >= 3
  const outstanding = new Set<number>()
  for (;;) {
    const compared = items.map((item) => {
      const others = besideOthers ? items.filter((other) => other !== item && !outstanding.has(other)) : []
      const standing = (row: readonly number[]) => (row[item] ?? 0) - mean(others.map((other) => row[other] ?? 0))
      return standardizedDifference(first.map(standing), second.map(standing), items.length)
    })
    const [most] = items
      .filter((item) => !outstanding.has(item) && differs(compared[item]))
      .sort((a, b) => Math.abs(compared[b]?.value ?? 0) - Math.abs(compared[a]?.value ?? 0))
    // Of two that are left nobody could say which is the odd one.
    const enough = !besideOthers || items.length - outstanding.size >= 3
    if (most === undefined || !enough) {
      return items.map((item) => {
        const difference = compared[item]
        return difference && { difference, besideOthers, standsOut: outstanding.has(item) }
      })
    }
    outstanding.add(most)
  }
}

function differs(difference: StandardizedDifference | undefined): boolean {
  if (!difference) return false
  return (difference.low > 0 || difference.high < 0) && Math.abs(difference.value) >= SMALL
}

/** 0 of nothing. */
function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}

function momentsOf(values: readonly number[]): { n: number; mean: number; variance: number } {
  const n = values.length
  const middle = mean(values)
  return { n, mean: middle, variance: values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (n - 1) }
}
