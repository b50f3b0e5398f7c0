import { Z95 } from '../interval.ts'
import { countScores, type ScoreCount } from './tally.ts'

/** Percentage points, -100..100; null of no answers. */
export interface NetPromoter {
  n: number
  promoters: number
  passives: number
  detractors: number
  value: number | null
  low: number
  high: number
}

/** Answers that the interval is made with beside the real ones, so that ten promoters of ten do not read as certain. */
const ADDED = { promoters: 0.75, passives: 1.5, detractors: 0.75 }

/**
 * The share who would recommend (9, 10) less the share who would not (0..6), in percentage points. Its 95 % interval is that
 * of a difference of two shares of one multinomial sample, with three answers added: Rocks (2016), "Interval estimation for
 * the 'Net Promoter Score'", The American Statistician 70.
 * @param scores 0..10
 */
export function netPromoter(scores: readonly ScoreCount[]): NetPromoter {
  const promoters = countScores(scores, (score) => score >= 9)
  const detractors = countScores(scores, (score) => score <= 6)
  const n = countScores(scores, () => true)
  const passives = n - promoters - detractors
  if (n === 0) return { n, promoters, passives, detractors, value: null, low: -100, high: 100 }
  const value = (promoters - detractors) / n
  const m = n + ADDED.promoters + ADDED.passives + ADDED.detractors
  const [up, down] = [(promoters + ADDED.promoters) / m, (detractors + ADDED.detractors) / m]
  const half = Z95 * Math.sqrt((up + down - (up - down) ** 2) / m)
  return {
    ...{ n, promoters, passives, detractors },
    value: 100 * value,
    // The added answers draw the centre inwards: what was observed stays inside.
    low: 100 * Math.max(-1, Math.min(value, up - down - half)),
    high: 100 * Math.min(1, Math.max(value, up - down + half)),
  }
}
