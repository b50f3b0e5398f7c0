import { areaUnderCurve } from '../../evaluation/scores.ts'
import { lowestQuarter, spearman } from './ranks.ts'

/** How well held-out conversations are put in order: all of them, and the least satisfied quarter against the rest. */
export function rankingMerit(means: ConversationMean[]): number {
  const lowest = lowestQuarter(means.map(({ rated }) => rated))
  const quarter = areaUnderCurve(means.map(({ score, rated }) => ({ score: -score, positive: rated <= lowest })))
  const order = spearman(
    means.map(({ score }) => score),
    means.map(({ rated }) => rated),
  )
  return (quarter ?? 0.5) + (order ?? 0)
}

/** A conversation's mean score beside what people said of it. */
export interface ConversationMean {
  score: number
  rated: number
}

/** @param conversation of each row */
export function meansByConversation(
  conversation: Int32Array,
  scores: Float64Array,
  rated: Float64Array,
): ConversationMean[] {
  const sums = new Map<number, { n: number; score: number; rated: number }>()
  for (const [row, id] of conversation.entries()) {
    const sum = sums.get(id) ?? { n: 0, score: 0, rated: 0 }
    sum.n += 1
    sum.score += scores[row] as number
    sum.rated += rated[row] as number
    sums.set(id, sum)
  }
  return [...sums.values()].map((sum) => ({ score: sum.score / sum.n, rated: sum.rated / sum.n }))
}

/** Least squares: rated = offset + slope · score. The slope is never negative, or the order would turn round. */
export function fitLine(means: ConversationMean[]): { slope: number; offset: number } {
  const n = Math.max(1, means.length)
  const score = means.reduce((sum, each) => sum + each.score, 0) / n
  const rated = means.reduce((sum, each) => sum + each.rated, 0) / n
  const spread = means.reduce((sum, each) => sum + (each.score - score) ** 2, 0)
  const shared = means.reduce((sum, each) => sum + (each.score - score) * (each.rated - rated), 0)
  const slope = spread > 0 ? Math.max(0, shared / spread) : 0
  return { slope, offset: rated - slope * score }
}
