import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { forThisCustomer, occurrences, type Personal } from '../../../../bot/help/index.ts'
import { findEntities } from '../../../../nlp/index.ts'

const CONTEXT = { now: Date.UTC(2026, 10, 2), timeZone: 'UTC' }
const THEIRS: Personal[] = [
  { type: 'person', value: 'Sarah Connor' },
  { type: 'person', value: 'Sarah' },
  { type: 'agent', value: 'Ben' },
  { type: 'orderNumber', value: 'CD-104233' },
  { type: 'email', value: 'sarah@mail.example' },
]
const OURS: Personal[] = [
  { type: 'person', value: 'Wei' },
  { type: 'agent', value: 'Ann' },
  { type: 'orderNumber', value: 'CD-200300' },
]

function given(text: string, publicly = '', ours = OURS, theirs = THEIRS): string | undefined {
  return forThisCustomer(text, {
    theirs,
    ours,
    found: findEntities(text, CONTEXT),
    isPublic: (value) => occurrences(publicly, value).length > 0,
  })
}

describe('an answer to one customer, made one to another', () => {
  test.each([
    ['I have sent CD-104233 again.', 'I have sent CD-200300 again.'],
    ['I have sent cd-104233 again.', 'I have sent CD-200300 again.'],
    ['Ben here. Sarah, CD-104233 is on its way.', 'Ann here. Wei, CD-200300 is on its way.'],
    ['Please refuse the parcel at the door.', 'Please refuse the parcel at the door.'],
    ['The benches are in stock.', 'The benches are in stock.'],
  ])('carries what this customer gave: %s', (text, answer) => {
    expect(given(text)).toBe(answer)
  })

  test.each([
    'I have written to sarah@mail.example.',
    'I have refunded CNY 12.50.',
    'Both CD-104233 and CD-104234 are on their way.',
    'It comes to 12 Elm Street, Leeds.',
    'It left us on 3 November.',
    'The parcel has the number 99 4512 8823 01.',
    'My colleague Mr. Brown will call.',
    '包裹由李先生签收了。',
    'Your card 4111 1111 1111 1111 was charged.',
  ])('is dropped when it holds what cannot be replaced: %s', (text) => {
    expect(given(text)).toBeUndefined()
  })

  test('is dropped when two of theirs would become the same one of ours', () => {
    const theirs: Personal[] = [...THEIRS, { type: 'orderNumber', value: 'CD-555' }]
    expect(given('Keep CD-555, send CD-104233 back.', '', OURS, theirs)).toBeUndefined()
  })

  test('keeps what the company says to anybody', () => {
    const said = 'Write to help@shop.example. Delivery costs CNY 12.50.'
    expect(given('Delivery costs CNY 12.50; write to help@shop.example.', said)).toBe(
      'Delivery costs CNY 12.50; write to help@shop.example.',
    )
    expect(given('Delivery costs CNY 12.5 today', said)).toBeUndefined()
  })

  test('never holds a value of theirs, wherever it stands', () => {
    const value = fc.constantFrom(...THEIRS.map((each) => each.value))
    const word = fc.constantFrom('please', 'send', 'it', 'back', '请', '退回', ',', '.', '(', ')')
    fc.assert(
      fc.property(
        fc.array(fc.oneof(value, word), { maxLength: 12 }),
        fc.constantFrom(' ', '  ', ' - '),
        (parts, gap) => {
          const answer = given(parts.join(gap))
          for (const each of THEIRS) expect(answer ?? '').not.toContain(each.value)
        },
      ),
    )
  })
})

describe('where a value stands', () => {
  test('is told by whole words, in whatever case, with signs that mean something to a pattern', () => {
    expect(occurrences('Ben and the bench, BEN.', 'ben')).toEqual([
      { start: 0, end: 3 },
      { start: 19, end: 22 },
    ])
    expect(occurrences('a (b) c', '(b)')).toEqual([{ start: 2, end: 5 }])
    expect(occurrences('您好王小明先生', '王小明')).toEqual([{ start: 2, end: 5 }])
    expect(occurrences('anything', ' ')).toEqual([])
  })
})
