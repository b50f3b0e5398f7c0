import type { DateTime } from 'luxon'
import { nearestDay } from './date-english.ts'
import { type Found, findAll } from './found.ts'

const YEAR_FIRST = /(?<![\d./-])(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d/-])/g
const YEAR_LAST = /(?<![\d./-])(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?![\d/-])/g

/**
 * Dates in digits with their year. 11/17/2026 is read month first as in America; where that is no date
 * (17/11/2026, 17.11.2026), day first.
 */
export function findNumericDates(text: string, now: DateTime): Found[] {
  const day = (year: string, month: string, date: string) =>
    nearestDay(now.startOf('day'), Number(year), Number(month), Number(date))
  return [
    ...findAll('date', text, YEAR_FIRST, ([, year = '', month = '', date = '']) => day(year, month, date)),
    ...findAll('date', text, YEAR_LAST, ([whole, first = '', second = '', year = '']) =>
      whole.includes('.') ? day(year, second, first) : (day(year, first, second) ?? day(year, second, first)),
    ),
  ]
}
