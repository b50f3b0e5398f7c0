import { describe, expect, it } from 'vitest'
import { makeSyntheticMessages } from '../../../bench/nlu/synthetic-messages.ts'

const SIZE = { needs: 10, examples: 500, messages: 300, seed: 7 }

describe('synthetic messages', () => {
  it('are the same for the same seed and others for another', () => {
    expect(makeSyntheticMessages(SIZE)).toEqual(makeSyntheticMessages(SIZE))
    expect(makeSyntheticMessages({ ...SIZE, seed: 8 }).train).not.toEqual(makeSyntheticMessages(SIZE).train)
  })

  it('come in the numbers asked for, spread evenly over the needs', () => {
    const { train, test } = makeSyntheticMessages(SIZE)
    expect(test).toHaveLength(300)
    const counts = Map.groupBy(train, ({ label }) => label)
    expect([...counts.values()].map((messages) => messages.length)).toEqual(Array(10).fill(50))
  })

  it('have 4 to 12 words each', () => {
    const lengths = makeSyntheticMessages(SIZE).train.map(({ text }) => text.split(' ').length)
    expect(Math.min(...lengths)).toBe(4)
    expect(Math.max(...lengths)).toBe(12)
  })

  it('say something about their need, but not everything', () => {
    const { train, test } = makeSyntheticMessages(SIZE)
    const right = test.filter(({ text, label }) => nearestNeed(train, text) === label).length
    expect(right / test.length).toBeGreaterThan(0.3)
    expect(right / test.length).toBeLessThan(1)
  })
})

/** The need of the example with most words in common. */
function nearestNeed(train: { text: string; label: string }[], text: string): string | undefined {
  const words = new Set(text.split(' '))
  const shared = (other: string) => other.split(' ').filter((word) => words.has(word)).length
  return train.reduce((best, one) => (shared(one.text) > shared(best.text) ? one : best)).label
}
