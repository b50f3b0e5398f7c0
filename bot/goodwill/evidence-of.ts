import { type ComplaintRecord, honesty } from '../../analytics/index.ts'
import { type CompanyPromise, type Conversation, DAY_MS } from '../../domain/index.ts'
import type { Complaint, Store } from '../../store/index.ts'
import type { GoodwillPolicy } from '../policy/index.ts'
import type { Trigger } from './trigger-of.ts'

const YEAR_MS = 365 * DAY_MS

/**
 * How likely what calls for goodwill is honest, 0..1. What staff or the clock say of a promise is the company's own word: 1. What
 * only the customer says - a rating, or that a promise was not kept - is weighed by the record.
 */
export async function honestyOf(
  trigger: Trigger,
  { state, customerId }: Pick<Conversation, 'state' | 'customerId'>,
  store: Pick<Store, 'goodwill' | 'surveys' | 'escalations' | 'promises'>,
  policy: GoodwillPolicy['badRating'],
): Promise<number> {
  if ('loyal' in trigger) return 1
  if ('promise' in trigger && isBrokenByRecord(trigger.promise)) return 1
  const { conversationId, at } = trigger
  const [made, complaints] = await Promise.all([
    store.promises.ofCustomer(customerId),
    store.goodwill.complaints(customerId, at - YEAR_MS, policy.atMost),
  ])
  const rated = 'surveyId' in trigger ? await aboutRating(trigger.surveyId, store) : undefined
  const gapAtEnd = rated?.gap ?? state.gap?.value
  const isHere = (promise: CompanyPromise) => promise.conversationId === conversationId && isBrokenByRecord(promise)
  const record: ComplaintRecord = {
    ...(gapAtEnd !== undefined && { gapAtEnd }),
    refusals: state.refusals,
    ...(rated?.unresolved !== undefined && { unresolved: rated.unresolved }),
    promiseBroken: made.some(isHere),
    earlier: earlier(
      complaints.filter(({ surveyId }) => !('surveyId' in trigger) || surveyId !== trigger.surveyId),
      made.filter(
        (promise) => isBrokenByWord(promise, at) && !('promise' in trigger && promise.id === trigger.promise.id),
      ),
    ),
  }
  return honesty(record, policy)
}

async function aboutRating(
  surveyId: string,
  store: Pick<Store, 'surveys' | 'escalations'>,
): Promise<{ gap?: number | undefined; unresolved?: boolean }> {
  const survey = await store.surveys.get(surveyId)
  const gap = survey?.gap
  if (survey?.about.kind !== 'agent') return { gap }
  const outcome = (await store.escalations.get(survey.about.escalationId))?.outcome
  return { gap, ...(outcome !== undefined && { unresolved: outcome === 'unresolved' }) }
}

function earlier(
  complaints: readonly Complaint[],
  brokenByWord: readonly CompanyPromise[],
): ComplaintRecord['earlier'] {
  const confirmed = complaints.filter(({ verdict, promiseBroken }) => verdict === 'unresolved' || promiseBroken)
  return { complaints: complaints.length + brokenByWord.length, confirmed: confirmed.length }
}

function isBrokenByRecord({ askedAt, brokenAt }: CompanyPromise): boolean {
  return brokenAt !== undefined && askedAt === undefined
}

/**
 * Broken because the customer says so, within the last year. Told by whether they were asked: what they say is not done is
 * told by staff from then on.
 */
function isBrokenByWord({ askedAt, brokenAt }: CompanyPromise, now: number): boolean {
  return askedAt !== undefined && brokenAt !== undefined && brokenAt > now - YEAR_MS
}
