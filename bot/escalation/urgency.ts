import { type Escalation, MINUTE_MS } from '../../domain/index.ts'
import type { Policy } from '../policy/index.ts'

/**
 * How urgent a waiting customer is: what it was at the handover, and what waiting has added. As waiting adds the same for
 * everybody, the order of two customers stays as it is, and nobody who comes later overtakes for ever.
 *
 * @param now epoch milliseconds
 * @returns 0 or more
 */
export function urgency(
  { priority, queuedAt }: Pick<Escalation, 'priority' | 'queuedAt'>,
  { waitingMinute }: Pick<Policy['routing']['urgency'], 'waitingMinute'>,
  now: number,
): number {
  return priority + (waitingMinute * Math.max(0, now - queuedAt)) / MINUTE_MS
}

/**
 * What speaks for a customer's turn before they have waited at all.
 * @param trust 0..1
 * @param goodwill what they were given as goodwill adds to it, 0 or more
 */
export function priorityAtHandover(
  { gap, reasons, follows }: Pick<Escalation, 'gap' | 'reasons' | 'follows'>,
  trust: number,
  weights: Policy['routing']['urgency'],
  goodwill = 0,
): number {
  const forReasons = reasons.reduce((sum, reason) => sum + (weights.reasons[reason] ?? 0), 0)
  const forPassing = follows === undefined ? 0 : weights.passedOn
  return weights.gap * gap + weights.lostTrust * (1 - trust) + forPassing + forReasons + goodwill
}
