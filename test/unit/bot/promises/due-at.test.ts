import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { isOpen, type OpeningHours } from '../../../../bot/hours/opening-hours.ts'
import { dueAtOf } from '../../../../bot/promises/due-at.ts'
import { DEADLINE_UNITS, type PromiseDeadline } from '../../../../nlp/index.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const OFFICE: OpeningHours = {
  week: {
    mon: ['09:00-18:00'],
    tue: ['09:00-18:00'],
    wed: ['09:00-12:00', '13:00-18:00'],
    thu: ['09:00-18:00'],
    fri: ['09:00-16:00'],
  },
  holidays: ['2026-11-26'],
}
const ALWAYS: OpeningHours = {
  week: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, ['00:00-24:00']])),
  holidays: [],
}

const at = (text: string, zone = 'Europe/Berlin') => DateTime.fromISO(text, { zone }).toMillis()
const due = (deadline: PromiseDeadline, said: string, hours = OFFICE, zone = 'Europe/Berlin') => {
  const dueAt = dueAtOf(deadline, at(said, zone), hours, zone)
  return dueAt === undefined ? undefined : DateTime.fromMillis(dueAt, { zone }).toFormat("yyyy-MM-dd'T'HH:mm")
}
const within = (amount: number, unit: Extract<PromiseDeadline, { kind: 'within' }>['unit']): PromiseDeadline => ({
  kind: 'within',
  amount,
  unit,
})
const by = (day: Extract<PromiseDeadline, { kind: 'by' }>['day'], hour?: number): PromiseDeadline => ({
  kind: 'by',
  day,
  ...(hour !== undefined && { time: { hour, minute: 0 } }),
})
const tomorrow = { kind: 'in-days', days: 1 } as const

/** 24 November 2026 is a Tuesday, the 26th a holiday. */
describe('until when a promise is kept', () => {
  it.each<[string, PromiseDeadline, string, string | undefined]>([
    [
      '24 hours run by the clock, also when nobody is there',
      within(24, 'hour'),
      '2026-11-28T15:30',
      '2026-11-29T15:30',
    ],
    ['minutes do, too', within(30, 'minute'), '2026-11-24T17:50', '2026-11-24T18:20'],
    ['days end at the same time of day', within(3, 'day'), '2026-11-24T10:15', '2026-11-27T10:15'],
    ['business hours go on the next day', within(2, 'business-hour'), '2026-11-24T17:00', '2026-11-25T10:00'],
    [
      'business days leave out today, the weekend and holidays',
      within(2, 'business-day'),
      '2026-11-25T10:00',
      '2026-11-30T18:00',
    ],
    ['a week is seven days', within(1, 'week'), '2026-11-24T10:00', '2026-12-01T10:00'],
    ['a month ends on its last day where there is no 31st', within(1, 'month'), '2027-01-31T10:00', '2027-02-28T10:00'],
    ['tomorrow ends when the company closes', by(tomorrow), '2026-11-24T10:00', '2026-11-25T18:00'],
    ['tomorrow, a holiday, ends at midnight', by(tomorrow), '2026-11-25T10:00', '2026-11-26T23:59'],
    [
      'today ends at midnight when the company has closed',
      by({ kind: 'in-days', days: 0 }),
      '2026-11-24T19:00',
      '2026-11-24T23:59',
    ],
    ['a time of day is that time', by(tomorrow, 15), '2026-11-24T10:00', '2026-11-25T15:00'],
    [
      'a time of today that has passed is tomorrow',
      by({ kind: 'in-days', days: 0 }, 9),
      '2026-11-24T10:00',
      '2026-11-25T09:00',
    ],
    ['Friday is the next one', by({ kind: 'weekday', weekday: 5 }), '2026-11-24T10:00', '2026-11-27T16:00'],
    [
      'Tuesday, said on a Tuesday, is today',
      by({ kind: 'weekday', weekday: 2 }),
      '2026-11-24T10:00',
      '2026-11-24T18:00',
    ],
    [
      'Tuesday at nine, said at ten, is next week',
      by({ kind: 'weekday', weekday: 2 }, 9),
      '2026-11-24T10:00',
      '2026-12-01T09:00',
    ],
    ['next week’s Monday', by({ kind: 'weekday', weekday: 1, weeks: 1 }), '2026-11-24T10:00', '2026-11-30T18:00'],
    [
      'a date without a year is the next one',
      by({ kind: 'date', month: 1, day: 4 }),
      '2026-11-24T10:00',
      '2027-01-04T18:00',
    ],
    [
      'the end of the week is its last open day',
      by({ kind: 'end-of-week', weeks: 0 }),
      '2026-11-24T10:00',
      '2026-11-27T16:00',
    ],
    [
      'the end of the month is its last open day',
      by({ kind: 'end-of-month', months: 0 }),
      '2026-11-24T10:00',
      '2026-11-30T18:00',
    ],
    ['the 4th is that of the month to come', by({ kind: 'date', day: 4 }), '2026-11-24T10:00', '2026-12-04T16:00'],
    ['the 31st waits for a month that has one', by({ kind: 'date', day: 31 }), '2026-11-24T10:00', '2026-12-31T18:00'],
    ['30 February never comes', by({ kind: 'date', month: 2, day: 30 }), '2026-11-24T10:00', undefined],
    ['a date that has passed', by({ kind: 'date', year: 2026, month: 1, day: 4 }), '2026-11-24T10:00', undefined],
    ['nobody has said when', { kind: 'none' }, '2026-11-24T10:00', undefined],
    ['more than a year away', within(20, 'month'), '2026-11-24T10:00', undefined],
  ])('%s', (_, deadline, said, expected) => {
    expect(due(deadline, said)).toBe(expected)
  })

  it('is by the company’s clock, also where the change to winter time makes a day longer', () => {
    expect(due(within(1, 'day'), '2026-10-24T12:00', ALWAYS)).toBe('2026-10-25T12:00')
    expect(due(within(24, 'hour'), '2026-10-24T12:00', ALWAYS)).toBe('2026-10-25T11:00')
    expect(due(by(tomorrow), '2026-11-24T23:30', ALWAYS, 'Asia/Shanghai')).toBe('2026-11-25T23:59')
  })

  it('is at no time where the company never opens, if it hangs on that', () => {
    const never = { week: {}, holidays: [] }
    expect(due(within(1, 'business-day'), '2026-11-24T10:00', never)).toBeUndefined()
    expect(due(within(1, 'business-hour'), '2026-11-24T10:00', never)).toBeUndefined()
    expect(due(by(tomorrow), '2026-11-24T10:00', never)).toBe('2026-11-25T23:59')
  })
})

const clockTime = fc.integer({ min: 0, max: 23 }).map((hour) => `${String(hour).padStart(2, '0')}:00`)
const range = fc
  .tuple(clockTime, clockTime)
  .filter(([from, to]) => from < to)
  .map(([from, to]) => `${from}-${to}`)
const day = fc.array(range, { maxLength: 2 })
const hours: fc.Arbitrary<OpeningHours> = fc.record({
  week: fc.record({ mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day }, { requiredKeys: [] }),
  holidays: fc.subarray(['2026-03-27', '2026-03-29', '2026-10-26']),
})
const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'Asia/Shanghai', 'America/New_York')
/** Days around which clocks change in Berlin and New York. */
const moment = fc
  .tuple(
    fc.constantFrom('2026-03-05', '2026-03-26', '2026-10-22', '2026-11-24'),
    fc.integer({ min: 0, max: 5 * 24 * 60 }),
  )
  .map(([date, minutes]) => at(date, 'UTC') + minutes * MINUTE)

/** The end of the last quarter of an hour of a day that is open: these hours change at full hours. A day ends at 23:59. */
function naiveEnd(of: OpeningHours, zoneName: string, start: DateTime): number | undefined {
  let last: number | undefined
  for (let minute = start.startOf('day'); minute.hasSame(start, 'day'); minute = minute.plus({ minutes: 15 })) {
    if (isOpen(of, zoneName, minute.toMillis())) last = minute.toMillis() + 15 * MINUTE
  }
  return last === undefined ? undefined : Math.min(last, start.endOf('day').startOf('minute').toMillis())
}

describe('against a clock that is read step by step', () => {
  it('business hours are so many open minutes', () => {
    fc.assert(
      fc.property(hours, zone, moment, fc.integer({ min: 1, max: 5 }), (of, zoneName, said, amount) => {
        const dueAt = dueAtOf(within(amount, 'business-hour'), said, of, zoneName)
        let left = amount * 60
        let now = said
        while (left > 0 && now < said + 6 * 24 * HOUR) {
          if (isOpen(of, zoneName, now)) left--
          now += MINUTE
        }
        if (left === 0) expect(dueAt).toBe(now)
        else expect(dueAt === undefined || dueAt > now - HOUR).toBe(true)
      }),
      { numRuns: 20 },
    )
  })

  it('business days end with the last open minute of the so-manieth day that has one', () => {
    fc.assert(
      fc.property(hours, zone, moment, fc.integer({ min: 1, max: 3 }), (of, zoneName, said, amount) => {
        let expected: number | undefined
        let left = amount
        for (let ahead = 1; ahead <= 15 && expected === undefined; ahead++) {
          const end = naiveEnd(of, zoneName, DateTime.fromMillis(said, { zone: zoneName }).plus({ days: ahead }))
          if (end !== undefined && --left === 0) expected = end
        }
        const dueAt = dueAtOf(within(amount, 'business-day'), said, of, zoneName)
        if (expected !== undefined) expect(dueAt).toBe(expected)
      }),
      { numRuns: 25 },
    )
  })

  it('a named day ends with its last open minute to come, or at 23:59', () => {
    fc.assert(
      fc.property(hours, zone, moment, fc.integer({ min: 0, max: 6 }), (of, zoneName, said, days) => {
        const date = DateTime.fromMillis(said, { zone: zoneName }).plus({ days })
        const open = naiveEnd(of, zoneName, date)
        const midnight = date.endOf('day').startOf('minute').toMillis()
        const expected = open !== undefined && open > said ? open : midnight
        const dueAt = dueAtOf(by({ kind: 'in-days', days }), said, of, zoneName)
        expect(dueAt).toBe(expected > said ? expected : undefined)
      }),
      { numRuns: 20 },
    )
  })

  it('is always later than it was said, and at most a year', () => {
    const unit = fc.constantFrom(...DEADLINE_UNITS)
    const amount = fc.double({ min: 0.25, max: 500, noNaN: true })
    fc.assert(
      fc.property(hours, zone, moment, unit, amount, (of, zoneName, said, each, much) => {
        const dueAt = dueAtOf({ kind: 'within', amount: much, unit: each }, said, of, zoneName)
        if (dueAt !== undefined) expect(dueAt > said && dueAt <= said + 367 * 24 * HOUR).toBe(true)
      }),
    )
  })
})
