import { describe, expect, it } from 'vitest'
import type { ServedCounts } from '../../../../domain/index.ts'
import { turnsForLook, watchModel } from '../../../../nlp/index.ts'
import { watchedService } from '../../../support/simulated-service.ts'

const USUAL = { handsOver: 0.12, answersWrong: 0.08 }
const simulated = (count: number, before: number, after: typeof USUAL) =>
  Array.from({ length: count }, (_, seed) =>
    watchedService({ ...USUAL, turns: before }, { ...after, turns: 5_000 }, seed),
  )

describe('a new model that is watched', () => {
  it.each([200, 5_000])(
    'and is as good as the one before is gone back from in at most one of twenty cases over 5,000 turns (%i turns before)',
    (before) => {
      const alarms = simulated(600, before, USUAL).filter(({ rolledBack }) => rolledBack)
      expect(alarms.length / 600).toBeLessThanOrEqual(0.05)
    },
  )

  it.each([
    ['hands over', { ...USUAL, handsOver: USUAL.handsOver + 0.15 }, 'handed-over'],
    ['answers wrong', { ...USUAL, answersWrong: USUAL.answersWrong + 0.15 }, 'wrong-answer'],
  ])('and %s fifteen points more often is gone back from within a few hundred turns', (_, worse, rate) => {
    const found = simulated(200, 5_000, worse)
    const soon = found.filter(({ rolledBack }) => (rolledBack?.turns ?? Number.POSITIVE_INFINITY) < 500)
    expect(soon.length / found.length).toBeGreaterThan(0.95)
    const why = found.flatMap(({ rolledBack }) => rolledBack?.verdict.rates.filter(({ p, level }) => p <= level) ?? [])
    expect(why.filter((one) => one.rate === rate).length / why.length).toBeGreaterThan(0.6)
  })

  it('is compared ever more strictly, so that all looks there will ever be spend one chance in twenty', () => {
    const nothing = { bad: 0, of: 0 }
    const counts: ServedCounts = {
      'handed-over': nothing,
      'wrong-answer': nothing,
      'checked-wrong': nothing,
      'not-resolved': nothing,
    }
    const spent = Array.from({ length: 1_000 }, (_, i) => watchModel(counts, counts, i + 1))
      .flatMap(({ rates }) => rates)
      .reduce((sum, { level }) => sum + level, 0)
    expect(spent).toBeLessThan(0.05)
    expect(spent).toBeGreaterThan(0.0499)
    expect([1, 2, 3].map(turnsForLook)).toEqual([50, 100, 200])
  })
})
