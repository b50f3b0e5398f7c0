import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, test } from 'vitest'
import { endedPeriod } from '../../../../bot/transparency/release-period.ts'

const rhythm = fc.constantFrom('week' as const, 'month' as const, 'quarter' as const)
const zone = fc.constantFrom('UTC', 'Asia/Shanghai', 'America/New_York', 'Pacific/Auckland')
const moment = fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2031, 0) })
const at = (text: string, timeZone: string) => DateTime.fromISO(text, { zone: timeZone }).toMillis()

describe('the period that has ended', () => {
  test('ends where the company’s calendar says', () => {
    const now = at('2026-11-01T00:30', 'Asia/Shanghai')
    expect(endedPeriod('month', 'Asia/Shanghai', now)).toMatchObject({
      name: '2026-10',
      firstDay: '2026-10-01',
      lastDay: '2026-10-31',
      quarter: '2026-Q4',
      inQuarter: 3,
    })
    expect(endedPeriod('month', 'UTC', now)).toMatchObject({ name: '2026-09', quarter: '2026-Q3' })
    expect(endedPeriod('quarter', 'UTC', now)).toMatchObject({ name: '2026-Q3', quarter: '2026-Q3', inQuarter: 1 })
  })

  test('belongs, if it is a week, to the quarter of its Monday', () => {
    const now = at('2027-01-04T00:00', 'UTC')
    expect(endedPeriod('week', 'UTC', now)).toMatchObject({
      name: '2026-W53',
      firstDay: '2026-12-28',
      lastDay: '2027-01-03',
      quarter: '2026-Q4',
      inQuarter: 13,
    })
  })

  test('is over, follows on the one before, and its quarter has as many as it says', () => {
    fc.assert(
      fc.property(rhythm, zone, moment, (every, timeZone, now) => {
        const period = endedPeriod(every, timeZone, now)
        expect(period.to).toBeLessThanOrEqual(now)
        expect(endedPeriod(every, timeZone, period.to)).toEqual(period)
        expect(endedPeriod(every, timeZone, period.to - 1).to).toBe(period.from)
        const names = new Set<string>()
        const end = DateTime.fromMillis(period.from, { zone: timeZone }).endOf('quarter').plus({ quarters: 1 })
        for (
          let walk = end.toMillis();
          walk > period.from - 100 * 86_400_000;
          walk = endedPeriod(every, timeZone, walk).from
        ) {
          const each = endedPeriod(every, timeZone, walk)
          if (each.quarter === period.quarter) names.add(each.name)
        }
        expect(names.size).toBe(period.inQuarter)
      }),
      { numRuns: 60 },
    )
  })
})
