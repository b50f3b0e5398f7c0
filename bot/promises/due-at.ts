import { DateTime } from 'luxon'
import { HOUR_MS, MINUTE_MS } from '../../domain/index.ts'
import type { DeadlineDay, DeadlineUnit, PromiseDeadline } from '../../nlp/index.ts'
import { addOpenTime, endOfOpenDay, lastMinute, type OpeningHours, zoneOf } from '../hours/index.ts'

/** A promise for later than this is a slip of the tongue. */
const LONGEST_DAYS = 366
/** Days looked through for open ones: longer than any promise of so many business days. */
const LOOK_AHEAD_DAYS = 3 * LONGEST_DAYS

/**
 * The moment until which a promise is kept in time, as the customer would understand it who hears it where the company is.
 *
 * "Within 24 hours" runs by the clock, at night and on Sundays, too; days, weeks and months end at the same time of day.
 * Business hours count while the company is open. Business days are those on which it opens; the day on which it was
 * said is none of them, and the last one ends when the company closes. A day that was named ends when the company
 * closes on it, at 23:59 at the latest, and at 23:59 where it does not open, has closed already, or opens at all times.
 *
 * @param saidAt epoch milliseconds
 * @returns epoch milliseconds, after `saidAt`; undefined where no time was said, where it is past, or more than a year away
 */
export function dueAtOf(
  deadline: PromiseDeadline,
  saidAt: number,
  hours: OpeningHours,
  companyTimeZone: string,
): number | undefined {
  const said = DateTime.fromMillis(saidAt, { zone: zoneOf(hours, companyTimeZone) })
  const dueAt = momentOf(deadline, said, hours, companyTimeZone)
  if (dueAt === undefined || dueAt <= saidAt) return undefined
  return dueAt <= said.plus({ days: LONGEST_DAYS }).toMillis() ? dueAt : undefined
}

function momentOf(
  deadline: PromiseDeadline,
  said: DateTime,
  hours: OpeningHours,
  companyTimeZone: string,
): number | undefined {
  switch (deadline.kind) {
    case 'none':
      return undefined
    case 'within':
      return within(deadline.amount, deadline.unit, said, hours, companyTimeZone)
    case 'by': {
      const { day, time } = deadline
      if (time) return atTime(day, time, said, hours)
      const date = dateOf(day, said, hours)
      return date && endOf(date, said, hours)
    }
    default:
      return deadline satisfies never
  }
}

function within(
  amount: number,
  unit: DeadlineUnit,
  said: DateTime,
  hours: OpeningHours,
  companyTimeZone: string,
): number | undefined {
  switch (unit) {
    case 'minute':
      return said.toMillis() + amount * MINUTE_MS
    case 'hour':
      return said.toMillis() + amount * HOUR_MS
    case 'business-hour':
      return addOpenTime(hours, companyTimeZone, said.toMillis(), amount * HOUR_MS)
    case 'day':
      return inCalendar(said, { days: amount })
    case 'week':
      return inCalendar(said, { weeks: amount })
    case 'month':
      return inCalendar(said, { months: amount })
    case 'business-day':
      return endOfBusinessDay(Math.ceil(amount), said, hours)
    default:
      return unit satisfies never
  }
}

/** Undefined for what is beyond every calendar. */
function inCalendar(said: DateTime, span: { days: number } | { weeks: number } | { months: number }) {
  const due = said.plus(span)
  return due.isValid ? due.toMillis() : undefined
}

function endOfBusinessDay(count: number, said: DateTime, hours: OpeningHours): number | undefined {
  let left = count
  for (let ahead = 1; ahead <= LOOK_AHEAD_DAYS; ahead++) {
    const end = endOfOpenDay(hours, said.plus({ days: ahead }))
    if (end !== undefined && --left <= 0) return end
  }
  return undefined
}

/** A time of today that has passed is one of tomorrow, and one of the weekday that it is today, of next week. */
function atTime(
  day: DeadlineDay,
  time: { hour: number; minute: number },
  said: DateTime,
  hours: OpeningHours,
): number | undefined {
  const date = dateOf(day, said, hours)
  if (!date) return undefined
  const at = date.set({ ...time, second: 0, millisecond: 0 })
  if (at > said) return at.toMillis()
  if (day.kind === 'in-days' && day.days === 0) return at.plus({ days: 1 }).toMillis()
  if (day.kind === 'weekday' && day.weeks === undefined) return at.plus({ weeks: 1 }).toMillis()
  return undefined
}

/** The end of a day: when the company closes, unless that is past or never. */
function endOf(date: DateTime, said: DateTime, hours: OpeningHours): number {
  const closes = endOfOpenDay(hours, date)
  return closes !== undefined && closes > said.toMillis() ? closes : lastMinute(date)
}

function dateOf(day: DeadlineDay, said: DateTime, hours: OpeningHours): DateTime | undefined {
  const today = said.startOf('day')
  switch (day.kind) {
    case 'in-days':
      return today.plus({ days: day.days })
    case 'weekday': {
      if (day.weeks !== undefined) return today.startOf('week').plus({ weeks: day.weeks, days: day.weekday - 1 })
      return today.plus({ days: (day.weekday - today.weekday + 7) % 7 })
    }
    case 'date':
      return calendarDate(day, today)
    case 'end-of-week': {
      const monday = today.startOf('week').plus({ weeks: day.weeks })
      return lastOpenDay(monday, monday.endOf('week'), hours)
    }
    case 'end-of-month': {
      const first = today.startOf('month').plus({ months: day.months })
      return lastOpenDay(first, first.endOf('month'), hours)
    }
    default:
      return day satisfies never
  }
}

/** Undefined for a day that no calendar has. Without a year or month it is the first such day to come. */
function calendarDate({ year, month, day }: Extract<DeadlineDay, { kind: 'date' }>, today: DateTime) {
  if (month === undefined) {
    // Two months in a row have a 31st at the latest every other time.
    const months = [0, 1, 2].map((ahead) => today.startOf('month').plus({ months: ahead }))
    const first = months.find((one) => day <= (one.daysInMonth ?? 0) && one.set({ day }) >= today)
    return first?.set({ day })
  }
  const inYear = (of: number) => DateTime.fromObject({ year: of, month, day }, { zone: today.zone })
  if (year !== undefined) return inYear(year).isValid ? inYear(year) : undefined
  return [today.year, today.year + 1].map(inYear).find((date) => date.isValid && date >= today)
}

/** The last day of a span on which the company opens, or its very last day where there is none. */
function lastOpenDay(first: DateTime, last: DateTime, hours: OpeningHours): DateTime {
  for (let date = last.startOf('day'); date >= first; date = date.minus({ days: 1 })) {
    if (endOfOpenDay(hours, date) !== undefined) return date
  }
  return last.startOf('day')
}
