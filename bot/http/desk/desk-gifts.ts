import { DAY_MS, type Treatment } from '../../../domain/index.ts'
import type { DeskEscalation } from '../api.ts'

/** What was given longer ago is not news for an agent. */
export const GIFTS_SHOWN_MS = 180 * DAY_MS

/** Of what any customers were given, the latest first, what the desk shows of one of them. */
export function deskGiftsOf(customerId: string, given: readonly Treatment[]): Pick<DeskEscalation, 'gifts'> {
  const gifts = given
    .filter((one) => one.customerId === customerId)
    .map(({ gift, reason, at }) => ({ gift, when: reason, at }))
  return gifts.length === 0 ? {} : { gifts }
}
