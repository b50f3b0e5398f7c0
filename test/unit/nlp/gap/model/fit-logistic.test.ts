import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitLogistic } from '../../../../../nlp/gap/model/fit-logistic.ts'
import { logistic } from '../../../../../nlp/index.ts'
import { seededRandom } from '../../../../../nlp/intent/random.ts'

const number = fc.integer({ min: -30, max: 30 }).map((n) => n / 10)
const share = fc.integer({ min: 0, max: 10 }).map((n) => n / 10)

describe('logistic regression on shares', () => {
  it('finds weights at which the gradient is zero', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(number, number, share), { minLength: 3, maxLength: 30 }),
        fc.constantFrom(0.1, 1, 20),
        number,
        (table, strength, towards) => {
          const pull = { towards: [0, towards, 0], strength: [0.01, strength, strength] }
          const rows = table.map(([a, b]) => [1, a, b])
          const weights = fitLogistic(
            rows,
            table.map(([, , target]) => target),
            pull,
          )
          for (const j of [0, 1, 2]) {
            const slope = table.reduce((sum, [a, b, target], i) => {
              const score = [1, a, b].reduce((total, value, k) => total + value * (weights[k] ?? 0), 0)
              return sum + (logistic(score) - target) * (rows[i]?.[j] ?? 0)
            }, 0)
            const drawn = (pull.strength[j] ?? 0) * ((weights[j] ?? 0) - (pull.towards[j] ?? 0))
            expect(Math.abs(slope + drawn)).toBeLessThan(0.01)
          }
        },
      ),
    )
  })

  it('recovers the weights that data were drawn with', () => {
    const random = seededRandom(3)
    const rows = Array.from({ length: 20_000 }, () => [1, 4 * random() - 2, Number(random() < 0.3)])
    const targets = rows.map(([, a = 0, b = 0]) => Number(random() < logistic(-1 + 0.8 * a + 1.5 * b)))
    const weights = fitLogistic(rows, targets, { towards: [0, 0, 0], strength: [0, 0.1, 0.1] })
    expect(weights[0]).toBeCloseTo(-1, 0)
    expect(Math.abs((weights[1] ?? 0) - 0.8)).toBeLessThan(0.06)
    expect(Math.abs((weights[2] ?? 0) - 1.5)).toBeLessThan(0.1)
  })

  it('stays where it is drawn to when there is nothing to learn from', () => {
    expect(fitLogistic([], [], { towards: [0.3, 1], strength: [1, 1] })).toEqual([0.3, 1])
  })

  it('stays finite on data that a line separates', () => {
    const weights = fitLogistic(
      [
        [1, -5],
        [1, 5],
      ],
      [0, 1],
      { towards: [0, 0], strength: [0.1, 0.1] },
    )
    expect(weights.every(Number.isFinite)).toBe(true)
    expect(weights[1]).toBeGreaterThan(0)
  })
})
