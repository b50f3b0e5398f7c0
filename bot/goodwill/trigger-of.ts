import type { CompanyPromise } from '../../domain/index.ts'
import type { ConversationCommit } from '../../store/index.ts'
import type { GoodwillPolicy } from '../policy/index.ts'
import type { GoodwillTrigger } from './goodwill-for.ts'

/** What a commit does that may call for goodwill, with what it is about. */
export type Trigger = GoodwillTrigger & ({ promise: CompanyPromise } | { surveyId: string } | { loyal: true })

/**
 * The reason for goodwill in a commit: a promise that it breaks, else a bad rating that it takes. Undefined in nearly every
 * commit, and where no rule is written for it.
 * @param now of the commit, epoch milliseconds
 */
export function triggerOf(
  { conversation, promises, response }: ConversationCommit,
  { rules, badRating }: Pick<GoodwillPolicy, 'rules' | 'badRating'>,
  now: number,
): Trigger | undefined {
  const asked = new Set(rules.map(({ when }) => when))
  const at = { conversationId: conversation.id, at: now }
  const broken = promises?.find(({ brokenAt }) => brokenAt === now)
  if (broken && asked.has('promise-broken')) {
    return { ...at, reason: 'promise-broken', cause: `promise:${broken.id}`, promise: broken }
  }
  if (!response?.rating || response.rating > badRating.atMost || !asked.has('bad-rating')) return undefined
  return { ...at, reason: 'bad-rating', cause: `survey:${response.surveyId}`, surveyId: response.surveyId }
}

/** A thank-you to a customer who has trusted the company for long: considered once a month. `month`: `YYYY-MM` */
export function loyalTrigger(conversationId: string, customerId: string, month: string, now: number): Trigger {
  return { conversationId, at: now, reason: 'loyal', cause: `loyal:${month}:${customerId}`, loyal: true }
}
