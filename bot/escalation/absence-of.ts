import type { Absence, Agent, Language, Presence } from '../../domain/index.ts'
import { absenceAt } from '../hours/index.ts'
import { hoursOf, type Policy } from '../policy/index.ts'
import { staffAt, suitableStaff } from './routing/staff.ts'

/** Everybody who works for the company, and who of them is at the desk. */
export interface Staff {
  people: readonly Agent[]
  presences: readonly Presence[]
}

/**
 * Whether a customer of a queue finds nobody there: outside its hours, or because nobody who could take them is at the desk.
 * Managers take nobody.
 *
 * @param now epoch milliseconds
 * @returns undefined when somebody is there; without `backAt` when nobody knows when somebody will be
 */
export function absenceOf(
  queue: string,
  language: Language,
  { people, presences }: Staff,
  policy: Pick<Policy, 'queues' | 'hours'>,
  companyTimeZone: string,
  now: number,
): Absence | undefined {
  const closed = absenceAt(hoursOf(policy, queue), companyTimeZone, now)
  if (closed) return closed
  const suitable = suitableStaff(staffAt(people, presences, [], now), { language, queue })
  return suitable.some(({ present }) => present) ? undefined : {}
}
