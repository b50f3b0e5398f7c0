import { describe, expect, it } from 'vitest'
import { reviewTrainingSet } from '../../../../nlp/index.ts'
import { smallShop } from '../small-shop.ts'

const review = (extra: { text: string; need: string }[]) =>
  reviewTrainingSet({ ...smallShop, examples: [...smallShop.examples, ...extra] }, { seed: 1 })

describe('reviewing training data', () => {
  it('finds an example that stands in the wrong need', () => {
    const { suspects } = review([{ text: 'What time do you open the shop on Sunday?', need: 'refund' }])
    expect(suspects).toContainEqual(
      expect.objectContaining({
        text: 'What time do you open the shop on Sunday?',
        need: 'refund',
        takenFor: 'opening_hours',
      }),
    )
  })

  it('finds needs that cannot be told apart, with the examples that collide', () => {
    const twins = smallShop.examples
      .filter((example) => example.need === 'refund')
      .map(({ text }) => ({ text: `${text}!`, need: 'money_back' }))
    const pair = review(twins).confusable[0]
    expect(pair?.needs).toEqual(['money_back', 'refund'])
    expect(pair?.collisions.length).toBeGreaterThan(4)
  })

  it('finds needs with too few examples, fewest first', () => {
    const { tooFew } = review([
      { text: 'gift card', need: 'gift' },
      { text: 'voucher', need: 'gift' },
    ])
    expect(tooFew).toEqual([{ need: 'gift', examples: 2 }])
  })

  it('finds the same text under two needs, whatever its case, width and marks', () => {
    const { duplicates } = review([{ text: 'ＰＬＥＡＳＥ refund me!', need: 'track_order' }])
    expect(duplicates).toEqual([{ text: 'Please refund me', needs: ['refund', 'track_order'] }])
  })

  it('suspects few examples of clean data, and nothing else', () => {
    const { suspects, tooFew, duplicates } = review([])
    expect(suspects.length).toBeLessThan(0.05 * smallShop.examples.length)
    expect({ tooFew, duplicates }).toEqual({ tooFew: [], duplicates: [] })
  })
})
