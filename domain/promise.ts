/** Whose word it is. `pack`: the answer to a need says so; `bot`: the bot said it of itself, for a handover while nobody is there. */
export type PromiseMaker = { kind: 'bot' } | { kind: 'pack'; need: string } | { kind: 'agent'; agentId: string }

/** Something the company said it would do for a customer. It belongs to the conversation, whoever serves it. */
export interface CompanyPromise {
  id: string
  customerId: string
  conversationId: string
  /** The handover at which it was made, if there was one. */
  escalationId?: string
  /** `answer`: a person answers, which the record shows by itself. `deed`: anything else; somebody says that it is done. */
  kind: 'answer' | 'deed'
  /** Of a deed: what was promised, in the customer's language. */
  what?: string
  madeBy: PromiseMaker
  /** `seq` of the message that says it. */
  seq?: number
  /** The agent who sees to it; while there is none it is everybody's in the queue. */
  ownerId?: string
  queue?: string
  /** Who can tell whether a deed was done: `staff` marks it; the `customer` is asked when it is due. */
  toldBy: 'staff' | 'customer'
  /** All times are epoch milliseconds. */
  madeAt: number
  /** Kept in time until this moment, included. The first time that was named: a later one does not undo what was said. */
  dueAt: number
  /** The time that the customer was told later, before or after the first one had passed. */
  movedTo?: number
  /** How the customer wants to be reached, if they said: an e-mail address or a phone number, or both. */
  contact?: string
  /** When the owner was reminded, before it was due. */
  remindedAt?: number
  /** When the customer was asked whether it was done. */
  askedAt?: number
  /** When the customer was told that it is late, with an apology. */
  apologisedAt?: number
  /** When it was done. */
  keptAt?: number
  /** When it was noted that it was not done in time; it may be done late all the same. */
  brokenAt?: number
  /** When there was nothing left to do: undone, and nobody waits for it any more. */
  endedAt?: number
  /** With `endedAt`: nobody can tell what became of it, so that it counts neither way. */
  unknown?: true
}

export const PROMISE_STATES = ['open', 'overdue', 'kept', 'late', 'broken', 'withdrawn', 'unknown'] as const
export type PromiseState = (typeof PROMISE_STATES)[number]

/** How a promise stands at `now`; `late`: kept, but after it was due; `broken`: not kept in time, and never will be. */
export function promiseState(
  { dueAt, keptAt, brokenAt, endedAt, unknown }: PromiseTimes & Pick<CompanyPromise, 'brokenAt' | 'unknown'>,
  now: number,
): PromiseState {
  if (keptAt !== undefined) return keptAt > dueAt ? 'late' : 'kept'
  if (endedAt === undefined) return now > dueAt ? 'overdue' : 'open'
  if (unknown) return 'unknown'
  return brokenAt === undefined ? 'withdrawn' : 'broken'
}

type PromiseTimes = Pick<CompanyPromise, 'dueAt' | 'keptAt' | 'endedAt'>

/** Until when the customer expects it now. */
export function expectedAt({ dueAt, movedTo }: Pick<CompanyPromise, 'dueAt' | 'movedTo'>): number {
  return movedTo ?? dueAt
}

/** Somebody still has to do it, in time or late. */
export function isToBeKept({ keptAt, endedAt }: Pick<CompanyPromise, 'keptAt' | 'endedAt'>): boolean {
  return keptAt === undefined && endedAt === undefined
}
