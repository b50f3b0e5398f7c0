import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { labelsNeeded } from '../../../bench/learning/labels-needed.ts'

const curve = [
  { labels: 0, accuracy: 0.5 },
  { labels: 100, accuracy: 0.7 },
  { labels: 200, accuracy: 0.6 },
  { labels: 300, accuracy: 0.9 },
]

describe('the labels that a goal needs', () => {
  it('are counted between two batches as if the accuracy rose evenly', () => {
    expect(labelsNeeded(curve, 0.6)).toBeCloseTo(50)
    expect(labelsNeeded(curve, 0.8)).toBeCloseTo(200 + 200 / 3)
  })

  it('are those of the first time that the goal is reached', () => {
    expect(labelsNeeded(curve, 0.7)).toBe(100)
  })

  it('are none where the first labels do, and unknown where all do not', () => {
    expect(labelsNeeded(curve, 0.4)).toBe(0)
    expect(labelsNeeded(curve, 0.95)).toBeNull()
    expect(labelsNeeded([], 0.5)).toBeNull()
  })

  it('never shrink as the goal grows', () => {
    const goal = fc.double({ min: 0, max: 0.9, noNaN: true })
    fc.assert(
      fc.property(goal, goal, (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a]
        expect(labelsNeeded(curve, low) ?? 0).toBeLessThanOrEqual(labelsNeeded(curve, high) ?? 0)
      }),
    )
  })
})
