import { describe, expect, it } from 'vitest'
import {
  areaUnderCurve,
  expectedCalibrationError,
  macroF1,
  multiClassMatthews,
} from '../../../../nlp/evaluation/scores.ts'
import { evaluateIntents } from '../../../../nlp/index.ts'
import { smallShop } from '../small-shop.ts'

describe('scores', () => {
  it('gives half for scores that tell nothing, one for scores that tell all', () => {
    const items = (scores: number[]) => scores.map((score, i) => ({ score, positive: i % 2 === 0 }))
    expect(areaUnderCurve(items([1, 1, 1, 1]))).toBe(0.5)
    expect(areaUnderCurve(items([3, 1, 2, 0]))).toBe(1)
    expect(areaUnderCurve([{ score: 1, positive: true }])).toBeNull()
  })

  it('measures the distance between confidence and how often it is right', () => {
    const says = (confidence: number, right: boolean) => ({ confidence, right })
    expect(expectedCalibrationError([says(0.5, true), says(0.5, false)])).toBeCloseTo(0)
    expect(expectedCalibrationError([says(0.9, true), says(0.9, false)])).toBeCloseTo(0.4)
  })

  it('agrees with the two-class formula of Matthews', () => {
    const pairs = [...'aaaabb'].map((truth, i) => ({ truth, predicted: 'aaabba'[i] ?? '' }))
    // tp 3, fn 1, fp 1, tn 1
    expect(multiClassMatthews(pairs)).toBeCloseTo((3 * 1 - 1 * 1) / Math.sqrt(4 * 4 * 2 * 2))
    expect(multiClassMatthews([{ truth: 'a', predicted: 'a' }])).toBeNull()
  })

  it('averages F1 over labels, not over messages', () => {
    const pairs = [...'aaab'].map((truth) => ({ truth, predicted: 'a' }))
    expect(macroF1(pairs)).toBeCloseTo((6 / 7 + 0) / 2)
  })
})

describe('evaluating', () => {
  const rows = smallShop.examples.map(({ text, need }) => ({ text, label: need }))
  const outside = smallShop.outOfScope.map((text) => ({ text, label: 'none' }))
  const options = { seed: 1, now: () => 0 }

  it('measures in-scope and out-of-scope messages apart', () => {
    const test = [...rows, ...outside]
    const result = evaluateIntents({ train: rows, test, oosLabel: 'none' }, options)
    expect(result).toMatchObject({ examples: 64, labels: 5, accuracy: 1, trainMs: 0 })
    expect(result.oosAuroc).toBeGreaterThan(0.9)
  })

  it('says null where the test set cannot tell', () => {
    const result = evaluateIntents({ train: rows, test: rows, oosLabel: 'none' }, options)
    expect(result).toMatchObject({ oosRecall: null, oosAuroc: null })
  })

  it('never chooses the threshold on the test set', () => {
    const threshold = (test: typeof rows) => evaluateIntents({ train: rows, test, oosLabel: 'none' }, options).threshold
    expect(threshold(rows)).toBe(threshold(outside))
  })
})
