import { DateTime } from 'luxon'
import { CandorError, type Channel } from '../../domain/index.ts'
import type { Period } from '../../store/index.ts'
import { isoWeek } from './iso-week.ts'

/** What a report covers unless told otherwise, in days. */
const DEFAULT_DAYS = 30
/** Longest range a report covers, in days. */
const MAX_DAYS = 366

export interface Day {
  /** YYYY-MM-DD in the company's time zone. */
  day: string
  period: Period
}

/** Both YYYY-MM-DD, both included. */
export interface DayRange {
  from: string
  to: string
}

/** What a report is asked for. */
export interface ReportQuery extends DayRange {
  /** Absent: all. */
  channel?: Channel
}

/**
 * The range that is meant by what was given: up to today, 30 days long, unless it says otherwise.
 * @param now epoch milliseconds
 * @throws CandorError PERIOD_INVALID
 */
export function reportRange(given: Partial<DayRange>, now: number, timeZone: string): DayRange {
  const to = given.to ?? dayOf(DateTime.fromMillis(now, { zone: timeZone }))
  const from = given.from ?? dayOf(parseDay(to, timeZone).minus({ days: DEFAULT_DAYS - 1 }))
  parseRange({ from, to }, timeZone)
  return { from, to }
}

/**
 * The days from `from` to `to`, both included, as spans of time. A day is what the company's calendar says:
 * 23 or 25 hours where the clocks change.
 * @throws CandorError PERIOD_INVALID for anything that is not a range of at most 366 days
 */
export function daysBetween(from: string, to: string, timeZone: string): Day[] {
  const { first, count } = parseRange({ from, to }, timeZone)
  return Array.from({ length: count }, (_, i) => {
    const start = first.plus({ days: i })
    return { day: dayOf(start), period: { from: start.toMillis(), to: start.plus({ days: 1 }).toMillis() } }
  })
}

/**
 * All those days as one span of time.
 * @throws CandorError PERIOD_INVALID for anything that is not a range of at most 366 days
 */
export function periodOf(from: string, to: string, timeZone: string): Period {
  const { first, count } = parseRange({ from, to }, timeZone)
  return { from: first.toMillis(), to: first.plus({ days: count }).toMillis() }
}

export interface Week {
  /** ISO 8601, e.g. `2026-W47`. */
  week: string
  /** YYYY-MM-DD */
  monday: string
  /** How many of its days the range has, 1..7. */
  days: number
  period: Period
}

/**
 * The ISO weeks that the range touches, the first and the last cut to it, by the company's calendar.
 * @throws CandorError PERIOD_INVALID for anything that is not a range of at most 366 days
 */
export function weeksBetween(from: string, to: string, timeZone: string): Week[] {
  const { first, count } = parseRange({ from, to }, timeZone)
  const end = first.plus({ days: count })
  const monday = first.startOf('week')
  const weeks = Math.ceil(end.diff(monday, 'days').days / 7)
  return Array.from({ length: weeks }, (_, i) => {
    const start = monday.plus({ weeks: i })
    const [begins, ends] = [DateTime.max(start, first), DateTime.min(start.plus({ weeks: 1 }), end)]
    return {
      week: isoWeek(start),
      monday: dayOf(start),
      days: Math.round(ends.diff(begins, 'days').days),
      period: { from: begins.toMillis(), to: ends.toMillis() },
    }
  })
}

function parseRange({ from, to }: DayRange, timeZone: string): { first: DateTime; count: number } {
  const first = parseDay(from, timeZone)
  const count = Math.round(parseDay(to, timeZone).diff(first, 'days').days) + 1
  if (count < 1) throw invalid(`"from" (${from}) is after "to" (${to})`)
  if (count > MAX_DAYS) throw invalid(`it has ${count} days, at most ${MAX_DAYS} are reported`)
  return { first, count }
}

function parseDay(text: string, timeZone: string): DateTime {
  const day = DateTime.fromFormat(text, 'yyyy-MM-dd', { zone: timeZone })
  // Years far off are typing errors.
  if (!day.isValid || day.year < 2000 || day.year > 2100) throw invalid(`"${text.slice(0, 20)}" is not a day`)
  return day.startOf('day')
}

function dayOf(at: DateTime): string {
  return at.toISODate() ?? ''
}

function invalid(problem: string): CandorError {
  return new CandorError('PERIOD_INVALID', { problem, mend: 'Give days as YYYY-MM-DD, "from" not after "to"' })
}
