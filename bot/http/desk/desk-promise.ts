import { type CompanyPromise, isToBeKept, promiseState } from '../../../domain/index.ts'
import { customerName } from '../../escalation/customer-name.ts'
import type { DeskPromise } from '../api.ts'

/** A promise as the desk shows it. `name`: the customer's, if the channel gives one. */
export function deskPromise(promise: CompanyPromise, name: string | undefined, now: number): DeskPromise {
  const { id, conversationId, customerId, kind, dueAt, contact } = promise
  return {
    id,
    conversationId,
    customerName: customerName(name, customerId),
    kind,
    dueAt,
    ...(contact !== undefined && { contact }),
    overdue: promiseState(promise, now) === 'overdue',
  }
}

/** Of any promises those to one customer that are still to be kept, in whichever conversation they were made, the first due first. */
export function deskPromisesOf(
  customerId: string,
  promises: readonly CompanyPromise[],
  name: string | undefined,
  now: number,
): DeskPromise[] {
  return promises
    .filter((promise) => promise.customerId === customerId && isToBeKept(promise))
    .sort((a, b) => a.dueAt - b.dueAt)
    .map((promise) => deskPromise(promise, name, now))
}
