import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalizeText } from '../../../../nlp/index.ts'

describe('normalising text', () => {
  it.each([
    ['ＲＥＦＵＮＤ　１２', 'refund 12'],
    ['訂單還沒發貨', '订单还没发货'],
    ['Ca\u0301fe\u0301 naïve', 'cafe naive'],
    ['re\u200bfund', 'refund'],
    ['\u202edog', 'dog'],
    ['don\u2019t', "don't"],
    ['  a \n\t b  ', 'a b'],
    ['\ud83d x', '\ufffd x'],
  ])('makes %j into %j', (text, normal) => {
    expect(normalizeText(text)).toBe(normal)
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 50 }), (text) => {
        const once = normalizeText(text)
        expect(normalizeText(once)).toBe(once)
      }),
    )
  })

  it('is bounded', () => {
    expect(normalizeText('\ufdfa'.repeat(10_000)).length).toBeLessThanOrEqual(4000)
  })
})
