import { describe, expect, it } from 'vitest'
import { parseReportQuery } from '../../../../bot/http/routes/reports.ts'

const NOW = Date.UTC(2026, 10, 22, 2)
const parse = (query: string) => parseReportQuery(new URLSearchParams(query), NOW, 'Asia/Shanghai')

describe('the question of a report', () => {
  it('is about the last thirty days unless it says otherwise', () => {
    expect(parse('')).toEqual({ from: '2026-10-24', to: '2026-11-22' })
    expect(parse('channel=')).toEqual({ from: '2026-10-24', to: '2026-11-22' })
  })

  it('can be about one day, one leap year, and one channel', () => {
    expect(parse('from=2026-11-01&to=2026-11-01&channel=teams')).toEqual({
      from: '2026-11-01',
      to: '2026-11-01',
      channel: 'teams',
    })
    expect(parse('from=2024-01-01&to=2024-12-31')).toEqual({ from: '2024-01-01', to: '2024-12-31' })
  })

  it.each([
    'from=2026-11-02&to=2026-11-01',
    'from=2024-01-01&to=2025-01-01',
    'from=2026-02-30&to=2026-03-01',
    'from=yesterday',
    'from=2026-1-1',
    'to=0001-01-01',
  ])('is refused when its days are %s', (query) => {
    expect(() => parse(query)).toThrow(expect.objectContaining({ code: 'PERIOD_INVALID', status: 400 }))
  })

  it.each(['channel=fax', "channel=web'--", 'from=2026-11-01&days=7'])('is refused when it is %s', (query) => {
    expect(() => parse(query)).toThrow(expect.objectContaining({ code: 'BODY_INVALID', status: 400 }))
  })
})
