import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { trainIntentModel, type UnderstandingContext, understand } from '../../../nlp/index.ts'
import { smallShop } from './small-shop.ts'

const model = trainIntentModel(smallShop, { seed: 7 })
const context: UnderstandingContext = { now: Date.UTC(2026, 10, 22, 9), timeZone: 'Asia/Shanghai' }
const firstNeed = (text: string) => understand(model, text, context).needs[0]?.need

describe('understanding a message', () => {
  it.each([
    ['where is my parcel', 'track_order'],
    ['WHERE IS MY PARCEL', 'track_order'],
    ['wheres my ordr', 'track_order'],
    ['我的order还没到', 'track_order'],
    ['请问我的快递到哪里了', 'track_order'],
    ['訂單還沒收到', 'track_order'],
    ['我要退宽', 'refund'],
    ['营业时间什么时后', 'opening_hours'],
    ['refund me now!!!', 'refund'],
    ['ｒｅｆｕｎｄ　ｍｅ', 'refund'],
    ['什么时候能退款', 'refund'],
    ['my address is wrong', 'change_address'],
    ['can i speak to a human', 'talk_to_person'],
    ['人工', 'talk_to_person'],
    ['are you open today', 'opening_hours'],
  ])('finds the need in "%s"', (text, need) => {
    expect(firstNeed(text)).toBe(need)
  })

  it('gives probabilities of all needs and out of scope that sum to one, most probable first', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const { needs, outOfScope } = understand(model, text, context)
        const sum = needs.reduce((total, need) => total + need.probability, outOfScope)
        expect(sum).toBeCloseTo(1, 6)
        expect(needs.map((need) => need.probability)).toEqual(
          needs.map((need) => need.probability).sort((a, b) => b - a),
        )
        expect(needs).toHaveLength(5)
      }),
    )
  })

  it('finds strange messages likelier out of scope than its own examples', () => {
    const strange = ['qwertz uiop', '明天会下雨吗', 'who won the world cup', '🍕🍕🍕', 'asdf']
    const own = [
      'Where is my order?',
      '我要退款',
      'I want to talk to a person',
      '修改收货地址',
      'Are you open on Sunday?',
    ]
    const mean = (texts: string[]) =>
      texts.reduce((sum, text) => sum + understand(model, text, context).outOfScope, 0) / texts.length
    expect(mean(strange)).toBeGreaterThan(mean(own) + 0.2)
  })

  it('says which words carried the decision', () => {
    const { why } = understand(model, 'refund', context)
    expect(why[0]?.weight).toBeGreaterThan(0)
    expect(why.some((evidence) => evidence.feature.includes('refund'))).toBe(true)
  })

  it.each([
    ['empty', ''],
    ['64 KB of spaces', ' '.repeat(65_536)],
    ['dots and letters', 'a.'.repeat(32_768)],
    ['a lone high surrogate', '\ud83d refund'],
    ['a lone low surrogate', '退款 \udc00'],
    ['zero-width characters', 're\u200bfund\u200d'],
    ['a right-to-left override', '\u202erefund'],
    ['one long word', 'x'.repeat(100_000)],
    ['long Chinese', '退'.repeat(50_000)],
    ['ligatures that grow', '\ufdfa'.repeat(4000)],
    ['null characters', '\0\0\0'],
  ])('takes %s without an error', (_, text) => {
    expect(understand(model, text, context).needs).toHaveLength(5)
  })

  it('keeps offsets of entities true to the text as written', () => {
    const text = '订单号ＡＢ１２３４５６，上周二买的，花了￥９９'
    const { entities } = understand(model, text, context)
    expect(entities).toEqual([
      { type: 'orderNumber', text: 'ＡＢ１２３４５６', start: 3, end: 11, value: 'AB123456' },
      { type: 'date', text: '上周二', start: 12, end: 15, value: '2026-11-10' },
      { type: 'amount', text: '￥９９', start: 20, end: 23, value: 'CNY 99.00' },
    ])
    for (const entity of entities) expect(text.slice(entity.start, entity.end)).toBe(entity.text)
  })
})
