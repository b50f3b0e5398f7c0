import { describe, expect, it } from 'vitest'
import { splitNeeds, trainIntentModel } from '../../../../nlp/index.ts'
import { smallShop } from '../small-shop.ts'

const model = trainIntentModel(smallShop, { seed: 7 })

describe('several needs in one message', () => {
  it.each([
    ['Where is my order and when are you open?', ['track_order', 'opening_hours']],
    ['I want my money back. Also, change the delivery address', ['refund', 'change_address']],
    ['我要退款，另外查一下物流', ['refund', 'track_order']],
    ['几点开门？转人工', ['opening_hours', 'talk_to_person']],
  ])('are found in order in "%s"', (text, needs) => {
    const segments = splitNeeds(model, text)
    expect(segments.map((segment) => segment.need)).toEqual(needs)
    for (const segment of segments) expect(text.slice(segment.start, segment.end)).toBe(segment.text)
  })

  it.each([
    'Where is my order?',
    'Where is my order? When will my delivery arrive?',
    'Hello, I want my money back',
    '我的包裹在哪里，怎么还没发货',
    'and and and',
    '',
  ])('are not made up in "%s"', (text) => {
    expect(splitNeeds(model, text).length).toBeLessThan(2)
  })
})
