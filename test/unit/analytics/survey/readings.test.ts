import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type RatedSurveys, readSatisfaction } from '../../../../analytics/index.ts'
import { answerPropensity } from '../../../../analytics/survey/propensity.ts'
import { seeded } from '../../../support/seeded.ts'
import { ANSWERS_BY_ANGER, ANSWERS_BY_GAP, simulateSurveys } from '../../../support/simulated-surveys.ts'

const cell = fc
  .tuple(
    fc.constantFrom('web', 'teams', ''),
    fc.constantFrom('en', 'zh'),
    fc.integer({ min: 0, max: 60 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  )
  .map(([channel, language, sent, responding, content]): RatedSurveys => {
    const answered = Math.round(sent * responding)
    return { traits: [channel, language], sent, answered, satisfied: Math.round(answered * content) }
  })
const cells = fc.array(cell, { maxLength: 8 })

describe('the three readings of satisfaction', () => {
  it('come nearer to the truth by weighting, where the angry answer less for a reason that is known', () => {
    const draw = seeded(7)
    let [nearer, covered, observedCovers] = [0, 0, 0]
    const worlds = 300
    for (let i = 0; i < worlds; i++) {
      const { cells: seen, truth } = simulateSurveys(ANSWERS_BY_GAP, 1_500, draw)
      const { observed, weighted, bounds } = readSatisfaction(seen)
      if (weighted.kind !== 'known') throw new TypeError(weighted.because)
      nearer += Number(Math.abs(weighted.value - truth) < Math.abs((observed.value ?? 0) - truth))
      covered += Number(weighted.low <= truth && truth <= weighted.high)
      observedCovers += Number(observed.low <= truth && truth <= observed.high)
      expect(bounds?.low).toBeLessThanOrEqual(truth)
      expect(bounds?.high).toBeGreaterThanOrEqual(truth)
    }
    expect(nearer / worlds).toBeGreaterThan(0.98)
    expect(covered / worlds).toBeGreaterThan(0.93)
    expect(observedCovers / worlds).toBeLessThan(0.05)
  })

  it('keep the truth within the bounds, and only there, where the angry answer less for no known reason', () => {
    const draw = seeded(11)
    for (let i = 0; i < 50; i++) {
      const { cells: seen, truth } = simulateSurveys(ANSWERS_BY_ANGER, 1_500, draw)
      const { weighted, bounds } = readSatisfaction(seen)
      if (weighted.kind !== 'known' || !bounds) throw new TypeError('too few')
      expect(weighted.low).toBeGreaterThan(truth)
      expect(truth).toBeGreaterThanOrEqual(bounds.low)
      expect(truth).toBeLessThanOrEqual(bounds.high)
    }
  })

  it('agree when who answers has nothing to do with anything', () => {
    const draw = seeded(3)
    const { cells: seen } = simulateSurveys({ ...ANSWERS_BY_GAP, answers: { small: 0.3, large: 0.3 } }, 20_000, draw)
    const { observed, weighted } = readSatisfaction(seen)
    if (weighted.kind !== 'known') throw new TypeError(weighted.because)
    expect(weighted.value).toBeCloseTo(observed.value ?? 0, 1)
    expect(weighted.effectiveN / observed.denominator).toBeGreaterThan(0.98)
  })

  it('always lie within what is possible: shares within 0..1, the observed and the weighted within the bounds’ span', () => {
    fc.assert(
      fc.property(cells, (some) => {
        const { observed, bounds, weighted } = readSatisfaction(some)
        expect(observed.numerator).toBeLessThanOrEqual(observed.denominator)
        if (bounds && observed.value !== null) {
          expect(bounds.low).toBeLessThanOrEqual(observed.value)
          expect(bounds.high).toBeGreaterThanOrEqual(observed.value)
        }
        if (weighted.kind === 'known') {
          expect(weighted.low).toBeGreaterThanOrEqual(0)
          expect(weighted.low).toBeLessThanOrEqual(weighted.value)
          expect(weighted.high).toBeGreaterThanOrEqual(weighted.value)
          expect(weighted.high).toBeLessThanOrEqual(1)
          expect(weighted.effectiveN).toBeLessThanOrEqual(observed.denominator + 1e-9)
          expect(weighted.largestWeight).toBeLessThanOrEqual(5)
        }
      }),
    )
  })

  it.each([
    ['everybody answered', { sent: 50, answered: 50 }, 'everybody-answered'],
    ['too few answered', { sent: 500, answered: 29 }, 'too-few'],
    ['too few did not', { sent: 500, answered: 480 }, 'too-few'],
    ['nobody was asked', { sent: 0, answered: 0 }, 'too-few'],
  ] as const)('weight nothing where %s', (_, { sent, answered }, because) => {
    const { weighted } = readSatisfaction([{ traits: ['web'], sent, answered, satisfied: answered }])
    expect(weighted).toEqual({ kind: 'unknown', because })
  })

  it('say how much a single answer had to stand for, and cut it', () => {
    const { weighted } = readSatisfaction([
      { traits: ['web'], sent: 100, answered: 90, satisfied: 90 },
      { traits: ['teams'], sent: 900, answered: 9, satisfied: 0 },
    ])
    expect(weighted).toMatchObject({ largestWeight: 5, cut: { numerator: 9, denominator: 99 } })
  })
})

describe('the propensity to answer', () => {
  it('is the share of each group where one column tells everything, all but for the small penalty', () => {
    const shares = answerPropensity([
      { traits: ['web'], sent: 40_000, answered: 10_000 },
      { traits: ['teams'], sent: 10_000, answered: 7_000 },
    ])
    expect(shares[0]).toBeCloseTo(0.25, 3)
    expect(shares[1]).toBeCloseTo(0.7, 3)
  })

  it('lies strictly within 0..1, adds up to the answers, and does not depend on the order of the cells', () => {
    fc.assert(
      fc.property(cells, (some) => {
        const shares = answerPropensity(some)
        const answered = some.reduce((sum, one) => sum + one.answered, 0)
        const sent = some.reduce((sum, one) => sum + one.sent, 0)
        fc.pre(answered > 0 && answered < sent)
        for (const share of shares) {
          expect(share).toBeGreaterThan(0)
          expect(share).toBeLessThan(1)
        }
        const expected = some.reduce((sum, one, i) => sum + one.sent * (shares[i] ?? 0), 0)
        expect(expected).toBeCloseTo(answered, 5)
        const turned = answerPropensity(some.toReversed()).reverse()
        for (const [i, share] of shares.entries()) expect(turned[i]).toBeCloseTo(share, 6)
      }),
    )
  })
})
