import { describe, expect, it } from 'vitest'
import { daysBetween, reportRange, weeksBetween } from '../../../../bot/report/days.ts'

const HOUR = 3_600_000

describe('days of a report', () => {
  it('are days of the company’s calendar, not of UTC', () => {
    const [day] = daysBetween('2026-11-20', '2026-11-20', 'Asia/Shanghai')
    expect(day?.period.from).toBe(Date.UTC(2026, 10, 19, 16))
  })

  it('have 23 and 25 hours where the clocks change, and touch each other', () => {
    const spring = daysBetween('2026-03-28', '2026-03-30', 'Europe/Berlin').map(({ period }) => period.to - period.from)
    expect(spring).toEqual([24 * HOUR, 23 * HOUR, 24 * HOUR])
    const autumn = daysBetween('2026-10-24', '2026-10-26', 'Europe/Berlin')
    expect(autumn[1] && autumn[1].period.to - autumn[1].period.from).toBe(25 * HOUR)
    expect(autumn[0]?.period.to).toBe(autumn[1]?.period.from)
  })

  it.each([
    ['2026-11-21', '2026-11-20', 'after'],
    ['2026-02-30', '2026-03-01', 'not a day'],
    ['yesterday', '2026-03-01', 'not a day'],
    ['0001-01-01', '0001-01-02', 'not a day'],
    ['2024-01-01', '2026-01-01', 'at most 366'],
  ])('refuse %s to %s and say why', (from, to, why) => {
    expect(() => daysBetween(from, to, 'UTC')).toThrow(why)
  })

  it('are the last thirty, by the company’s calendar, unless told otherwise', () => {
    const now = Date.UTC(2026, 10, 21, 17)
    expect(reportRange({}, now, 'Asia/Shanghai')).toEqual({ from: '2026-10-24', to: '2026-11-22' })
    expect(reportRange({}, now, 'UTC')).toEqual({ from: '2026-10-23', to: '2026-11-21' })
  })

  it('are the thirty up to the last one that is given', () => {
    expect(reportRange({ to: '2026-03-01' }, 0, 'UTC')).toEqual({ from: '2026-01-31', to: '2026-03-01' })
  })
})

describe('weeks of a report', () => {
  it('are ISO weeks of the company’s calendar, the first and the last cut to the range', () => {
    const weeks = weeksBetween('2026-12-30', '2027-01-05', 'Asia/Shanghai')
    expect(weeks.map(({ week, monday, days }) => ({ week, monday, days }))).toEqual([
      { week: '2026-W53', monday: '2026-12-28', days: 5 },
      { week: '2027-W01', monday: '2027-01-04', days: 2 },
    ])
    expect(weeks[0]?.period.from).toBe(Date.UTC(2026, 11, 29, 16))
    expect(weeks[0]?.period.to).toBe(weeks[1]?.period.from)
    expect(weeks[1]?.period.to).toBe(Date.UTC(2027, 0, 5, 16))
  })

  it('cover exactly the days of the range, also where the clocks change', () => {
    for (const [from, to] of [
      ['2026-03-23', '2026-04-05'],
      ['2026-10-20', '2026-10-31'],
      ['2026-11-21', '2026-11-21'],
    ] as const) {
      const days = daysBetween(from, to, 'Europe/Berlin')
      const weeks = weeksBetween(from, to, 'Europe/Berlin')
      expect(weeks[0]?.period.from).toBe(days[0]?.period.from)
      expect(weeks.at(-1)?.period.to).toBe(days.at(-1)?.period.to)
      expect(weeks.reduce((sum, week) => sum + week.days, 0)).toBe(days.length)
    }
  })
})
