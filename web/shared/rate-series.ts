import type { Rate } from '../../bot/http/api.ts'
import type { Series } from './plot.ts'

/** Rates as a line with its band; the table beside it says what each was counted from. Null: of that day there is none. */
export function rateSeries(label: string, rates: (Rate | null)[]): Series & { rates: (Rate | null)[] } {
  return {
    label,
    rates,
    values: rates.map((rate) => rate?.value ?? null),
    intervals: rates.map((rate) => (rate === null || rate.value === null ? null : { low: rate.low, high: rate.high })),
  }
}
