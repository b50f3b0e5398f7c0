import { DateTime } from 'luxon'
import { CandorError } from '../../domain/index.ts'
import type { Period } from '../../store/index.ts'

/** Longest range a report covers, in days. */
export const MAX_DAYS = 366

export interface Day {
  /** YYYY-MM-DD in the company's time zone. */
  day: string
  period: Period
}

/**
 * The days from `from` to `to`, both included, as spans of time. A day is what the company's calendar says:
 * 23 or 25 hours where the clocks change.
 * @throws CandorError BODY_INVALID for anything that is not a range of at most 366 days
 */
export function daysBetween(from: string, to: string, timeZone: string): Day[] {
  const first = parseDay(from, timeZone)
  const last = parseDay(to, timeZone)
  const count = Math.round(last.diff(first, 'days').days) + 1
  if (count < 1) throw invalid(`"from" (${from}) is after "to" (${to})`)
  if (count > MAX_DAYS) throw invalid(`the range has ${count} days, at most ${MAX_DAYS} are reported`)
  return Array.from({ length: count }, (_, i) => {
    const start = first.plus({ days: i })
    return {
      day: start.toISODate() ?? '',
      period: { from: start.toMillis(), to: start.plus({ days: 1 }).toMillis() },
    }
  })
}

/** The day that `at` falls on, `daysBack` days earlier. */
export function dayOf(at: number, timeZone: string, daysBack = 0): string {
  return DateTime.fromMillis(at, { zone: timeZone }).minus({ days: daysBack }).toISODate() ?? ''
}

function parseDay(text: string, timeZone: string): DateTime {
  const day = DateTime.fromFormat(text, 'yyyy-MM-dd', { zone: timeZone })
  if (!day.isValid) throw invalid(`"${text}" is not a day`)
  return day.startOf('day')
}

function invalid(problem: string): CandorError {
  return new CandorError('BODY_INVALID', { problem, mend: 'Give days as YYYY-MM-DD, from <= to' })
}
