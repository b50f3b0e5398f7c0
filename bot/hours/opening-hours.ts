import { DateTime } from 'luxon'
import { z } from 'zod'

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** `09:00-18:00`; `22:00-02:00` ends on the next day, `00:00-24:00` is the whole day. */
const range = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'must be HH:MM-HH:MM')
const day = z.array(range)

/** When people are there. A weekday that is left out is closed; a range belongs to the day on which it begins. */
export const openingHoursSchema = z.strictObject({
  /** IANA name; the company's where it is absent. */
  timeZone: z.string().refine(isTimeZone, 'is no IANA time zone').optional(),
  week: z.strictObject({
    mon: day.optional(),
    tue: day.optional(),
    wed: day.optional(),
    thu: day.optional(),
    fri: day.optional(),
    sat: day.optional(),
    sun: day.optional(),
  }),
  /** Days on which nothing opens; what began the evening before still ends. */
  holidays: z.array(z.iso.date()),
})
export type OpeningHours = z.infer<typeof openingHoursSchema>

/** Half open, `from <= t < to`, epoch milliseconds. */
interface Span {
  from: number
  to: number
}

/** Nothing opens for this long: then it never does. Longer than any holiday season. */
const LOOK_AHEAD_DAYS = 60
/** Work that is not done within this long is no promise to anybody. */
const LONGEST_WORK_DAYS = 366

/** Whether somebody should be there at `at` (epoch milliseconds). */
export function isOpen(hours: OpeningHours, companyTimeZone: string, at: number): boolean {
  const today = dayAt(hours, companyTimeZone, at)
  return [today.minus({ days: 1 }), today].some((date) =>
    spansOf(hours, date).some(({ from, to }) => from <= at && at < to),
  )
}

/** The first moment from `at` on at which somebody is there; undefined when there is none within two months. */
export function nextOpening(hours: OpeningHours, companyTimeZone: string, at: number): number | undefined {
  const today = dayAt(hours, companyTimeZone, at)
  for (let ahead = -1; ahead <= LOOK_AHEAD_DAYS; ahead++) {
    const next = spansOf(hours, today.plus({ days: ahead })).find(({ to }) => to > at)
    if (next) return Math.max(at, next.from)
  }
  return undefined
}

/**
 * When work begun at `at` is done, if it goes on only while somebody is there.
 *
 * @param at epoch milliseconds
 * @param workMs open time that it takes, 0 or more
 * @returns epoch milliseconds; undefined when it would not be done within a year
 */
export function addOpenTime(
  hours: OpeningHours,
  companyTimeZone: string,
  at: number,
  workMs: number,
): number | undefined {
  const today = dayAt(hours, companyTimeZone, at)
  let doneUpTo = at
  let leftMs = workMs
  for (let ahead = -1; ahead <= LONGEST_WORK_DAYS; ahead++) {
    for (const { from, to } of spansOf(hours, today.plus({ days: ahead }))) {
      // Spans may overlap: what was worked already counts once.
      const start = Math.max(doneUpTo, from)
      if (start >= to) continue
      if (leftMs <= to - start) return start + leftMs
      leftMs -= to - start
      doneUpTo = to
    }
  }
  return undefined
}

/**
 * The last moment of a day at which somebody is there, 23:59 at the latest: whoever was told "tomorrow" has gone to bed then.
 *
 * @param date any time of that day, on the clock of `zoneOf`
 * @returns epoch milliseconds; undefined when nothing opens on that day
 */
export function endOfOpenDay(hours: OpeningHours, date: DateTime): number | undefined {
  const day = date.startOf('day')
  const ends = spansOf(hours, day).map(({ to }) => to)
  return ends.length === 0 ? undefined : Math.min(Math.max(...ends), lastMinute(day))
}

/** 23:59 of a day. */
export function lastMinute(date: DateTime): number {
  return date.endOf('day').startOf('minute').toMillis()
}

/** The clock by which these hours are read. */
export function zoneOf({ timeZone }: OpeningHours, companyTimeZone: string): string {
  return timeZone ?? companyTimeZone
}

function dayAt(hours: OpeningHours, companyTimeZone: string, at: number): DateTime {
  return DateTime.fromMillis(at, { zone: zoneOf(hours, companyTimeZone) }).startOf('day')
}

/** The spans that begin on a day, in order. Clock times that the change to summer time leaves out move on by the hour. */
function spansOf({ week, holidays }: OpeningHours, date: DateTime): Span[] {
  if (holidays.includes(date.toISODate() ?? '')) return []
  const weekday = WEEKDAYS[date.weekday - 1]
  const ranges = (weekday && week[weekday]) ?? []
  return ranges
    .map((text) => {
      const [from = '', to = ''] = text.split('-')
      const ends = to <= from ? date.plus({ days: 1 }) : date
      return { from: clock(date, from), to: clock(ends, to) }
    })
    .sort((a, b) => a.from - b.from)
}

function clock(date: DateTime, time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return (hour === 24 ? date.plus({ days: 1 }) : date.set({ hour, minute })).toMillis()
}

function isTimeZone(name: string): boolean {
  return DateTime.local({ zone: name }).isValid
}
