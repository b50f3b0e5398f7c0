import jStat from 'jstat'
import { DAY_MS, type TrustCause, type TrustEvent, type TrustScore } from '../domain/index.ts'

/** How trust is reckoned; part of the policy. */
export interface TrustPolicy {
  /** Pseudo-observations before any evidence, both > 0. Their share is the score of a new customer. */
  prior: { gain: number; loss: number }
  /** Days after which evidence counts half, > 0. */
  halfLifeDays: number
  /** Observations per cause, > 0: which side they count on is in the cause. A rating is spread over both. */
  weights: Record<TrustCause, number>
}

/**
 * A customer's trust: the mean of a Beta posterior over ledger evidence with exponential forgetting,
 * and its central 95 % interval. Without evidence it is the prior, and `n` is 0.
 *
 * The order of the ledger does not matter; events after `now` are not counted.
 */
export function trustScore(
  ledger: readonly Pick<TrustEvent, 'at' | 'gain' | 'loss'>[],
  now: number,
  policy: Pick<TrustPolicy, 'prior' | 'halfLifeDays'>,
): TrustScore {
  const known = ledger.filter((event) => event.at <= now)
  // Summed smallest first, so that the same events in another order give the same floating-point result.
  const decayed = known
    .map((event) => ({ event, keep: 2 ** (-(now - event.at) / (policy.halfLifeDays * DAY_MS)) }))
    .map(({ event, keep }) => ({ gain: event.gain * keep, loss: event.loss * keep }))
  const alpha = policy.prior.gain + sum(decayed.map(({ gain }) => gain))
  const beta = policy.prior.loss + sum(decayed.map(({ loss }) => loss))
  return {
    score: alpha / (alpha + beta),
    low: jStat.beta.inv(0.025, alpha, beta),
    high: jStat.beta.inv(0.975, alpha, beta),
    n: known.length,
  }
}

/**
 * What one happening is worth as evidence.
 * @param rating 1..5, for `survey-rating` only: spread linearly, so that 3 counts half for and half against
 */
export function trustEvidence(
  cause: TrustCause,
  policy: Pick<TrustPolicy, 'weights'>,
  rating?: number,
): { gain: number; loss: number } {
  const weight = policy.weights[cause]
  switch (cause) {
    case 'survey-rating': {
      const share = ((rating ?? 3) - 1) / 4
      return { gain: weight * share, loss: weight * (1 - share) }
    }
    case 'survey-resolved':
    case 'escalation-resolved':
    case 'promise-kept':
      return { gain: weight, loss: 0 }
    case 'survey-unresolved':
    case 'escalation-unresolved':
    case 'conversation-reopened':
    case 'promise-broken':
      return { gain: 0, loss: weight }
    default:
      return cause satisfies never
  }
}

function sum(values: number[]): number {
  return [...values].sort((a, b) => a - b).reduce((total, value) => total + value, 0)
}
