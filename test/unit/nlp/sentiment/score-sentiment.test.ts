import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scoreSentiment } from '../../../../nlp/sentiment/score-sentiment.ts'

describe('sentiment', () => {
  it.each([
    'This is terrible, I am so angry',
    'worst shop ever',
    'this is not good',
    '太差了，我要投诉',
    '很生气',
    '服务不好用',
    '😡',
  ])('hears anger in "%s"', (text) => {
    expect(scoreSentiment(text)).toBeLessThan(-0.2)
  })

  it.each(['Thank you, that was great', 'I love it!', '谢谢，很满意', '太好了', '👍'])(
    'hears pleasure in "%s"',
    (text) => {
      expect(scoreSentiment(text)).toBeGreaterThan(0.2)
    },
  )

  it.each(['Where is my order?', '我的订单到哪了', 'I would like to change my address', '', '12345'])(
    'hears neither in "%s"',
    (text) => {
      expect(Math.abs(scoreSentiment(text))).toBeLessThan(0.2)
    },
  )

  it('hears more anger in "terrible!!!" than in "terrible"', () => {
    expect(scoreSentiment('terrible!!!')).toBeLessThan(scoreSentiment('terrible'))
  })

  it('stays within -1 and 1', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('terrible', 'great', '投诉', '谢谢', '😡', '!', 'NOT', ' ')), (words) => {
        expect(Math.abs(scoreSentiment(words.join(' ')))).toBeLessThanOrEqual(1)
      }),
    )
  })
})
