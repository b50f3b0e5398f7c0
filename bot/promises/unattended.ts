import type { Absence, CompanyPromise, Entity, Escalation, Language } from '../../domain/index.ts'
import { absenceOf, type Staff } from '../escalation/absence-of.ts'
import { momentInWords } from '../hours/index.ts'
import { hoursOf } from '../policy/index.ts'
import type { Mind } from '../turn/mind.ts'
import { promiseAnswer } from './promise-answer.ts'

/** Nobody is there for a customer, and what they are promised, if anything can be. */
export interface Unattended {
  absence: Absence
  promise?: CompanyPromise
  /** Times are told by this clock. */
  timeZone: string
}

/**
 * Whether a customer who is handed over, or waits, finds nobody there.
 *
 * @param made the promises of the conversation so far
 * @param entities named in the message that led to it
 * @returns undefined when somebody is there
 */
export function unattended(
  escalation: Escalation,
  staff: Staff,
  made: readonly CompanyPromise[],
  entities: readonly Entity[],
  { policy, pack }: Pick<Mind, 'policy' | 'pack'>,
  context: { now: number; newId(): string },
): Unattended | undefined {
  const { queue, language } = escalation
  const absence = absenceOf(queue, language, staff, policy, pack.timeZone, context.now)
  if (!absence) return undefined
  const hours = hoursOf(policy, queue)
  const promise = promiseAnswer(escalation, made, entities, hours, pack.timeZone, context)
  return { absence, timeZone: hours.timeZone ?? pack.timeZone, ...(promise && { promise }) }
}

/** What the customer is told of it, in words; undefined is what nobody knows. */
export interface AbsenceInWords {
  /** When somebody is back. */
  back: string | undefined
  /** Until when a person answers. */
  by: string | undefined
  /** How the customer can be reached, if they have said it. */
  contact: string | undefined
}

export function absenceInWords({ absence, promise, timeZone }: Unattended, language: Language): AbsenceInWords {
  const inWords = (at: number | undefined) => (at === undefined ? undefined : momentInWords(at, timeZone, language))
  return { back: inWords(absence.backAt), by: inWords(promise?.dueAt), contact: promise?.contact }
}
