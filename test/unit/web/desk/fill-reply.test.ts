import { describe, expect, test } from 'vitest'
import { fillReply, placeToFill } from '../../../../web/desk/fill-reply.ts'
import { matchingReplies } from '../../../../web/desk/matching-replies.ts'

const customer = { id: 'c', name: 'Wei', named: true, trust: { score: 0.5, low: 0, high: 1, n: 0 } }

describe('a canned reply', () => {
  test('carries the customer’s name and the details that are known', () => {
    const details = { orderNumber: 'CD-1' }
    expect(fillReply('{customer}, {orderNumber} left us.', { customer, details })).toBe('Wei, CD-1 left us.')
  })

  test('has places to fill for what is not known, and never the end of an id for a name', () => {
    const visitor = { ...customer, name: '#ab12', named: false }
    const text = fillReply('Hello {customer}, about {orderNumber}', { customer: visitor, details: {} })
    expect(text).toBe('Hello [customer], about [orderNumber]')
    expect(placeToFill(text)).toEqual({ start: 6, end: 16 })
    expect(placeToFill('All is known.')).toBeUndefined()
  })
})

describe('replies that are sought', () => {
  const replies = [
    { name: 'hello', title: { en: 'Say hello', zh: '打招呼' }, text: { en: 'Good morning', zh: '您好' } },
    { name: 'sorry', title: { en: 'Apologise', zh: '致歉' }, text: { en: 'We are sorry', zh: '很抱歉' } },
  ]
  test.each([
    ['', ['hello', 'sorry']],
    ['SAY morning', ['hello']],
    ['致歉', ['sorry']],
    ['sorry hello', []],
  ])('are those with every word of "%s"', (sought, names) => {
    expect(matchingReplies(replies, sought).map(({ name }) => name)).toEqual(names)
  })
})
