import type { Belief, Understanding } from '../../domain/index.ts'
import { type BasePrior, freshPrior, messageLikelihood } from './belief.ts'

/** Where a dialogue stands when the next message comes: how likely the customer has moved on depends on it. */
export const SITUATIONS = ['afterAnswer', 'whilePending', 'otherwise'] as const
export type Situation = (typeof SITUATIONS)[number]

/** Chance that the customer has moved to another topic, 0..1. */
export type TopicChange = Record<Situation, number>

/** One message as evidence. Both are P(message | …) up to one common factor. */
export interface TopicEvidence {
  situation: Situation
  /** If the customer kept the topic. */
  kept: number
  /** If they have any need, as at the start. */
  changed: number
}

export interface LearnedChange {
  /** 0..1 */
  chance: number
  /** Messages it was learned from. */
  n: number
}

/**
 * What a message says about whether the topic changed: how well the belief before explains it, and how well a fresh start.
 * @param before belief before the message
 */
export function topicEvidence(
  before: Belief,
  understanding: Pick<Understanding, 'needs' | 'outOfScope'>,
  base: BasePrior,
): Omit<TopicEvidence, 'situation'> {
  const likelihood = messageLikelihood(understanding, base)
  const earlier = new Map(before.needs.map(({ need, probability }) => [need, probability]))
  const fresh = freshPrior(base)
  const over = (prior: (need: string) => number, none: number) =>
    likelihood.needs.reduce((sum, one) => sum + prior(one.need) * one.likelihood, none * likelihood.noneOfThem)
  return {
    kept: over((need) => earlier.get(need) ?? 0, before.noneOfThem),
    changed: over(() => fresh.perNeed, fresh.noneOfThem),
  }
}

/** How many messages the policy's figure is worth against what was recorded. */
const PRIOR_WEIGHT = 20

/**
 * The chance of a topic change in each situation, learned from recorded messages without anybody labelling them: the
 * posterior mode under `P(message) = (1 - c) kept + c changed`, the two-part mixture that the belief is carried by, with the
 * policy's figure as a Beta prior worth {@link PRIOR_WEIGHT} messages. Its logarithm is concave in c, so that the mode
 * is where the slope crosses zero (found by bisection).
 *
 * Source: maximum a posteriori for the weight of a mixture with known parts (Dempster, Laird, Rubin 1977, section 4.3).
 * @param prior each 0..1
 * @returns each strictly between 0 and 1 where the prior is
 */
export function learnTopicChange(
  evidence: readonly TopicEvidence[],
  prior: TopicChange,
): Record<Situation, LearnedChange> {
  const learned = SITUATIONS.map((situation) => {
    const own = evidence.filter((one) => one.situation === situation && one.kept + one.changed > 0)
    return [situation, { chance: posteriorMode(own, prior[situation]), n: own.length }] as const
  })
  return Object.fromEntries(learned) as Record<Situation, LearnedChange>
}

const HALVINGS = 50

function posteriorMode(evidence: readonly TopicEvidence[], prior: number): number {
  const slope = (c: number) =>
    evidence.reduce((sum, { kept, changed }) => sum + (changed - kept) / ((1 - c) * kept + c * changed), 0) +
    PRIOR_WEIGHT * (prior / c - (1 - prior) / (1 - c))
  let [low, high] = [0, 1]
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2
    if (slope(middle) > 0) low = middle
    else high = middle
  }
  return (low + high) / 2
}
