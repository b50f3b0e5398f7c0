import { DateTime } from 'luxon'
import type { Period } from '../../store/index.ts'
import { isoWeek } from './iso-week.ts'

export interface CalendarWeek {
  /** ISO 8601, e.g. `2026-W47`. */
  week: string
  /** YYYY-MM-DD */
  monday: string
  period: Period
}

/**
 * The last `count` whole weeks before the one of `now`, oldest first, by the company's calendar: a week has an hour
 * more or less where the clocks change.
 * @param now epoch milliseconds
 */
export function pastWeeks(count: number, now: number, timeZone: string): CalendarWeek[] {
  return weeksFrom(runningWeek(now, timeZone).minus({ weeks: count }), count)
}

/** The week of `now` and those after it, `count` in all. */
export function comingWeeks(count: number, now: number, timeZone: string): CalendarWeek[] {
  return weeksFrom(runningWeek(now, timeZone), count)
}

function runningWeek(now: number, timeZone: string): DateTime {
  return DateTime.fromMillis(now, { zone: timeZone }).startOf('week')
}

function weeksFrom(first: DateTime, count: number): CalendarWeek[] {
  return Array.from({ length: count }, (_, i) => {
    const start = first.plus({ weeks: i })
    return {
      week: isoWeek(start),
      monday: start.toISODate() ?? '',
      period: { from: start.toMillis(), to: start.plus({ weeks: 1 }).toMillis() },
    }
  })
}
