import { type Belief, bayesUpdate, type NeedProbability, type Understanding } from '../../domain/index.ts'

/** What was likely before a word was said: every need alike, and "none of them" with its own share. */
export interface BasePrior {
  needCount: number
  /** 0..1 */
  noneOfThem: number
}

/** What a customer may want at the start: each need alike, `noneOfThem` for all others. */
export function freshPrior({ needCount, noneOfThem }: BasePrior): { perNeed: number; noneOfThem: number } {
  return { perNeed: (1 - noneOfThem) / Math.max(1, needCount), noneOfThem }
}

/**
 * P(text | need) up to a common factor: what the classifier believes, divided by what it believed before it read anything.
 */
export function messageLikelihood(
  understanding: Pick<Understanding, 'needs' | 'outOfScope'>,
  base: BasePrior,
): { needs: { need: string; likelihood: number }[]; noneOfThem: number } {
  const fresh = freshPrior(base)
  return {
    needs: understanding.needs.map(({ need, probability }) => ({ need, likelihood: probability / fresh.perNeed })),
    noneOfThem: understanding.outOfScope / fresh.noneOfThem,
  }
}

/**
 * Carries the belief through one more message.
 *
 * The customer keeps the topic with probability 1 - `topicChange` and else has any need, as at the start.
 * The classifier's probabilities were made under `base`, see {@link messageLikelihood}.
 *
 * @param before belief after the last turn; undefined at the start, when the belief is what the classifier says
 * @param topicChange 0..1
 */
export function updateBelief(
  before: Belief | undefined,
  understanding: Pick<Understanding, 'needs' | 'outOfScope'>,
  base: BasePrior,
  topicChange: number,
): Belief {
  const fresh = freshPrior(base)
  const earlier = new Map(before?.needs.map(({ need, probability }) => [need, probability]))
  const carried = (probability: number, anew: number) =>
    before ? (1 - topicChange) * probability + topicChange * anew : anew

  const { needs, noneOfThem } = messageLikelihood(understanding, base)
  const names = needs.map(({ need }) => need)
  const prior = [
    ...names.map((need) => carried(earlier.get(need) ?? 0, fresh.perNeed)),
    carried(before?.noneOfThem ?? 0, fresh.noneOfThem),
  ]
  const likelihood = [...needs.map((one) => one.likelihood), noneOfThem]
  const posterior = bayesUpdate(prior, likelihood)
  return beliefOf(
    names.map((need, i) => ({ need, probability: posterior[i] ?? 0 })),
    posterior[names.length] ?? 0,
  )
}

/**
 * The belief after the customer picked one need from a list: nearly, but not wholly certain,
 * because people also press the nearest wrong button.
 */
export function beliefAfterPick(need: string, certainty = 0.97): Belief {
  return { needs: [{ need, probability: certainty }], noneOfThem: 1 - certainty }
}

/** The belief with one need ruled out (the customer refused its answer), the rest scaled up. */
export function beliefWithout(belief: Belief, need: string): Belief {
  const rest = belief.needs.filter((candidate) => candidate.need !== need)
  const mass = rest.reduce((sum, candidate) => sum + candidate.probability, belief.noneOfThem)
  if (mass <= 0) return { needs: [], noneOfThem: 1 }
  return beliefOf(
    rest.map((candidate) => ({ need: candidate.need, probability: candidate.probability / mass })),
    belief.noneOfThem / mass,
  )
}

/**
 * The belief with needs refused by a message that says nothing else. What was believed of them goes to "none of them": in
 * favour of the others the customer has said nothing, and the last thousandths of a classifier are too rough to be scaled up.
 */
export function beliefRefused({ needs, noneOfThem }: Belief, refused: readonly string[]): Belief {
  const rest = needs.filter(({ need }) => !refused.includes(need))
  const gone = needs.filter(({ need }) => refused.includes(need))
  return { needs: rest, noneOfThem: gone.reduce((sum, { probability }) => sum + probability, noneOfThem) }
}

/**
 * Shannon entropy of the belief in bits: 0 when certain, log2(n + 1) when nothing is known.
 * What was left out of `needs` counts as nothing.
 */
export function entropyBits(belief: Belief): number {
  const bits = [...belief.needs.map(({ probability }) => probability), belief.noneOfThem]
    .filter((p) => p > 0)
    .reduce((sum, p) => sum - p * Math.log2(p), 0)
  return Math.max(0, bits)
}

/**
 * Entropy as a share of the most that it could be, 0..1: 0 when certain, 1 when `needCount` needs and "none of them"
 * are all as likely.
 * @param needCount needs that there are, also those left out of the belief
 */
export function entropyShare(belief: Belief, needCount: number): number {
  const most = Math.log2(Math.max(needCount, belief.needs.length) + 1)
  return most > 0 ? Math.min(1, entropyBits(belief) / most) : 0
}

const KEPT_FROM = 0.001

function beliefOf(needs: NeedProbability[], noneOfThem: number): Belief {
  return {
    needs: needs.filter(({ probability }) => probability >= KEPT_FROM).sort((a, b) => b.probability - a.probability),
    noneOfThem,
  }
}
