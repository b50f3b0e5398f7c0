import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import {
  addOpenTime,
  isOpen,
  nextOpening,
  type OpeningHours,
  openingHoursSchema,
} from '../../../../bot/hours/opening-hours.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const BERLIN = 'Europe/Berlin'

const hours = openingHoursSchema.parse({
  week: {
    mon: ['09:00-12:00', '13:00-18:00'],
    tue: ['09:00-18:00'],
    fri: ['22:00-02:00'],
    sun: ['00:00-24:00'],
  },
  holidays: ['2026-12-25'],
})

const at = (text: string, zone = BERLIN) => DateTime.fromISO(text, { zone }).toMillis()
const open = (text: string) => isOpen(hours, BERLIN, at(text))

/** What is open by the clock on the wall, minute by minute: the slow way, with other means. */
function naiveIsOpen({ week, holidays }: OpeningHours, zone: string, millis: number): boolean {
  const now = DateTime.fromMillis(millis, { zone })
  const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
  const wall = now.toFormat('HH:mm')
  const rangesOf = (day: DateTime) =>
    holidays.includes(day.toISODate() ?? '') ? [] : (week[names[day.weekday - 1] ?? 'mon'] ?? [])
  const today = rangesOf(now).some((text) => {
    const [from = '', to = ''] = text.split('-')
    return to <= from ? wall >= from : wall >= from && wall < to
  })
  const yesterday = rangesOf(now.minus({ days: 1 })).some((text) => {
    const [from = '', to = ''] = text.split('-')
    return to <= from && wall < to
  })
  return today || yesterday
}

const time = fc
  .record({ h: fc.integer({ min: 0, max: 23 }), m: fc.constantFrom('00', '30') })
  .map(({ h, m }) => `${String(h).padStart(2, '0')}:${m}`)
const ranges = fc.array(
  fc.tuple(time, time).map(([from, to]) => `${from}-${to}`),
  { maxLength: 2 },
)
const anyHours: fc.Arbitrary<OpeningHours> = fc.record({
  week: fc.record({ mon: ranges, tue: ranges, wed: ranges, thu: ranges, fri: ranges, sat: ranges, sun: ranges }),
  holidays: fc.constantFrom([], ['2026-11-25'], ['2026-11-23', '2026-11-24']),
})
const half = fc.integer({ min: 0, max: 14 * 48 }).map((n) => Date.UTC(2026, 10, 20) + n * 30 * MINUTE)

describe('opening hours', () => {
  it('open and close at the minute, with a break', () => {
    expect(['2026-11-23T09:00', '2026-11-23T11:59', '2026-11-23T13:00'].map(open)).toEqual([true, true, true])
    expect(['2026-11-23T08:59', '2026-11-23T12:00', '2026-11-23T18:00'].map(open)).toEqual([false, false, false])
  })

  it('go on past midnight into a day that is closed by itself', () => {
    expect(open('2026-11-28T01:59')).toBe(true)
    expect(open('2026-11-28T02:00')).toBe(false)
  })

  it('stay shut on a holiday, though what began the evening before still ends', () => {
    expect(open('2026-12-25T22:30')).toBe(false)
    const eve: OpeningHours = { week: { thu: ['22:00-02:00'], fri: ['09:00-12:00'] }, holidays: ['2026-12-25'] }
    expect(isOpen(eve, BERLIN, at('2026-12-25T01:00'))).toBe(true)
    expect(isOpen(eve, BERLIN, at('2026-12-25T10:00'))).toBe(false)
  })

  it('are read in their own time zone, else in the company’s', () => {
    const shanghai = { ...hours, timeZone: 'Asia/Shanghai' }
    expect(isOpen(shanghai, BERLIN, at('2026-11-23T09:30', 'Asia/Shanghai'))).toBe(true)
    expect(isOpen(hours, 'Asia/Shanghai', at('2026-11-23T09:30', 'Asia/Shanghai'))).toBe(true)
    expect(isOpen(hours, BERLIN, at('2026-11-23T09:30', 'Asia/Shanghai'))).toBe(false)
  })

  it('tell when they open next: now, later today, or after the holidays', () => {
    expect(nextOpening(hours, BERLIN, at('2026-11-23T10:10'))).toBe(at('2026-11-23T10:10'))
    expect(nextOpening(hours, BERLIN, at('2026-11-23T12:30'))).toBe(at('2026-11-23T13:00'))
    expect(nextOpening(hours, BERLIN, at('2026-12-22T20:00'))).toBe(at('2026-12-27T00:00'))
    expect(nextOpening({ week: {}, holidays: [] }, BERLIN, 0)).toBeUndefined()
  })

  it('keep to the clock on the wall when the clocks change', () => {
    const nights: OpeningHours = { week: { sun: ['01:00-04:00'] }, holidays: [] }
    const openMinutes = (from: number) =>
      Array.from({ length: 12 * 60 }, (_, minute) => isOpen(nights, BERLIN, from + minute * MINUTE)).filter(Boolean)
        .length
    // On 29 March 2026 02:00 becomes 03:00, on 25 October 03:00 becomes 02:00.
    expect(openMinutes(at('2026-03-29T00:00'))).toBe(2 * 60)
    expect(openMinutes(at('2026-10-25T00:00'))).toBe(4 * 60)
  })

  it('open next at the first open half hour, for any week', () => {
    fc.assert(
      fc.property(anyHours, half, (week, from) => {
        let t = from
        while (t < from + 20 * 24 * HOUR && !naiveIsOpen(week, 'UTC', t)) t += 30 * MINUTE
        fc.pre(t < from + 20 * 24 * HOUR)
        expect(nextOpening(week, 'UTC', from)).toBe(t)
      }),
    )
  })

  it('are what the clock on the wall says, for any week', () => {
    fc.assert(
      fc.property(anyHours, half, (week, millis) => {
        expect(isOpen(week, 'UTC', millis)).toBe(naiveIsOpen(week, 'UTC', millis))
      }),
    )
  })

  it.each([
    ['a time there is not', { week: { mon: ['09:00-25:00'] }, holidays: [] }],
    ['a day there is not', { week: { someday: [] }, holidays: [] }],
    ['a holiday there is not', { week: {}, holidays: ['2026-02-30'] }],
    ['a time zone there is not', { timeZone: 'Mars/Olympus', week: {}, holidays: [] }],
  ])('refuse %s', (_, given) => {
    expect(openingHoursSchema.safeParse(given).success).toBe(false)
  })
})

/** Minute by minute: the work goes on in every minute that begins while it is open. */
function naiveAddOpenTime(week: OpeningHours, zone: string, from: number, minutes: number, giveUp: number) {
  let left = minutes
  for (let t = from; t < giveUp; t += MINUTE) {
    if (!naiveIsOpen(week, zone, t)) continue
    left--
    if (left === 0) return t + MINUTE
  }
  return undefined
}

describe('open time', () => {
  const add = (from: string, workMs: number) => addOpenTime(hours, BERLIN, at(from), workMs)

  it('goes on over breaks and closed days', () => {
    expect(add('2026-11-23T09:00', 2 * HOUR)).toBe(at('2026-11-23T11:00'))
    expect(add('2026-11-23T11:00', 2 * HOUR)).toBe(at('2026-11-23T14:00'))
    expect(add('2026-11-23T17:00', 4 * HOUR)).toBe(at('2026-11-24T12:00'))
    // Tuesday evening: the next that opens is Friday night, past midnight into a closed Saturday, then Sunday.
    expect(add('2026-11-24T20:00', 5 * HOUR)).toBe(at('2026-11-29T01:00'))
  })

  it('begins at the next opening, and ends with the closing at the latest minute', () => {
    expect(add('2026-11-23T06:00', 30 * MINUTE)).toBe(at('2026-11-23T09:30'))
    expect(add('2026-11-23T06:00', 8 * HOUR)).toBe(at('2026-11-23T18:00'))
  })

  it('leaves holidays out', () => {
    expect(add('2026-12-25T10:00', HOUR)).toBe(at('2026-12-27T01:00'))
  })

  it('counts hours that are written twice once', () => {
    const twice: OpeningHours = { week: { mon: ['09:00-18:00', '10:00-12:00', '17:00-19:00'] }, holidays: [] }
    expect(addOpenTime(twice, BERLIN, at('2026-11-23T09:00'), 10 * HOUR)).toBe(at('2026-11-23T19:00'))
  })

  it('has no end where nothing ever opens, or not often enough', () => {
    expect(addOpenTime({ week: {}, holidays: [] }, BERLIN, 0, HOUR)).toBeUndefined()
    expect(addOpenTime({ week: { mon: ['09:00-10:00'] }, holidays: [] }, BERLIN, 0, 100 * HOUR)).toBeUndefined()
  })

  it('is what counting minute by minute gives, for any week, also when the clocks change', () => {
    const hour = fc.integer({ min: 0, max: 23 }).map((h) => `${String(h).padStart(2, '0')}:00`)
    const someRanges = fc.array(
      fc.tuple(hour, hour).map(([from, to]) => `${from}-${to}`),
      { maxLength: 2 },
    )
    const someHours: fc.Arbitrary<OpeningHours> = fc.record({
      week: fc.record({ mon: someRanges, wed: someRanges, sat: someRanges, sun: someRanges }),
      holidays: fc.constantFrom([], ['2026-03-28'], ['2026-10-24', '2026-10-25']),
    })
    // Around the days on which the clocks change in Berlin.
    const start = fc
      .tuple(fc.constantFrom('2026-03-27', '2026-10-23'), fc.integer({ min: 0, max: 4 * 24 * 60 }))
      .map(([day, minute]) => at(day) + minute * MINUTE)
    const work = fc.integer({ min: 1, max: 12 * 60 })
    fc.assert(
      fc.property(someHours, start, work, (week, from, minutes) => {
        const giveUp = from + 4 * 24 * HOUR
        const naive = naiveAddOpenTime(week, BERLIN, from, minutes, giveUp)
        const done = addOpenTime(week, BERLIN, from, minutes * MINUTE)
        if (naive === undefined) expect(done ?? giveUp + 1).toBeGreaterThan(giveUp)
        else expect(done).toBe(naive)
      }),
      { numRuns: 25 },
    )
  })
})
