import jStat from 'jstat'
import { DAY_MS, type TrustCause, type TrustEvent, type TrustScore } from '../../domain/index.ts'

/** How trust is reckoned; part of the policy. */
export interface TrustPolicy {
  /** Pseudo-observations before any evidence, both > 0. Their share is the score of a new customer. */
  prior: { gain: number; loss: number }
  /** Days after which evidence counts half, > 0. */
  halfLifeDays: number
  /**
   * An interval is never narrower than that of so many observations, > 0: however much was heard of somebody, trust moves by
   * itself, and evidence of one kind errs in the same way each time.
   */
  mostObservations: number
  /** Observations per cause, > 0: which side they count on is in the cause. A rating is spread over both. */
  weights: Record<TrustCause, number>
}

/** A row of a ledger, as far as the score asks for it. */
export type Evidence = Pick<TrustEvent, 'at' | 'gain' | 'loss'> & Partial<Pick<TrustEvent, 'id' | 'replaces'>>

/** Where the evidence leaves us: observations for (`alpha`) and against (`beta`), the prior's included. */
export interface TrustPosterior {
  alpha: number
  beta: number
  /** Number of events behind it. */
  n: number
}

/**
 * The Beta posterior over ledger evidence with exponential forgetting.
 *
 * The order of the ledger does not matter; events after `now` are not counted, nor is what a later event replaces.
 */
export function trustPosterior(
  ledger: readonly Evidence[],
  now: number,
  policy: Pick<TrustPolicy, 'prior' | 'halfLifeDays'>,
): TrustPosterior {
  const known = standing(ledger, now)
  // Summed smallest first, so that the same events in another order give the same floating-point result.
  const decayed = known
    .map((event) => ({ event, keep: 2 ** (-(now - event.at) / (policy.halfLifeDays * DAY_MS)) }))
    .map(({ event, keep }) => ({ gain: event.gain * keep, loss: event.loss * keep }))
  return {
    alpha: policy.prior.gain + sum(decayed.map(({ gain }) => gain)),
    beta: policy.prior.loss + sum(decayed.map(({ loss }) => loss)),
    n: known.length,
  }
}

/**
 * The rows of a ledger that count at a time: those until then that no row until then stands in for. One that only takes
 * another back, with nothing for or against, is no evidence itself.
 */
export function standing<Row extends Evidence>(ledger: readonly Row[], now: number): Row[] {
  const until = ledger.filter((event) => event.at <= now)
  const replaced = new Set(until.flatMap(({ replaces }) => replaces ?? []))
  return until.filter(({ id, gain, loss }) => gain + loss > 0 && (id === undefined || !replaced.has(id)))
}

/**
 * A customer's trust: the mean of the posterior, and its central 95 % interval. Without evidence it is the prior, and `n`
 * is 0.
 */
export function trustScore(
  ledger: readonly Evidence[],
  now: number,
  policy: Pick<TrustPolicy, 'prior' | 'halfLifeDays' | 'mostObservations'>,
): TrustScore {
  const { alpha, beta, n } = trustPosterior(ledger, now, policy)
  const score = alpha / (alpha + beta)
  const known = Math.min(alpha + beta, policy.mostObservations)
  return {
    score,
    low: jStat.beta.inv(0.025, known * score, known * (1 - score)),
    high: jStat.beta.inv(0.975, known * score, known * (1 - score)),
    n,
  }
}

/**
 * What one happening is worth as evidence.
 * @param share for the causes that are a matter of degree, 0 (against) .. 1 (for): spread over both sides
 */
export function trustEvidence(
  cause: TrustCause,
  policy: Pick<TrustPolicy, 'weights'>,
  share = 0.5,
): { gain: number; loss: number } {
  const weight = policy.weights[cause]
  switch (cause) {
    case 'survey-rating':
    case 'survey-recommend':
    case 'survey-effort':
      return { gain: weight * share, loss: weight * (1 - share) }
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
