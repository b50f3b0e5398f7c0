import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPromises } from '../../../../nlp/index.ts'
import { shortDeadline } from '../../../bench/promises/judged-sentences.ts'

const until = (text: string) => findPromises(text).map(({ deadline }) => shortDeadline(deadline))
const english = (time: string) => until(`We will call you ${time}.`)
const chinese = (time: string) => until(`我们${time}给您回电。`)

const WORDS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
const DIGITS = '零一二三四五六七八九'

/** 1..99 as one writes it: 十二, 三十, 四十五. */
function inCharacters(value: number): string {
  const tens = Math.floor(value / 10)
  const ones = value % 10
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 || tens === 0 ? DIGITS[ones] : ''}`
}

describe('until when something was promised', () => {
  it.each([
    ['within 24 hours', '24 hour'],
    ['in 2-3 days', '3 day'],
    ['within one to two working days', '2 business-day'],
    ['in a day or two', '2 day'],
    ['within the hour', '1 hour'],
    ['in half an hour', '30 minute'],
    ['within four business hours', '4 business-hour'],
    ['on the next business day', '1 business-day'],
    ['today', '+0'],
    ['by the end of the day', '+0'],
    ['tonight', '+0 21:00'],
    ['tomorrow morning', '+1 12:00'],
    ['tomorrow between 9 and 11', '+1 11:00'],
    ['the day after tomorrow', '+2'],
    ['by 5', '+0 17:00'],
    ['before 9:30 am', '+0 09:30'],
    ['at 3 pm tomorrow', '+1 15:00'],
    ['by Friday noon', 'fri 12:00'],
    ['by close of business on Friday', 'fri'],
    ['on Tuesday next week', 'next tue'],
    ['this week', 'end of week'],
    ['next week', 'end of next week'],
    ['by the end of the month', 'end of month'],
    ['on 2 December', '12-02'],
    ['by Dec 5th, 2026', '2026-12-05'],
    ['by the 5th', '05'],
    ['soon', '-'],
    ['on 31 Foo', '-'],
  ])('reads "%s"', (time, expected) => {
    expect(english(time)).toEqual([expected])
  })

  it.each([
    ['24小时内', '24 hour'],
    ['两三天内', '3 day'],
    ['1到3个工作日内', '3 business-day'],
    ['一个半小时内', '90 minute'],
    ['半小时后', '30 minute'],
    ['一刻钟内', '15 minute'],
    ['4个工作小时内', '4 business-hour'],
    ['下一个工作日', '1 business-day'],
    ['一周内', '1 week'],
    ['今天', '+0'],
    ['下班前', '+0'],
    ['明天下班前', '+1'],
    ['明早', '+1 12:00'],
    ['今晚', '+0 21:00'],
    ['下午3点半前', '+0 15:30'],
    ['明天14:00前', '+1 14:00'],
    ['周五', 'fri'],
    ['下周五下午6点前', 'next fri 18:00'],
    ['本周内', 'end of week'],
    ['月底前', 'end of month'],
    ['12月2日', '12-02'],
    ['5号前', '05'],
    ['会尽快', '-'],
  ])('reads "%s"', (time, expected) => {
    expect(chinese(time)).toEqual([expected])
  })

  it('takes what is always so for no time', () => {
    expect(until('We call customers from Monday to Friday.')).toEqual([])
    expect(chinese('周一到周五')).toEqual([])
  })

  it('reads figures and Chinese characters alike', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99 }),
        fc.constantFrom('天', '小时', '个工作日', '分钟', '周'),
        (n, unit) => {
          expect(chinese(`${inCharacters(n)}${unit}内`)).toEqual(chinese(`${n}${unit}内`))
          expect(chinese(`${n}${unit}内`)[0]).toMatch(new RegExp(`^${n} `))
        },
      ),
    )
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), (month, day) => {
        expect(chinese(`${inCharacters(month)}月${inCharacters(day)}号`)).toEqual(chinese(`${month}月${day}日`))
      }),
    )
  })

  it('reads English figures and words alike, and of several the longest', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), (a, b) => {
        expect(english(`within ${WORDS[a]} days`)).toEqual([`${a} day`])
        expect(english(`within ${a} to ${WORDS[b]} hours`)).toEqual([`${Math.max(a, b)} hour`])
      }),
    )
  })

  it('never names a time that no clock shows', () => {
    fc.assert(
      fc.property(fc.nat(99), fc.nat(99), (hour, minute) => {
        for (const text of [`We will call you tomorrow at ${hour}:${minute}.`, `明天${hour}点${minute}分给您回电。`])
          for (const { deadline } of findPromises(text)) {
            if (deadline.kind !== 'by' || !deadline.time) continue
            expect(deadline.time.hour).toBeLessThan(24)
            expect(deadline.time.minute).toBeLessThan(60)
          }
      }),
    )
  })
})
