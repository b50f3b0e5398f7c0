import { describe, expect, it } from 'vitest'
import { outcomesFigure } from '../../../../web/dashboard/outcome-words.ts'
import { en } from '../../../../web/dashboard/words/en.ts'
import { zh } from '../../../../web/dashboard/words/zh.ts'
import { dayAt, lastDays, rangeOf } from '../../../../web/shared/range.ts'
import { rateFigure } from '../../../../web/shared/rate-words.ts'

const rate = (numerator: number, denominator: number) => ({
  value: denominator === 0 ? null : numerator / denominator,
  numerator,
  denominator,
  low: 0.1,
  high: 0.9,
})

describe('a rate', () => {
  it('of nothing is no data, not 0 %', () => {
    expect(rateFigure(rate(0, 0), 'en', en).main).toBe('no data yet')
  })
  it('of few is said as counts', () => {
    expect(rateFigure(rate(3, 5), 'en', en)).toEqual({ main: '3 of 5 — too few to tell', notes: [] })
  })
  it('of enough is a percentage with its interval and its counts', () => {
    expect(rateFigure(rate(30, 50), 'en', en)).toEqual({ main: '60 %', notes: ['likely 10 % to 90 %', '30 of 50'] })
  })
})

describe('a range', () => {
  it('of seven days ends today and begins six days before, over the end of a month', () => {
    expect(lastDays(7, '2026-03-03')).toEqual({ from: '2026-02-25', to: '2026-03-03' })
    expect(lastDays(1, '2026-03-03')).toEqual({ from: '2026-03-03', to: '2026-03-03' })
  })
  it('that ends before it begins, or lacks a day, is none', () => {
    expect(rangeOf({ kind: 'custom', from: '2026-03-03', to: '2026-03-02' }, '2026-03-03')).toBeUndefined()
    expect(rangeOf({ kind: 'custom', from: '', to: '2026-03-02' }, '2026-03-03')).toBeUndefined()
  })
  it('takes its today from the company’s time zone', () => {
    const at = Date.UTC(2026, 2, 3, 20)
    expect(dayAt(at, 'Asia/Shanghai')).toBe('2026-03-04')
    expect(dayAt(at, 'UTC')).toBe('2026-03-03')
  })
})

describe('the outcomes', () => {
  const known = { survey: 12, agent: 0, reopened: 3, abandoned: 1 }
  it('are said as counts, by whose word, with what is missing', () => {
    expect(outcomesFigure({ known, missing: 20, excluded: 2, pending: 4 }, 'en', en)).toEqual({
      main: '16 of 36',
      notes: ['survey 12, came back 3, left 1', '20 missing: not counted as good', '4 too recent to tell'],
    })
    expect(outcomesFigure({ known, missing: 0, excluded: 0, pending: 0 }, 'zh', zh)).toEqual({
      main: '16 个中的 16 个',
      notes: ['问卷 12，再次来询 3，中途离开 1'],
    })
  })
  it('of nothing are no data', () => {
    const nothing = { survey: 0, agent: 0, reopened: 0, abandoned: 0 }
    expect(outcomesFigure({ known: nothing, missing: 0, excluded: 0, pending: 0 }, 'en', en).main).toBe('no data yet')
  })
})
