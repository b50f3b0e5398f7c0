import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareTexts } from '../../../../nlp/index.ts'

const TEXTS = [
  'has my refund been sent?',
  'was my refund sent already',
  'how do I return the lamp',
  '退款已经发出了吗',
  '退款发出了没有',
  '台灯怎么退货',
  'order CD-104233 has left us',
  'order CD-998877 has left us',
]

describe('how alike texts are', () => {
  const alike = compareTexts(TEXTS)

  test('is the more the more of their wording they share, in both languages', () => {
    expect(alike(0, 1)).toBeGreaterThan(0.5)
    expect(alike(0, 2)).toBeLessThan(0.2)
    expect(alike(3, 4)).toBeGreaterThan(0.4)
    expect(alike(3, 5)).toBeLessThan(0.2)
  })

  test('is not made less by another order number', () => {
    expect(alike(6, 7)).toBeGreaterThan(0.8)
  })

  test('is a likeness for any texts: within 0..1, the same both ways, and full for equal ones', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 8 }), (some) => {
        const texts = [...some, some[0] ?? '']
        const compare = compareTexts(texts)
        for (const i of texts.keys()) {
          for (const j of texts.keys()) {
            expect(compare(i, j)).toBeGreaterThanOrEqual(0)
            expect(compare(i, j)).toBeLessThanOrEqual(1)
            expect(compare(i, j)).toBeCloseTo(compare(j, i), 9)
          }
        }
        // A text of signs alone has no words to be alike in.
        if (compare(0, 0) > 0) expect(compare(0, texts.length - 1)).toBeCloseTo(1, 9)
      }),
    )
  })
})
