import { type CompanyPromise, HOUR_MS, isToBeKept, type Language, localize, type Need } from '../../domain/index.ts'
import { addOpenTime, momentInWords, zoneOf } from '../hours/index.ts'
import { hoursOf, type Policy, queueFor } from '../policy/index.ts'
import { PROMISE_WORDS } from './words.ts'

/** A promise of the pack that holds from now on, or still holds, with the words that tell the customer so. */
export interface PackPromised {
  promise: CompanyPromise
  /** It is made now. */
  isNew: boolean
  noted: string
}

/**
 * What the company promises by an answer of its pack. The same promise is not made twice in a conversation while it stands:
 * its time is not put off.
 *
 * @param from the moment that it holds from: the answer is given, or the customer who had it is handed over
 * @param made the promises of the conversation
 * @param seq of the message that says it
 * @returns undefined where the answer promises nothing from this moment on, or no time can be found for it
 */
export function packPromise(
  need: Need,
  from: 'answer' | 'handover',
  of: { customerId: string; conversationId: string; language: Language; seq: number; escalationId?: string },
  made: readonly CompanyPromise[],
  { policy, timeZone }: { policy: Pick<Policy, 'queues' | 'hours'>; timeZone: string },
  { now, newId }: { now: number; newId(): string },
): PackPromised | undefined {
  const declared = need.answer.promise
  if (!declared || (declared.from ?? 'answer') !== from) return undefined
  const { language, ...rest } = of
  const queue = queueFor(policy.queues, need.name)
  const hours = hoursOf(policy, queue)
  const noted = ({ what = '', dueAt }: CompanyPromise) =>
    PROMISE_WORDS[language].noted(what, momentInWords(dueAt, zoneOf(hours, timeZone), language))
  const standing = made.find((promise) => isToBeKept(promise) && isOf(promise, need.name))
  if (standing) return { promise: standing, isNew: false, noted: noted(standing) }
  const workMs = declared.withinHours * HOUR_MS
  const dueAt = declared.hours === 'open' ? addOpenTime(hours, timeZone, now, workMs) : now + workMs
  if (dueAt === undefined) return undefined
  const promise: CompanyPromise = {
    ...rest,
    id: newId(),
    kind: 'deed',
    what: localize(declared.what, language),
    madeBy: { kind: 'pack', need: need.name },
    queue,
    toldBy: declared.toldBy ?? 'staff',
    madeAt: now,
    dueAt,
  }
  return { promise, isNew: true, noted: noted(promise) }
}

function isOf({ madeBy }: CompanyPromise, need: string): boolean {
  return madeBy.kind === 'pack' && madeBy.need === need
}
