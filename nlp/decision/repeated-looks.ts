import { casesNeeded } from './binomial-bound.ts'
import {
  type AnswerGuarantee,
  type AnswerPromise,
  type LabelledOutcome,
  solveAnswerThreshold,
} from './selective-risk.ts'

/** A labelled outcome with the time of its label, epoch milliseconds. */
export interface DatedOutcome extends LabelledOutcome {
  at: number
}

/** What was looked at so far. */
export interface Looks {
  /** How many looks were taken. */
  taken: number
  /** How many labels the last one used; 0 before the first. */
  labels: number
  /** Time of the newest label it used; 0 before the first. */
  through: number
}

export const NO_LOOKS: Looks = { taken: 0, labels: 0, through: 0 }

/**
 * The confidence of the k-th look, k = 1, 2, …: it may spend (1 - confidence) / (k (k + 1)), which sums to 1 - confidence
 * over all looks there will ever be (Lan and DeMets 1983, "Discrete sequential boundaries", with this spending function).
 */
export function confidenceOfLook(look: number, confidence: number): number {
  return 1 - (1 - confidence) / (look * (look + 1))
}

/**
 * How many labels there must be for the next look: as many new ones as the last look used, so that while none leave they
 * double. Fewer, larger steps spend less: in simulations doubling showed a threshold sooner than steps of a half. It depends on times and numbers alone, never on what was right:
 * a look taken because the last labels went well would not be covered by the theorem.
 * @param outcomes those that count now, oldest label first
 */
export function labelsForNextLook(outcomes: readonly DatedOutcome[], before: Looks, promise: AnswerPromise): number {
  const known = outcomes.filter(({ at }) => at <= before.through).length
  const least = casesNeeded(promise.risk, confidenceOfLook(before.taken + 1, promise.confidence))
  return Math.max(least, known + before.labels)
}

/**
 * The next look at labels that keep coming, or undefined while there are too few for one. It uses exactly as many labels
 * as it was due at, the oldest, so that what it finds does not depend on when somebody happened to run it.
 *
 * Each look is `solveAnswerThreshold` with the confidence of its number, so by the union bound
 * P(any threshold that is ever shown breaks the promise) <= 1 - confidence, however many looks there are.
 * @param outcomes those that count now, oldest label first
 */
export function lookAgain(
  outcomes: readonly DatedOutcome[],
  before: Looks,
  promise: AnswerPromise,
): { looks: Looks; guarantee: AnswerGuarantee } | undefined {
  const due = labelsForNextLook(outcomes, before, promise)
  if (outcomes.length < due) return undefined
  const used = outcomes.slice(0, due)
  const taken = before.taken + 1
  return {
    looks: { taken, labels: due, through: used.at(-1)?.at ?? 0 },
    guarantee: solveAnswerThreshold(used, { ...promise, confidence: confidenceOfLook(taken, promise.confidence) }),
  }
}
