import { describe, expect, it } from 'vitest'
import { type CurvePoint, FIRST_PER_NEED, GOAL, ORDERS, revealLabels } from '../../../bench/learning/reveal-labels.ts'
import type { LabelledMessage } from '../../../bench/nlu/candidate.ts'
import { smallShop } from '../../nlp/small-shop.ts'

const known = smallShop.examples.map(({ text, need }): LabelledMessage => ({ text, label: need }))
const needs = [...new Set(known.map(({ label }) => label))]
const others = needs.flatMap((need) => known.filter(({ label }) => label === need).slice(FIRST_PER_NEED))
const strangers = smallShop.outOfScope.map((text): LabelledMessage => ({ text, label: 'oos' }))

describe('revealing labels', () => {
  it('begins with ten labels for each need, and goes on until nothing is left or the goal is reached', () => {
    const told: [string, CurvePoint][] = []
    // Measured on what is revealed: all labels read it right, the first ten do not.
    const { full, messages, curves } = revealLabels(
      [...known, ...strangers],
      [...others, ...strangers],
      1,
      (order, point) => told.push([order, point]),
    )
    expect(messages).toEqual({ train: known.length, test: others.length })
    expect(told).toContainEqual(['full', { labels: known.length, accuracy: full }])
    for (const order of ORDERS) {
      const curve = curves[order]
      expect(curve.map(({ labels }) => labels)).toEqual([0, others.length])
      expect(curve[0]?.accuracy).toBeLessThan(GOAL * full)
      expect(curve[1]?.accuracy).toBe(full)
      for (const point of curve) expect(told).toContainEqual([order, point])
    }
  })
})
