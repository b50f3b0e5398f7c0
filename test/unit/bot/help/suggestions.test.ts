import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type SaidBefore, type SuggestionFacts, suggestions } from '../../../../bot/help/index.ts'
import type { ResolvedHandover } from '../../../../store/index.ts'
import { need } from '../../../support/minds.ts'

const PACK = {
  needs: [
    need('refund', {
      answer: { text: { en: 'Refunds of {orderNumber} take 3 days.', zh: '退款需要3天。' }, draft: false },
    }),
    need('delivery', { answer: { text: { en: 'Parcels travel two days.' }, draft: false } }),
    need('colours'),
    need('warranty', { answer: { text: { en: 'Nobody has written this.' }, draft: true } }),
  ],
}

let handovers = 0
function answer(text: string, question: string, parts: Partial<ResolvedHandover> = {}): SaidBefore {
  const id = `h${handovers++}`
  const handover = {
    escalationId: id,
    conversationId: id,
    customerId: id,
    endedAt: 0,
    details: {},
    messages: [],
    ...parts,
  }
  return { text, question, handover }
}

function suggested(parts: Partial<SuggestionFacts>) {
  return suggestions({
    pack: PACK,
    language: 'en',
    topics: [{ need: 'refund', probability: 0.82 }],
    details: {},
    asked: 'where is my money',
    said: [],
    before: [],
    forThisCustomer: ({ text }) => text,
    ...parts,
  })
}

describe('suggested answers', () => {
  test('begin with those of the pack for the needs that are likely, with the details that are known', () => {
    const topics = [
      { need: 'refund', probability: 0.6 },
      { need: 'delivery', probability: 0.3 },
      { need: 'warranty', probability: 0.25 },
      { need: 'colours', probability: 0.05 },
    ]
    expect(suggested({ topics, details: { orderNumber: 'CD-1' } })).toEqual([
      {
        from: 'pack',
        text: 'Refunds of CD-1 take 3 days.',
        language: 'en',
        need: { en: 'About refund', zh: '关于refund' },
        probability: 0.6,
      },
      expect.objectContaining({ text: 'Parcels travel two days.', probability: 0.3 }),
    ])
  })

  test('leave a place for a detail that nobody gave', () => {
    expect(suggested({})[0]?.text).toBe('Refunds of [orderNumber] take 3 days.')
  })

  test('are never in another language than the conversation', () => {
    const topics = [{ need: 'delivery', probability: 0.9 }]
    expect(suggested({ topics, language: 'zh' })).toEqual([])
    expect(suggested({ language: 'zh' }).map(({ text }) => text)).toEqual(['退款需要3天。'])
  })

  test('tell how often agents said something, and how it was rated', () => {
    const before = [
      answer('I have asked the bank to hurry, please wait until the evening.', 'no money yet', {
        need: 'refund',
        rating: 5,
      }),
      answer('I asked the bank to hurry; please wait until the evening.', 'money?', { need: 'refund', rating: 4 }),
      answer('I have asked the bank to hurry, please wait until the evening!', 'pay me', { need: 'refund' }),
      answer('We only have it in blue.', 'which colours', { need: 'colours' }),
    ]
    expect(suggested({ before }).filter(({ from }) => from === 'resolved')).toEqual([
      {
        from: 'resolved',
        text: 'I have asked the bank to hurry, please wait until the evening.',
        language: 'en',
        need: { en: 'About refund', zh: '关于refund' },
        used: 3,
        meanRating: 4.5,
        similarity: expect.any(Number),
      },
    ])
  })

  test('of another need come where the question was the same', () => {
    const before = [answer('The bank has it; look tomorrow.', 'Where is my money?', { need: 'other' })]
    expect(suggested({ before, topics: [] })).toMatchObject([{ from: 'resolved', used: 1 }])
    expect(suggested({ before, topics: [], asked: 'do you have it in blue' })).toEqual([])
  })

  test('put what was used more and rated higher first', () => {
    const again = (count: number, text: string, rating?: ResolvedHandover['rating']) =>
      Array.from({ length: count }, () => answer(text, 'x', { need: 'refund', ...(rating && { rating }) }))
    const before = [
      ...again(1, 'Let us call the bank together.'),
      ...again(4, 'The money was sent twice by mistake.'),
      ...again(1, 'Please check your other account.', 5),
    ]
    expect(suggested({ before }).flatMap((one) => (one.from === 'resolved' ? one.text : []))).toEqual([
      'The money was sent twice by mistake.',
      'Please check your other account.',
      'Let us call the bank together.',
    ])
  })

  test('put what is said whatever is asked behind what was said to this question', () => {
    const before = [
      ...['colours', 'sizes', 'prices', 'shops'].map((name) =>
        answer('I am looking into that for you.', name, { need: name }),
      ),
      answer('I am looking into that for you.', 'no money yet', { need: 'refund' }),
      answer('The bank sends it back tonight.', 'where is my money', { need: 'refund' }),
    ]
    expect(suggested({ before, topics: [{ need: 'refund', probability: 0.05 }] })[0]?.text).toBe(
      'The bank sends it back tonight.',
    )
  })

  test('take the next telling of an answer when the latest holds what is personal', () => {
    const before = [
      answer('It was sent to Elm Street this morning.', 'x', { need: 'refund' }),
      answer('It was sent to you this morning.', 'x', { need: 'refund' }),
    ]
    const clean = ({ text }: SaidBefore) => (text.includes('Elm') ? undefined : text)
    const texts = suggested({ before, forThisCustomer: clean }).map(({ text }) => text)
    expect(texts).toContain('It was sent to you this morning.')
    expect(texts.join()).not.toContain('Elm')
  })

  const piece = fc.constantFrom(
    'please wait',
    'send it back',
    'the bank has it',
    'look tomorrow',
    '请稍等',
    '寄回来',
    '7',
    '!',
  )
  const text = fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(' '))
  const told = fc.record({
    text,
    question: text,
    need: fc.constantFrom('refund', 'delivery', 'other'),
    rating: fc.constantFrom(undefined, 1 as const, 5 as const),
  })

  test('are at most five, none twice, none said already, and the same every time', () => {
    fc.assert(
      fc.property(
        fc.array(told, { maxLength: 25 }),
        text,
        fc.array(text, { maxLength: 3 }),
        (tellings, asked, said) => {
          const before = tellings.map(({ rating, need: name, ...each }) =>
            answer(each.text, each.question, { need: name, ...(rating && { rating }) }),
          )
          const topics = [
            { need: 'refund', probability: 0.5 },
            { need: 'delivery', probability: 0.3 },
          ]
          const found = suggested({ before, asked, said, topics })
          const texts = found.map((one) => one.text)
          expect(texts.length).toBeLessThanOrEqual(5)
          expect(new Set(texts).size).toBe(texts.length)
          for (const one of texts) expect(said).not.toContain(one)
          expect(suggested({ before, asked, said, topics })).toEqual(found)
          for (const one of found) {
            if (one.from === 'resolved') expect(one.used).toBeGreaterThanOrEqual(1)
            if (one.from === 'resolved' && one.meanRating !== undefined) expect(one.meanRating).toBeLessThanOrEqual(5)
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})
