import { type Interval, wilsonInterval } from '../interval.ts'
import { type RateValue, rate } from '../metrics/metric.ts'
import { type AlikeSurveys, answerPropensity } from './propensity.ts'

/** Alike in what was known when they were sent, with how many of the answers were good. */
export interface RatedSurveys extends AlikeSurveys {
  /** 0..answered */
  satisfied: number
}

/** Whatever those who did not answer think: the share among all who were asked lies in between. */
export interface ReadingBounds extends Interval {
  sent: number
  unanswered: number
}

export type WeightedReading =
  | ({
      kind: 'known'
      value: number
      /** As many answers of equal weight would tell as much: Kish (1965), "Survey Sampling". */
      effectiveN: number
      /** Of the answers, those whose weight was cut. */
      cut: RateValue
      /** The largest weight, of a mean of about 1. */
      largestWeight: number
    } & Interval)
  | { kind: 'unknown'; because: 'everybody-answered' | 'too-few' }

/** Three answers to "how many of those asked are satisfied?", from what everybody knows to what has to be assumed. */
export interface Readings {
  /** Of those who answered; nothing is said of the others. Wilson, 95 %. */
  observed: RateValue
  /** Null when nobody was asked. */
  bounds: ReadingBounds | null
  weighted: WeightedReading
}

/** With fewer answers, or fewer that are missing, there is nothing to learn from who answers. */
const FEWEST = 30
/** A single customer must not speak for more than so many. */
const LARGEST_WEIGHT = 5

/**
 * Satisfaction among those who were asked, where only some answered.
 *
 * - observed: the share among the answers.
 * - bounds: with every missing answer bad, and with every one good. Manski (1989), "Anatomy of the selection problem". True of
 *   those asked without any assumption.
 * - weighted: each answer counts for as many as it stands for, by the chance that its kind of customer answers (Horvitz and
 *   Thompson 1952; Hájek's ratio, stabilised and cut weights). It is right if customers with the same traits answer
 *   regardless of what they think, and repairs nothing else. The interval is linearised and takes the weights as given, which
 *   makes it wide rather than narrow (Lunceford and Davidian 2004).
 */
export function readSatisfaction(cells: readonly RatedSurveys[]): Readings {
  const sum = (value: (one: RatedSurveys) => number) => cells.reduce((total, one) => total + value(one), 0)
  const [sent, answered, satisfied] = [sum((one) => one.sent), sum((one) => one.answered), sum((one) => one.satisfied)]
  const unanswered = sent - answered
  return {
    observed: rate(satisfied, answered),
    bounds: sent === 0 ? null : { sent, unanswered, low: satisfied / sent, high: (satisfied + unanswered) / sent },
    weighted: weightedReading(cells, sent, answered),
  }
}

function weightedReading(cells: readonly RatedSurveys[], sent: number, answered: number): WeightedReading {
  if (answered > 0 && answered === sent) return { kind: 'unknown', because: 'everybody-answered' }
  if (answered < FEWEST || sent - answered < FEWEST) return { kind: 'unknown', because: 'too-few' }
  const propensity = answerPropensity(cells)
  const weighted = cells
    .map((cell, i) => ({ ...cell, full: answered / sent / (propensity[i] ?? 1) }))
    .filter((cell) => cell.answered > 0)
    .map((cell) => ({ ...cell, weight: Math.min(cell.full, LARGEST_WEIGHT) }))
  const sum = (value: (one: (typeof weighted)[number]) => number) =>
    weighted.reduce((total, one) => total + value(one), 0)
  const size = sum(({ weight, answered: n }) => weight * n)
  const value = sum(({ weight, satisfied }) => weight * satisfied) / size
  const variance =
    sum((one) => one.weight ** 2 * (one.satisfied * (1 - value) ** 2 + (one.answered - one.satisfied) * value ** 2)) /
    size ** 2
  const effectiveN = size ** 2 / sum(({ weight, answered: n }) => weight ** 2 * n)
  // Where all agree there is no variance to learn from, and the weights tell how many answers it is worth.
  const n = variance > 0 ? Math.min(answered, (value * (1 - value)) / variance) : effectiveN
  return {
    kind: 'known',
    value,
    ...wilsonInterval(value * n, n),
    effectiveN,
    cut: rate(
      sum((one) => (one.full > LARGEST_WEIGHT ? one.answered : 0)),
      answered,
    ),
    largestWeight: Math.max(...weighted.map(({ weight }) => weight)),
  }
}
