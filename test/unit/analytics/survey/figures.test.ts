import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CountedSurveys,
  cesFigures,
  csatFigures,
  npsFigures,
  ratingInterval,
  tallySurveys,
  wilsonInterval,
} from '../../../../analytics/index.ts'
import { netPromoter } from '../../../../analytics/survey/net-promoter.ts'
import { scaleMean } from '../../../../analytics/survey/scale-mean.ts'
import { seeded } from '../../../support/seeded.ts'

/** One survey each. */
const sent = fc.record(
  { score: fc.integer({ min: 1, max: 5 }), resolved: fc.boolean(), open: fc.boolean(), answered: fc.boolean() },
  { requiredKeys: ['open', 'answered'] },
)
function counted({
  answered,
  score,
  resolved,
  open,
}: {
  answered: boolean
  score?: number
  resolved?: boolean
  open: boolean
}): CountedSurveys {
  return {
    answered,
    ...(answered && score !== undefined && { score }),
    surveys: 1,
    open: Number(!answered && open),
    saidResolved: Number(answered && resolved === true),
    saidUnresolved: Number(answered && resolved === false),
  }
}

describe('figures of surveys', () => {
  it('count both sides of every rate among the same surveys, so that none passes 1', () => {
    fc.assert(
      fc.property(fc.array(sent), (all) => {
        const tally = tallySurveys(all.map(counted))
        const figures = csatFigures(tally)
        const answers = all.filter(({ answered }) => answered)
        const ratings = answers.flatMap(({ score }) => score ?? [])
        expect(figures.response).toMatchObject({ numerator: answers.length, denominator: all.length })
        expect(figures.satisfied).toMatchObject({
          numerator: ratings.filter((rating) => rating >= 4).length,
          denominator: ratings.length,
          ...wilsonInterval(ratings.filter((rating) => rating >= 4).length, ratings.length),
        })
        for (const { numerator, denominator } of [figures.response, figures.satisfied, figures.resolved]) {
          expect(numerator).toBeLessThanOrEqual(denominator)
        }
        expect(figures.open + answers.length).toBeLessThanOrEqual(all.length)
        const judged = ratingInterval(ratings)
        expect(figures.mean.mean ?? -1).toBeCloseTo(judged.mean ?? -1, 9)
        expect(figures.mean.low ?? -1).toBeCloseTo(judged.low ?? -1, 9)
        expect(figures.mean.high ?? -1).toBeCloseTo(judged.high ?? -1, 9)
      }),
    )
  })

  it('call effort easy from 5 to 7, and keep its mean on the scale', () => {
    const scores = [3, 5, 7, 7].map((score) => ({ score, count: 1 }))
    const tally = { sent: 6, answered: 4, open: 1, scores, saidResolved: 0, saidUnresolved: 0 }
    const { easy, mean, response, open } = cesFigures(tally)
    expect(easy).toMatchObject({ numerator: 3, denominator: 4 })
    expect(mean).toMatchObject({ n: 4, mean: 5.5, high: 7 })
    expect(response).toMatchObject({ numerator: 4, denominator: 6 })
    expect(open).toBe(1)
    expect(scaleMean([], { from: 1, to: 7 })).toEqual({ n: 0, mean: null, low: null, high: null })
    expect(scaleMean([{ score: 2, count: 1 }], { from: 1, to: 7 })).toMatchObject({ mean: 2, low: null, high: null })
  })
})

describe('the net promoter score', () => {
  it('is the share of 9 and 10 less that of 0 to 6, in points, with an interval that holds it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1 }), (all) => {
        const found = netPromoter(all.map((score) => ({ score, count: 1 })))
        const share = (holds: (score: number) => boolean) => all.filter(holds).length / all.length
        expect(found.value).toBeCloseTo(100 * (share((score) => score > 8) - share((score) => score < 7)), 9)
        expect(found.promoters + found.passives + found.detractors).toBe(all.length)
        expect(found.low).toBeGreaterThanOrEqual(-100)
        expect(found.low).toBeLessThanOrEqual(found.value ?? 0)
        expect(found.high).toBeGreaterThanOrEqual(found.value ?? 0)
        expect(found.high).toBeLessThanOrEqual(100)
        expect(
          npsFigures(tallySurveys(all.map((score) => ({ ...counted({ answered: true, open: false }), score })))).nps,
        ).toEqual(netPromoter([...Map.groupBy(all, Number)].map(([score, alike]) => ({ score, count: alike.length }))))
      }),
    )
  })

  it('is not certain of ten promoters of ten, and knows nothing of nobody', () => {
    const { value, low, high } = netPromoter([{ score: 10, count: 10 }])
    expect({ value, high }).toEqual({ value: 100, high: 100 })
    expect(low).toBeLessThan(80)
    expect(netPromoter([])).toMatchObject({ n: 0, value: null, low: -100, high: 100 })
  })

  it.each([20, 200])('holds the true score in about 95 of 100 samples of %i answers', (n) => {
    const draw = seeded(n)
    const [promoters, detractors] = [0.5, 0.2]
    const runs = 2_000
    let covered = 0
    for (let run = 0; run < runs; run++) {
      const scores = Array.from({ length: n }, () => {
        const at = draw()
        return { score: at < promoters ? 10 : at < promoters + detractors ? 3 : 8, count: 1 }
      })
      const { low, high } = netPromoter(scores)
      covered += Number(low <= 30 && 30 <= high)
    }
    expect(covered / runs).toBeGreaterThan(0.94)
    expect(covered / runs).toBeLessThan(0.98)
  })
})
