import { describe, expect, it } from 'vitest'
import { indexAsBefore } from '../../../../analytics/dynamics/future-index.ts'
import { seededRandom } from '../../../../nlp/intent/random.ts'

describe('transparency as it was', () => {
  it('goes back to the mean of the history, as fast as the history did', () => {
    const random = seededRandom(1)
    const history = [0.6]
    for (let week = 1; week < 4_000; week++) {
      history.push(0.6 + 0.7 * ((history[week - 1] ?? 0) - 0.6) + 0.1 * (random() - 0.5))
    }
    const { values } = indexAsBefore([...history, 0.9], 3)
    expect(values[0]).toBeCloseTo(0.6 + 0.3 * 0.7, 1)
    expect(values[2]).toBeCloseTo(0.6 + 0.3 * 0.7 ** 3, 1)
  })

  it('knows how far the sum of the weeks to come may be off', () => {
    const random = seededRandom(2)
    const shock = () => 0.1 * (random() - 0.5)
    const history = [0.6]
    for (let week = 1; week < 4_000; week++) history.push(0.6 + 0.7 * ((history[week - 1] ?? 0) - 0.6) + shock())
    const { values, sumVariance } = indexAsBefore([...history, 0.6], 6)
    const sums = Array.from({ length: 4_000 }, () => {
      let index = 0.6
      let sum = 0
      // Up to the middle of the sixth week.
      for (let week = 0; week < 6; week++) {
        index = 0.6 + 0.7 * (index - 0.6) + shock()
        sum += (index - (values[week] ?? 0)) * (week === 5 ? 0.5 : 1)
      }
      return sum
    })
    const variance = sums.reduce((total, sum) => total + sum ** 2, 0) / sums.length
    expect((sumVariance[5] ?? 0) / variance).toBeGreaterThan(0.8)
    expect((sumVariance[5] ?? 0) / variance).toBeLessThan(1.25)
  })

  it('is what it always was where it never changed, or was seen once', () => {
    expect(indexAsBefore([0.75, 0.75, 0.75], 2)).toEqual({ values: [0.75, 0.75], sumVariance: [0, 0] })
    expect(indexAsBefore([0.7], 1)).toEqual({ values: [0.7], sumVariance: [0] })
  })
})
