import { DAY_MS, type Escalation, type Treatment } from '../../domain/index.ts'

type Begun = Pick<Escalation, 'queuedAt'>

/**
 * The gift that puts a handover ahead which begins now: one that an earlier handover of the conversation made use of, so that
 * who is sent back or comes back does not lose their place; else one that nobody has used yet.
 * @param handovers of the conversation, so far
 * @param days for which a priority stands after it was given
 * @param now epoch milliseconds
 */
export function priorityOf(
  treatments: readonly Treatment[],
  handovers: readonly Begun[],
  days: number,
  now: number,
): Treatment | undefined {
  const unused = treatments.find((gift) => stands(gift, days, now) && gift.usedAt === undefined)
  return keptPriority(treatments, handovers, days, now) ?? unused
}

/**
 * The gift that a handover of the conversation made use of, and that stood when a handover began.
 * @param begunAt when the one began that is passed on, epoch milliseconds: however long it takes, it keeps what it had
 */
export function keptPriority(
  treatments: readonly Treatment[],
  handovers: readonly Begun[],
  days: number,
  begunAt: number,
): Treatment | undefined {
  // A gift is used in the transaction in which its handover begins.
  const begun = new Set(handovers.map(({ queuedAt }) => queuedAt).filter((at) => at <= begunAt))
  return treatments.find((gift) => stands(gift, days, begunAt) && gift.usedAt !== undefined && begun.has(gift.usedAt))
}

function stands({ gift, state, at }: Treatment, days: number, now: number): boolean {
  return gift === 'priority' && state === 'given' && at >= now - days * DAY_MS
}
