import { describe, expect, it } from 'vitest'
import { comingWeeks, pastWeeks } from '../../../../bot/report/calendar-weeks.ts'

const HOUR = 3_600_000

describe('weeks by the calendar', () => {
  it('end before the one that runs, and go on with it, without a gap', () => {
    // A Monday morning in Shanghai that is still Sunday in London.
    const now = Date.parse('2026-11-22T23:30:00Z')
    const past = pastWeeks(3, now, 'Asia/Shanghai')
    expect(past.map(({ week, monday }) => [week, monday])).toEqual([
      ['2026-W45', '2026-11-02'],
      ['2026-W46', '2026-11-09'],
      ['2026-W47', '2026-11-16'],
    ])
    const [running] = comingWeeks(1, now, 'Asia/Shanghai')
    expect(running).toMatchObject({ week: '2026-W48', monday: '2026-11-23' })
    expect(past.at(-1)?.period.to).toBe(running?.period.from)
    expect(pastWeeks(1, now, 'Europe/London')[0]?.week).toBe('2026-W46')
  })

  it('have an hour more or less where the clocks change, and the years of ISO 8601', () => {
    const [autumn] = pastWeeks(1, Date.parse('2026-10-28T12:00:00Z'), 'Europe/Berlin')
    expect((autumn?.period.to ?? 0) - (autumn?.period.from ?? 0)).toBe((7 * 24 + 1) * HOUR)
    expect(comingWeeks(2, Date.parse('2026-12-30T12:00:00Z'), 'Europe/Berlin').map(({ week }) => week)).toEqual([
      '2026-W53',
      '2027-W01',
    ])
  })
})
