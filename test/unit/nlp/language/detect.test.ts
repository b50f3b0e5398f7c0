import { describe, expect, it } from 'vitest'
import { detectLanguage } from '../../../../nlp/index.ts'

describe('telling the language', () => {
  it.each(['Where is my order?', 'REFUND', 'hi', 'I want to order La Roche cream', 'ok thx'])(
    'takes "%s" as English',
    (text) => {
      expect(detectLanguage(text)).toMatchObject({
        language: 'en',
        confidence: expect.toSatisfy((c: number) => c > 0.6),
      })
    },
  )

  it.each(['我要退款', '我的order还没到', '訂單在哪裡', '好'])('takes "%s" as Chinese', (text) => {
    expect(detectLanguage(text)).toMatchObject({ language: 'zh', confidence: expect.toSatisfy((c: number) => c > 0.8) })
  })

  it.each([
    '¿Dónde está mi pedido? Quiero saber cuando llega',
    'Wo ist meine Bestellung? Ich warte und sie ist nicht da',
    'Où est ma commande ? Je ne suis pas content',
    'Где мой заказ',
    '注文はどこですか',
    '주문이 어디에 있나요',
    'أين طلبي',
  ])('is not sure of "%s"', (text) => {
    expect(detectLanguage(text).confidence).toBeLessThan(0.5)
  })
})
