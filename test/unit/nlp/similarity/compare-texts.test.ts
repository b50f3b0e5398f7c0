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
    const [, sent = 0, lamp = 0] = alike(0)
    const [, , , , sentZh = 0, lampZh = 0] = alike(3)
    expect(sent).toBeGreaterThan(0.3)
    expect(lamp).toBeLessThan(0.1)
    expect(sentZh).toBeGreaterThan(0.2)
    expect(lampZh).toBeLessThan(0.1)
  })

  test('is not made less by another order number', () => {
    expect(alike(6)[7]).toBeGreaterThan(0.8)
  })

  test('is a likeness for any texts: within 0..1, the same both ways, and full for equal ones', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 8 }), (some) => {
        const texts = [...some, some[0] ?? '']
        const compare = compareTexts(texts)
        const table = texts.map((_, place) => compare(place))
        for (const [i, row] of table.entries()) {
          for (const [j, value] of row.entries()) {
            expect(value).toBeGreaterThanOrEqual(0)
            expect(value).toBeLessThanOrEqual(1)
            expect(value).toBeCloseTo(table[j]?.[i] ?? -1, 5)
          }
        }
        const [first] = table
        if ((first?.[0] ?? 0) > 0) expect(first?.at(-1)).toBeCloseTo(1, 5)
      }),
    )
  })
})
