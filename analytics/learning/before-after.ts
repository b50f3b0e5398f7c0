import jStat from 'jstat'
import { type Interval, wilsonInterval } from '../interval.ts'
import { freedomOf, type RatioSums, ratioOf } from './ratio-sums.ts'

export interface ComparedFigure {
  /** 0..1; null of no turns. The ends are null where one conversation or none cannot tell. */
  value: number | null
  low: number | null
  high: number | null
  /** Turns. */
  n: number
  conversations: number
}

/** After - before, -1..1. */
export interface Difference extends Interval {
  value: number
}

/** A figure before and after, of different conversations. `difference` is null where either cannot tell. */
export interface Comparison {
  before: ComparedFigure
  after: ComparedFigure
  difference: Difference | null
}

const CONFIDENCE = 0.95

/**
 * A share of turns before and after. Intervals: Wilson's with the effective number of turns, and Newcombe's for the
 * difference of two independent proportions: Newcombe (1998), "Interval estimation for the difference between independent
 * proportions", Statistics in Medicine 17, method 10.
 * @param confidence of the intervals, 0..1
 */
export function compareShares(before: RatioSums, after: RatioSums, confidence = CONFIDENCE): Comparison {
  const [first, second] = [shareFigure(before, confidence), shareFigure(after, confidence)]
  return { before: first, after: second, difference: newcombe(first, second) }
}

/**
 * A mean over turns before and after, of values of 0..1. Intervals: Student's t; of the difference Welch's (1947), "The
 * generalization of 'Student's' problem", Biometrika 34, with the variances of the ratio estimator.
 * @param confidence of the intervals, 0..1
 */
export function compareMeans(before: RatioSums, after: RatioSums, confidence = CONFIDENCE): Comparison {
  return {
    before: meanFigure(before, confidence),
    after: meanFigure(after, confidence),
    difference: welch(before, after, confidence),
  }
}

/** A share by itself, with the interval that it has in a comparison. */
export function shareFigure(sums: RatioSums, confidence = CONFIDENCE): ComparedFigure {
  const { value } = ratioOf(sums)
  if (value === null || sums.conversations < 2) return figure(sums, value)
  const n = effectiveTurns(sums, confidence)
  return figure(sums, value, wilsonInterval(value * n, n, zOf(confidence)))
}

/**
 * As many independent turns as would tell the share just as well, and fewer where it rests on few conversations: Korn and
 * Graubard (1998), "Confidence intervals for proportions with small expected number of positive counts estimated from
 * survey data", Survey Methodology 24. Where all turns agree nothing is known of how conversations differ: each counts once.
 */
function effectiveTurns(sums: RatioSums, confidence: number): number {
  const { value, variance } = ratioOf(sums)
  const single = (value ?? 0) * (1 - (value ?? 0))
  const turns = single > 0 && variance ? Math.min(sums.size, single / variance) : sums.conversations
  return turns * (zOf(confidence) / tOf(confidence, freedomOf(sums))) ** 2
}

function newcombe(before: ComparedFigure, after: ComparedFigure): Difference | null {
  if (!isKnown(before) || !isKnown(after)) return null
  const value = after.value - before.value
  return {
    value,
    low: value - Math.hypot(after.value - after.low, before.high - before.value),
    high: value + Math.hypot(after.high - after.value, before.value - before.low),
  }
}

function meanFigure(sums: RatioSums, confidence: number): ComparedFigure {
  const { value, variance } = ratioOf(sums)
  if (value === null || variance === null) return figure(sums, value)
  const half = tOf(confidence, freedomOf(sums)) * Math.sqrt(variance)
  return figure(sums, value, { low: Math.max(0, value - half), high: Math.min(1, value + half) })
}

function welch(before: RatioSums, after: RatioSums, confidence: number): Difference | null {
  const [first, second] = [ratioOf(before), ratioOf(after)]
  if (first.value === null || second.value === null || first.variance === null || second.variance === null) return null
  const value = second.value - first.value
  const variance = first.variance + second.variance
  if (variance === 0) return { value, low: value, high: value }
  // By shares of the variance: the square of a very small one would be 0.
  const [a, b] = [first.variance / variance, second.variance / variance]
  const freedom = 1 / (a ** 2 / freedomOf(before) + b ** 2 / freedomOf(after))
  const half = tOf(confidence, freedom) * Math.sqrt(variance)
  return { value, low: Math.max(-1, value - half), high: Math.min(1, value + half) }
}

function figure({ size, conversations }: RatioSums, value: number | null, interval?: Interval): ComparedFigure {
  return { value, low: interval?.low ?? null, high: interval?.high ?? null, n: size, conversations }
}

function isKnown(one: ComparedFigure): one is ComparedFigure & { value: number; low: number; high: number } {
  return one.value !== null && one.low !== null && one.high !== null
}

function zOf(confidence: number): number {
  return jStat.normal.inv((1 + confidence) / 2, 0, 1)
}

function tOf(confidence: number, freedom: number): number {
  return jStat.studentt.inv((1 + confidence) / 2, freedom)
}
