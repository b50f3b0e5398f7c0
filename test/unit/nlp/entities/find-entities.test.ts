import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findEntities } from '../../../../nlp/entities/find-entities.ts'

// Sunday noon in Shanghai.
const context = {
  now: Date.UTC(2026, 10, 22, 4),
  timeZone: 'Asia/Shanghai',
  products: ['AirPods Pro', 'SnowBoots', '羽绒服', '卵石电水壶'],
}
const found = (text: string) => findEntities(text, context).map(({ type, value }) => `${type} ${value}`)

describe('finding entities', () => {
  it.each([
    ['my order number is 12345', ['orderNumber 12345']],
    ['order #ab-123456 please', ['orderNumber AB-123456']],
    ['purchase 113542617735902', ['orderNumber 113542617735902']],
    ['订单号：2026112200017', ['orderNumber 2026112200017']],
    ['mail me at Jane.Doe@Example.com.', ['email jane.doe@example.com']],
    ['call +44 20 7946 0958', ['phone +442079460958']],
    ['我的手机13800138000', ['phone +8613800138000']],
    ['(555) 010-9999 is my phone', ['phone 5550109999']],
    ['I paid $1,299.5 for it', ['amount USD 1299.50']],
    ['it was 20 euros', ['amount EUR 20.00']],
    ['花了三十五块钱', ['amount CNY 35.00']],
    ['退我 12.5 元', ['amount CNY 12.50']],
    ['it came last Tuesday', ['date 2026-11-17']],
    ['by next friday', ['date 2026-11-27']],
    ['three days ago', ['date 2026-11-19']],
    ['it should come in 3 days', ['date 2026-11-25']],
    ['on December 1st', ['date 2026-12-01']],
    ['on 3 January', ['date 2027-01-03']],
    ['2026-02-30 is no day', []],
    ['on 17/11/2026', ['date 2026-11-17']],
    ['上周二下的单', ['date 2026-11-10']],
    ['下个月15号送', ['date 2026-12-15']],
    ['上个月31号', ['date 2026-10-31']],
    ['下个月31号', ['date 2026-12-31']],
    ['前天和两天前', ['date 2026-11-20', 'date 2026-11-20']],
    ['十一月十七号', ['date 2026-11-17']],
    ['my airpod pro broke', ['product AirPods Pro']],
    ['the snwoboots are wet', ['product SnowBoots']],
    ['羽绒服破了', ['product 羽绒服']],
    ['我的卵石电水胡坏了', ['product 卵石电水壶']],
    ['羽毛服破了', []],
    ['hello, my friend Mary Jones lives in Paris', ['person Mary Jones', 'place Paris']],
    ['我叫李明，你好', ['person 李明']],
    ['hello there', []],
  ])('in "%s"', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })

  it('tells the day in the time zone it is given', () => {
    const lateEvening = { now: Date.UTC(2026, 10, 22, 20), timeZone: 'Asia/Shanghai' }
    expect(findEntities('today', lateEvening)[0]?.value).toBe('2026-11-23')
    expect(findEntities('today', { ...lateEvening, timeZone: 'America/New_York' })[0]?.value).toBe('2026-11-22')
  })

  it('never returns overlapping spans or spans that are not in the text', () => {
    const words = fc.constantFrom(
      'order',
      '12345678',
      '$5',
      '上周二',
      '@',
      'a@b.co',
      '+86',
      '13800138000',
      'may 5',
      ' ',
      '一百块',
      '年',
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (parts) => {
        const text = parts.join('')
        let at = 0
        for (const entity of findEntities(text, context)) {
          expect(entity.start).toBeGreaterThanOrEqual(at)
          expect(text.slice(entity.start, entity.end)).toBe(entity.text)
          at = entity.end
        }
      }),
    )
  })
})
