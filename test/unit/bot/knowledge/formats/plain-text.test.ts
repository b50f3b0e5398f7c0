import { describe, expect, test } from 'vitest'
import { plainText } from '../../../../../bot/knowledge/formats/plain-text.ts'

describe('plainText', () => {
  test.each([
    ['See [our page](https://a.example/x) for **all** of *it*.', 'See our page (https://a.example/x) for all of it.'],
    [
      '[https://a.example](https://a.example) ![map](https://a.example/m.png)',
      'https://a.example map (https://a.example/m.png)',
    ],
    ['## Hours\n\n\n\n*   Monday\n* Tuesday<br/>or __later__', 'Hours\n\n- Monday\n- Tuesday\nor later'],
    ['2 * 3 * 4, order_number_1, a*b*c, \\# 1 and \\*this\\*', '2 * 3 * 4, order_number_1, a*b*c, # 1 and *this*'],
    ['[not a link] (nor this) [relative](/help)', '[not a link] (nor this) [relative](/help)'],
    ['**退款**在 3 天内到账', '退款在 3 天内到账'],
  ])('shows %j as a chat can', (markdown, text) => {
    expect(plainText(markdown)).toBe(text)
  })

  test('is done with marks that never close within a moment', () => {
    for (const sign of ['[', '*', '**', '![a](', '_', '#', '* ', '<br', '\\'])
      expect(plainText(`x${sign.repeat(20_000)}`).length).toBeGreaterThan(0)
  }, 5_000)
})
