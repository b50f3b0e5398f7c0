import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyPlatt, fitPlatt } from '../../../../../nlp/gap/satisfaction/fit-platt.ts'
import { fitRidge } from '../../../../../nlp/gap/satisfaction/fit-ridge.ts'
import { nameFeatures } from '../../../../../nlp/gap/satisfaction/named-features.ts'
import { spearman } from '../../../../../nlp/gap/satisfaction/ranks.ts'
import { packRows } from '../../../../../nlp/gap/satisfaction/rows.ts'
import { textGrams } from '../../../../../nlp/gap/satisfaction/text-grams.ts'
import { reliabilityBins } from '../../../../../nlp/index.ts'
import { seededRandom } from '../../../../../nlp/intent/random.ts'

describe('ridge regression', () => {
  const number = fc.integer({ min: -20, max: 20 }).map((n) => n / 10)

  it('finds weights at which the gradient is zero', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(number, number, number, number), { minLength: 4, maxLength: 30 }),
        fc.constantFrom(0.1, 1, 10),
        (table, penalty) => {
          const rows = packRows(
            table.map(([a, b, c]) => ({ ids: [0, 1, 2], values: [a, b, c] })),
            3,
          )
          const targets = Float64Array.from(table, (row) => row[3])
          const chosen = Int32Array.from(table.keys())
          const { bias, weights } = fitRidge(rows, chosen, targets, penalty)
          const errors = table.map(
            ([a, b, c, y]) => y - bias - a * (weights[0] ?? 0) - b * (weights[1] ?? 0) - c * (weights[2] ?? 0),
          )
          expect(errors.reduce((sum, e) => sum + e, 0)).toBeCloseTo(0, 3)
          for (const j of [0, 1, 2] as const) {
            const slope =
              table.reduce((sum, row, i) => sum + row[j] * (errors[i] ?? 0), 0) - penalty * (weights[j] ?? 0)
            expect(Math.abs(slope)).toBeLessThan(0.02)
          }
        },
      ),
    )
  })

  it('learns nothing from rows that were not chosen', () => {
    const rows = packRows(
      [
        { ids: [0], values: [1] },
        { ids: [0], values: [-1] },
        { ids: [1], values: [1] },
      ],
      2,
    )
    const { weights } = fitRidge(rows, Int32Array.of(0, 1), Float64Array.of(1, -1, 100), 0.01)
    expect(weights[0]).toBeCloseTo(1, 1)
    expect(weights[1]).toBe(0)
  })
})

describe("Platt's sigmoid", () => {
  it('finds the sigmoid that the labels were drawn from', () => {
    const random = seededRandom(7)
    const scores = Array.from({ length: 20_000 }, () => 4 * random() - 2)
    const labels = scores.map((score) => random() < 1 / (1 + Math.exp(-(2 * score - 1))))
    const platt = fitPlatt(scores, labels)
    expect(platt.slope).toBeCloseTo(2, 0)
    expect(platt.offset).toBeCloseTo(-1, 0)
    const mean = scores.reduce((sum, score) => sum + applyPlatt(platt, score), 0) / scores.length
    expect(mean).toBeCloseTo(labels.filter(Boolean).length / labels.length, 3)
  })

  it('says the base rate when scores tell nothing', () => {
    const platt = fitPlatt([1, 1, 1, 1, 1, 1, 1, 1], [true, false, false, false, true, false, false, false])
    expect(applyPlatt(platt, 1)).toBeCloseTo(0.25, 0)
  })
})

describe('named features', () => {
  const names = (turns: { from: 'customer' | 'business'; text: string }[]) => nameFeatures(turns).at(-1)

  it('counts refusals up to now', () => {
    const features = names([
      { from: 'customer', text: 'Book a table' },
      { from: 'business', text: 'Unfortunately we cannot.' },
      { from: 'customer', text: 'Tomorrow then?' },
      { from: 'business', text: 'Sorry, that is not possible either.' },
      { from: 'customer', text: 'Hm' },
    ])
    expect(features?.refusalsSoFar).toBeCloseTo(Math.log(3), 9)
    expect(features?.refusedAgain).toBe(1)
    expect(features?.['business:apology']).toBe(1)
  })

  it('reads the same cues in Chinese', () => {
    const features = names([
      { from: 'business', text: '抱歉，这个无法修改' },
      { from: 'customer', text: '你们怎么回事，快点' },
    ])
    expect(features).toMatchObject({ 'business:refusal': 1, 'business:apology': 1, anger: 1, urging: 1, firstTurn: 1 })
  })

  it('forgets a row of refusals once the company gives an answer, not that there were some', () => {
    const refused = [
      { from: 'customer' as const, text: 'Book a table' },
      { from: 'business' as const, text: 'Unfortunately we cannot.' },
      { from: 'customer' as const, text: 'Can you try Friday?' },
    ]
    const answered = [
      ...refused,
      { from: 'business' as const, text: 'Your table is booked.' },
      { from: 'customer' as const, text: 'Fine' },
    ]
    expect(names(refused)).toMatchObject({ refusalsInARow: Math.log(2), openRefusal: 1, questionAfterRefusal: 1 })
    expect(names(refused)?.triesElsewhereAfterRefusal).toBe(1)
    expect(names(answered)).toMatchObject({ refusalsInARow: 0, repliesWithoutSuccess: 0, refusalsSoFar: Math.log(2) })
  })

  it('tells a no that closes the conversation from one that refuses', () => {
    const closes = names([
      { from: 'business', text: 'Can I help with anything else?' },
      { from: 'customer', text: 'No, that is all' },
    ])
    const refuses = names([
      { from: 'business', text: 'Is it the blue one?' },
      { from: 'customer', text: 'No, not the blue one' },
    ])
    expect(closes).toMatchObject({ negative: 1, realNegative: 0, noFurtherHelp: 1 })
    expect(refuses).toMatchObject({ negative: 1, realNegative: 1, noFurtherHelp: 0, negations: Math.log(3) })
  })

  it('takes "any" as an answer where the company asked for a preference', () => {
    const answer = { from: 'customer' as const, text: 'Any colour, it does not matter' }
    expect(names([{ from: 'business', text: 'Do you prefer blue?' }, answer])?.noPreference).toBe(1)
    expect(names([{ from: 'business', text: 'It has been sent.' }, answer])?.noPreference).toBe(0)
  })

  it('counts details that the customer has to give again', () => {
    const features = names([
      { from: 'customer', text: 'Two chairs for Friday, order 17' },
      { from: 'business', text: 'For Monday, then?' },
      { from: 'customer', text: 'Friday, order 17, in the small size' },
    ])
    expect(features).toMatchObject({
      detailsRepeated: Math.log(3),
      detailsAdded: Math.log(2),
      detailsContradicted: 1,
    })
  })

  it('has nothing for a turn of the company', () => {
    expect(names([{ from: 'business', text: 'Hello' }])).toBeUndefined()
  })
})

describe('grams', () => {
  it('know the edges of a message', () => {
    expect(textGrams('OK!')).toEqual(['ok', '!', '^ ok', 'ok !', '! $'])
  })

  it('take every Chinese character for a token and every number for the same one', () => {
    expect(textGrams('等了3天')).toEqual(['等', '了', '0', '天', '^ 等', '等 了', '了 0', '0 天', '天 $'])
    expect(textGrams('order 4711')).toEqual(textGrams('order 0815'))
  })
})

describe('figures', () => {
  it('correlates ranks, ties sharing theirs', () => {
    expect(spearman([1, 2, 3], [10, 20, 90])).toBe(1)
    expect(spearman([1, 2, 3], [3, 2, 1])).toBe(-1)
    expect(spearman([1, 1, 2], [1, 2, 2])).toBeCloseTo(0.5, 9)
    expect(spearman([1, 1, 1], [1, 2, 3])).toBeNull()
  })

  it('groups equal numbers of cases for the reliability diagram', () => {
    const items = Array.from({ length: 100 }, (_, i) => ({ said: i / 100, happened: i >= 50 }))
    const bins = reliabilityBins(items, 4)
    expect(bins.map(({ n }) => n)).toEqual([25, 25, 25, 25])
    expect(bins.map(({ happened }) => happened)).toEqual([0, 0, 1, 1])
    expect(reliabilityBins([], 10)).toEqual([])
  })
})
