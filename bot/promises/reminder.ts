import { type CompanyPromise, expectedAt, isToBeKept, MINUTE_MS } from '../../domain/index.ts'
import { addOpenTime } from '../hours/index.ts'
import type { Policy } from '../policy/index.ts'

/**
 * Whether the owner of a promise is to be reminded now: so much open time before it is due, and before it is late. Who has
 * only just promised it is not.
 *
 * @param hours of the promise's queue
 * @param beforeMinutes open minutes; 0: never
 */
export function isReminderDue(
  promise: CompanyPromise,
  hours: Policy['hours'],
  companyTimeZone: string,
  beforeMinutes: number,
  now: number,
): boolean {
  if (beforeMinutes === 0 || !isToBeKept(promise) || promise.ownerId === undefined) return false
  if (promise.remindedAt !== undefined) return false
  const expected = expectedAt(promise)
  if (now >= expected) return false
  const reaches = (from: number) => {
    const then = addOpenTime(hours, companyTimeZone, from, beforeMinutes * MINUTE_MS)
    return then === undefined || then >= expected
  }
  return reaches(now) && !reaches(promise.madeAt)
}
