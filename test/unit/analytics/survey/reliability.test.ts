import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reliability } from '../../../../analytics/index.ts'

/** Answers to three items on a scale of 1 to 7. */
const answers = fc.array(fc.tuple(...Array.from({ length: 3 }, () => fc.integer({ min: 1, max: 7 }))), {
  minLength: 3,
  maxLength: 30,
})

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const variance = (values: number[]) =>
  values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0) / (values.length - 1)
const column = (rows: number[][], item: number) => rows.map((row) => row[item] ?? 0)
function correlation(a: number[], b: number[]): number {
  const covariance = mean(a.map((value, i) => (value - mean(a)) * ((b[i] ?? 0) - mean(b))))
  return (covariance * a.length) / (a.length - 1) / Math.sqrt(variance(a) * variance(b))
}

/** By the textbook: from the variance of the sums, and from the mean correlation. */
function judge(rows: number[][]) {
  const k = rows[0]?.length ?? 0
  const sums = rows.map((row) => row.reduce((sum, value) => sum + value, 0))
  const apart = Array.from({ length: k }, (_, item) => variance(column(rows, item))).reduce((sum, v) => sum + v, 0)
  const pairs = Array.from({ length: k }, (_, i) =>
    Array.from({ length: i }, (_, j) => correlation(column(rows, i), column(rows, j))),
  ).flat()
  const r = mean(pairs)
  return {
    alpha: (k / (k - 1)) * (1 - apart / variance(sums)),
    standardizedAlpha: (k * r) / (1 + (k - 1) * r),
    itemTotal: Array.from({ length: k }, (_, item) =>
      correlation(
        column(rows, item),
        rows.map((row, i) => (sums[i] ?? 0) - (row[item] ?? 0)),
      ),
    ),
  }
}

describe('the reliability of a questionnaire', () => {
  it('is what the textbook’s formulas over variances and correlations give', () => {
    fc.assert(
      fc.property(answers, (rows) => {
        const found = reliability(rows)
        fc.pre(found.kind === 'known')
        const wanted = judge(rows)
        fc.pre(wanted.itemTotal.every(Number.isFinite) && Math.abs(wanted.alpha) < 100)
        expect(found.alpha).toBeCloseTo(wanted.alpha, 8)
        expect(found.standardizedAlpha).toBeCloseTo(wanted.standardizedAlpha, 6)
        for (const [item, { itemTotal }] of found.items.entries()) {
          expect(itemTotal).toBeCloseTo(wanted.itemTotal[item] ?? Number.NaN, 8)
        }
      }),
    )
  })

  it('tells what alpha the others would have, as if the item had never been asked', () => {
    fc.assert(
      fc.property(answers, (rows) => {
        const found = reliability(rows)
        fc.pre(found.kind === 'known')
        for (const [item, { alphaIfDropped }] of found.items.entries()) {
          const others = reliability(rows.map((row) => row.filter((_, place) => place !== item)))
          if (others.kind === 'known') expect(alphaIfDropped).toBeCloseTo(others.standardizedAlpha, 8)
        }
      }),
    )
  })

  it('is 1 of items that say the same, and depends neither on the order of answers nor on where a scale begins', () => {
    const rows = [1, 4, 2, 7].map((value) => [value, value, value])
    expect(reliability(rows)).toMatchObject({ alpha: 1, standardizedAlpha: 1 })
    fc.assert(
      fc.property(answers, (some) => {
        const found = reliability(some)
        const moved = reliability(some.toReversed().map(([a = 0, b = 0, c = 0]) => [a + 10, b, c - 3]))
        fc.pre(found.kind === 'known' && moved.kind === 'known' && Math.abs(found.alpha) < 100)
        expect(moved.alpha).toBeCloseTo(found.alpha, 8)
        expect(moved.standardizedAlpha).toBeCloseTo(found.standardizedAlpha, 6)
      }),
    )
  })

  it.each([
    ['one answer', [[1, 2]], { because: 'too-few-answers' }],
    ['one item', [[1], [2]], { because: 'too-few-items' }],
    [
      'an item that everybody answered alike',
      [
        [1, 5, 2],
        [2, 5, 2.5],
        [4, 5, 1],
      ],
      { because: 'no-variance', item: 1 },
    ],
    [
      'items whose sum is always the same',
      [
        [1, 4],
        [2, 3],
        [4, 1],
      ],
      { because: 'same-sum' },
    ],
  ])('is not known of %s', (_, rows, because) => {
    expect(reliability(rows)).toEqual({ kind: 'unknown', ...because })
  })
})
