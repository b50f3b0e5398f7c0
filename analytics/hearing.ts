import { wilsonInterval } from './interval.ts'

/** A rule of which agents take fewer proposals than this share costs more attention than it finds. */
export const WORTH_PROPOSING = 0.25

/**
 * Whether a rule that hears promises goes on to propose them: until it is shown, with 95 % confidence (Wilson), that agents
 * take fewer than a quarter. None of 11 may be chance; none of 12 is not.
 * @param taken 0..proposed: accepted or changed
 */
export function isWorthProposing(taken: number, proposed: number): boolean {
  return wilsonInterval(taken, proposed).high >= WORTH_PROPOSING
}
