import { type CompanyPromise, type Entity, type Escalation, HOUR_MS, promiseState } from '../../domain/index.ts'
import { addOpenTime } from '../hours/index.ts'
import type { Policy } from '../policy/index.ts'
import { contactIn } from './contact-in.ts'

/**
 * What a customer is promised who is handed over while nobody is there: that a person answers within so much open time.
 * A promise of the conversation that can still be kept stands, so that its time is not put off.
 *
 * @param made the promises of the conversation so far
 * @param entities named in the message that led to the handover: a way to reach the customer may be among them
 * @param hours of the escalation's queue
 * @returns undefined when nobody knows when somebody is back
 */
export function promiseAnswer(
  { id, customerId, conversationId, queue }: Pick<Escalation, 'id' | 'customerId' | 'conversationId' | 'queue'>,
  made: readonly CompanyPromise[],
  entities: readonly Entity[],
  hours: Policy['hours'],
  companyTimeZone: string,
  { now, newId }: { now: number; newId(): string },
): CompanyPromise | undefined {
  const contact = contactIn(entities)
  const reached = contact !== undefined && { contact }
  const standing = made.find((promise) => promise.kind === 'answer' && promiseState(promise, now) === 'open')
  if (standing) return { ...standing, ...reached }
  const dueAt = addOpenTime(hours, companyTimeZone, now, hours.answerWithinHours * HOUR_MS)
  if (dueAt === undefined) return undefined
  const answer = { kind: 'answer', madeBy: { kind: 'bot' }, toldBy: 'staff', madeAt: now, dueAt } as const
  return { id: newId(), customerId, conversationId, escalationId: id, queue, ...answer, ...reached }
}
