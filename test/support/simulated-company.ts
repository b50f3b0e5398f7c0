import type { LabelledOutcome } from '../../nlp/index.ts'

/** A company whose bot is right with probability `right(confidence)`; confidences are spread as `spread(u)`, u uniform. */
export interface SimulatedCompany {
  spread: (u: number) => number
  right: (confidence: number) => number
}

export const CALIBRATED: SimulatedCompany = { spread: (u) => 1 - 0.6 * u * u, right: (c) => c }
/** Calibrated, and sure of most messages with good reason. */
export const GOOD: SimulatedCompany = { spread: (u) => 1 - 0.5 * u ** 4, right: (c) => c }
export const OVERCONFIDENT: SimulatedCompany = { spread: (u) => 1 - 0.5 * u * u, right: (c) => c - 0.04 }
/** A good bot that is wrong on what it is surest of. */
export const UPSIDE_DOWN: SimulatedCompany = { spread: (u) => 1 - 0.6 * u, right: (c) => (c > 0.9 ? 0.85 : 0.97) }
/** Always sure and hardly better than a coin. */
export const HOPELESS: SimulatedCompany = { spread: (u) => 1 - 0.4 * u, right: () => 0.6 }
/** Exactly at the promise everywhere: the hardest case, every threshold is a coin toss. */
export const AT_THE_EDGE: SimulatedCompany = { spread: (u) => u, right: () => 0.95 - 1e-9 }

export function draw(company: SimulatedCompany, n: number, random: () => number): LabelledOutcome[] {
  return Array.from({ length: n }, () => {
    const confidence = company.spread(random())
    return { confidence, right: random() < company.right(confidence) }
  })
}

/** Confidences of many messages, evenly over all there are. */
export function grid({ spread }: SimulatedCompany): number[] {
  const steps = 4000
  return Array.from({ length: steps }, (_, i) => spread((i + 0.5) / steps))
}

/** The true share of messages that are answered above a threshold. */
export function trueAnswered(company: SimulatedCompany, answerAbove: number): number {
  const all = grid(company)
  return all.filter((confidence) => confidence > answerAbove).length / all.length
}

/** The true share of wrong answers above a threshold, on a fine grid. */
export function trueRisk(company: SimulatedCompany, answerAbove: number): number {
  const answered = grid(company).filter((confidence) => confidence > answerAbove)
  return answered.reduce((sum, confidence) => sum + 1 - company.right(confidence), 0) / Math.max(1, answered.length)
}

/** What one would write first: the lowest threshold above which at most the promised share of the labels is wrong. */
export function naiveThreshold(outcomes: LabelledOutcome[], risk: number): number | undefined {
  const sorted = outcomes.toSorted((a, b) => b.confidence - a.confidence)
  let wrong = 0
  let lowest: number | undefined
  for (const [i, { right }] of sorted.entries()) {
    if (!right) wrong++
    if (wrong / (i + 1) <= risk) lowest = sorted[i + 1]?.confidence ?? 0
  }
  return lowest
}
