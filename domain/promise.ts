/** Something the company said it would do for a customer. It belongs to the conversation, whoever serves it. */
export interface CompanyPromise {
  id: string
  customerId: string
  conversationId: string
  /** The handover at which it was made. */
  escalationId: string
  /** `answer`: a person answers. */
  kind: 'answer'
  /** All times are epoch milliseconds. */
  madeAt: number
  /** Kept in time until this moment, included. */
  dueAt: number
  /** How the customer wants to be reached, if they said: an e-mail address or a phone number, or both. */
  contact?: string
  /** When it was done. */
  keptAt?: number
  /** When it was noted that it was not done in time; it may be done late all the same. */
  brokenAt?: number
  /** When there was nothing left to do: undone, and nobody waits for it any more. */
  endedAt?: number
}

export type PromiseState = 'open' | 'overdue' | 'kept' | 'late' | 'withdrawn'

/** How a promise stands at `now`; `late`: kept, but after it was due. */
export function promiseState(
  { dueAt, keptAt, endedAt }: Pick<CompanyPromise, 'dueAt' | 'keptAt' | 'endedAt'>,
  now: number,
): PromiseState {
  if (keptAt !== undefined) return keptAt > dueAt ? 'late' : 'kept'
  if (endedAt !== undefined) return 'withdrawn'
  return now > dueAt ? 'overdue' : 'open'
}

/** Somebody still has to do it, in time or late. */
export function isToBeKept({ keptAt, endedAt }: Pick<CompanyPromise, 'keptAt' | 'endedAt'>): boolean {
  return keptAt === undefined && endedAt === undefined
}
