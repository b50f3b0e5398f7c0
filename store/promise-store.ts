import type { Channel, CompanyPromise, PromiseState } from '../domain/index.ts'
import type { Period } from './period.ts'

/**
 * Promises due in one of several periods (`position` in the list), by whose word it was. Only those there are. `untold`: of the
 * overdue those that only the customer can tell of, who has not.
 */
export type PromiseCount = { position: number; madeBy: CompanyPromise['madeBy'] } & Record<
  PromiseState | 'untold',
  number
>

export interface PromiseStore {
  /** Still to be kept, in time or late; the first due first. */
  open(limit: number): Promise<CompanyPromise[]>
  get(id: string): Promise<CompanyPromise | undefined>
  /**
   * Still to be kept, with something to do since their time has passed; the first due first. What staff keep is to be noted
   * as broken and, if the company `apologises`, excused after the time that the customer expects; of what the customer can
   * tell they are to be asked while no person speaks with them, and given up when they were asked before `askedBefore`.
   */
  overdue(at: { now: number; askedBefore: number; apologises: boolean }, limit: number): Promise<CompanyPromise[]>
  /** Still to be kept by somebody who was not reminded, and due before a moment; the first due first. */
  toRemind(before: number, limit: number): Promise<CompanyPromise[]>
  /** The oldest first. */
  ofConversation(conversationId: string): Promise<CompanyPromise[]>
  /** The oldest first. */
  ofCustomer(customerId: string): Promise<CompanyPromise[]>
  /** How many were due in each period, by what has become of them at `now` and whose word it was. Ordered by period. `channel` undefined: all. */
  counts(periods: Period[], now: number, channel?: Channel): Promise<PromiseCount[]>
}
