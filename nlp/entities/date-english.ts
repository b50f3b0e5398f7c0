import type { DateTime } from 'luxon'
import { type Found, findAll } from './found.ts'

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const SMALL_NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const RELATIVE_DAYS: Record<string, number> = {
  'the day before yesterday': -2,
  yesterday: -1,
  today: 0,
  tonight: 0,
  tomorrow: 1,
  'the day after tomorrow': 2,
}

const RELATIVE = /\b(the day before yesterday|the day after tomorrow|yesterday|today|tonight|tomorrow)\b/gi
const WEEKDAY = new RegExp(String.raw`\b(?:(last|next|this|on|since|until|by) )?(${WEEKDAYS.join('|')})\b`, 'gi')
const AGO = new RegExp(
  String.raw`\b(\d{1,3}|an?|${SMALL_NUMBERS.slice(1).join('|')}) (day|week|month|year)s? (ago|from now)\b`,
  'gi',
)
const AHEAD = new RegExp(
  String.raw`\bin (\d{1,3}|an?|${SMALL_NUMBERS.slice(1).join('|')}) (day|week|month|year)s?\b`,
  'gi',
)
const PERIOD = /\b(last|next) (week|month|year)\b/gi
const MONTH_NAME = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}'
const MONTH_DAY = new RegExp(String.raw`\b${MONTH_NAME}\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?\b`, 'gi')
const DAY_MONTH = new RegExp(String.raw`\b(\d{1,2})(?:st|nd|rd|th)? (?:of )?${MONTH_NAME}\.?(?:,? (\d{4}))?\b`, 'gi')

/** English dates as ISO 8601 days, told from the day of `now` in its zone. */
export function findEnglishDates(text: string, now: DateTime): Found[] {
  const today = now.startOf('day')
  return [
    ...findAll('date', text, RELATIVE, ([whole]) =>
      isoDay(today.plus({ days: RELATIVE_DAYS[whole.toLowerCase()] ?? 0 })),
    ),
    ...findAll('date', text, AGO, ([, count = '', unit = '', direction = '']) => {
      const amount = readCount(count) * (direction.toLowerCase() === 'ago' ? -1 : 1)
      return isoDay(today.plus({ [`${unit.toLowerCase()}s`]: amount }))
    }),
    ...findAll('date', text, AHEAD, ([, count = '', unit = '']) =>
      isoDay(today.plus({ [`${unit.toLowerCase()}s`]: readCount(count) })),
    ),
    ...findAll('date', text, PERIOD, ([, which = '', unit = '']) =>
      isoDay(today.plus({ [`${unit.toLowerCase()}s`]: which.toLowerCase() === 'last' ? -1 : 1 })),
    ),
    ...findAll('date', text, WEEKDAY, ([, which = '', name = '']) => isoDay(weekday(today, which, name))),
    ...findAll('date', text, MONTH_DAY, ([, month = '', day = '', year]) => calendarDay(today, year, month, day)),
    ...findAll('date', text, DAY_MONTH, ([, day = '', month = '', year]) => calendarDay(today, year, month, day)),
  ]
}

function readCount(word: string): number {
  const lower = word.toLowerCase()
  if (/^\d+$/.test(lower)) return Number(lower)
  return lower === 'a' || lower === 'an' ? 1 : SMALL_NUMBERS.indexOf(lower)
}

// "next Friday" is the one to come. Every other weekday is the past one: customers mostly write of what has happened.
function weekday(today: DateTime, which: string, name: string): DateTime {
  const wanted = WEEKDAYS.indexOf(name.toLowerCase()) + 1
  const toCome = ['next', 'this', 'until', 'by'].includes(which.toLowerCase())
  const back = (today.weekday - wanted + 7) % 7 || 7
  return toCome ? today.plus({ days: (wanted - today.weekday + 7) % 7 || 7 }) : today.minus({ days: back })
}

function calendarDay(today: DateTime, year: string | undefined, month: string, day: string): string | undefined {
  const number = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1
  return nearestDay(today, year === undefined ? undefined : Number(year), number, Number(day))
}

/** A calendar day; without a year the one nearest to today. Undefined for days that do not exist. */
export function nearestDay(today: DateTime, year: number | undefined, month: number, day: number): string | undefined {
  if (year !== undefined) return isoDay(today.set({ year, month: 1, day: 1 }).set({ month, day }), month, day)
  const candidates = [-1, 0, 1].map((shift) =>
    today.set({ year: today.year + shift, month: 1, day: 1 }).set({ month, day }),
  )
  const nearest = candidates
    .filter((date) => date.month === month && date.day === day)
    .sort((a, b) => Math.abs(a.diff(today).toMillis()) - Math.abs(b.diff(today).toMillis()))[0]
  return nearest && isoDay(nearest)
}

/** `2026-11-17`; undefined for an invalid date, or when month and day are not those expected. */
export function isoDay(date: DateTime, month = date.month, day = date.day): string | undefined {
  return date.month === month && date.day === day ? (date.toISODate() ?? undefined) : undefined
}
