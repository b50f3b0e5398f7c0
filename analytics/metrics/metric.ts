import { type Interval, wilsonInterval } from '../interval.ts'

/** What one period was counted to; the store makes these sums, the metrics here say what they mean. */
export interface PeriodCounts {
  opened: number
  resolvedByBot: number
  resolvedByAgent: number
  resolvedByIdle: number
  resolvedWithoutEscalation: number
  reopened: number
  escalated: number
  turns: number
  gapSum: number
  trustMean: number | null
}

/** A share with what it was counted from. `value` is null when there is nothing to count. */
export interface RateValue extends Interval {
  value: number | null
  numerator: number
  denominator: number
}

/** The contract of a metric: its name, what it means in words, and how it is made of counts. */
export interface Metric<Value> {
  key: string
  definition: { en: string; zh: string }
  of(counts: PeriodCounts): Value
}

/** @param numerator 0..denominator */
export function rate(numerator: number, denominator: number): RateValue {
  return {
    value: denominator > 0 ? numerator / denominator : null,
    numerator,
    denominator,
    ...wilsonInterval(numerator, denominator),
  }
}
