import type { CompanyPromise, Conversation, TrustEvent } from '../../domain/index.ts'
import { expectedAt, isToBeKept } from '../../domain/index.ts'
import type { ConversationCommit } from '../../store/index.ts'
import type { Policy } from '../policy/index.ts'
import type { Inbound } from '../turn/conversation-service.ts'
import { ConversationDraft, type DraftContext } from '../turn/draft.ts'
import { forget } from './passing-time.ts'
import { type PromiseChange, promiseRows } from './promise-trust.ts'
import { PROMISE_WORDS } from './words.ts'

/** Words that answer yes or no and nothing else, as they are typed beside the buttons; `1` and `2` number these on some channels. */
const YES = new Set([
  'yes',
  'y',
  'yep',
  'yeah',
  'yes it has',
  'it has',
  '1',
  '是',
  '是的',
  '对',
  '有',
  '做到了',
  '已做到',
])
const NO = new Set([
  'no',
  'n',
  'nope',
  'no not yet',
  'not yet',
  '2',
  '否',
  '不是',
  '没有',
  '还没有',
  '没',
  '还没',
  '没做到',
])

/**
 * Whether a message says that what was promised has happened.
 * @returns undefined for everything that is not plainly yes or no: that is an ordinary message
 */
export function readHappened(text: string): boolean | undefined {
  const said = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
  if (YES.has(said)) return true
  return NO.has(said) ? false : undefined
}

/**
 * The customer says what became of a promise that only they can tell of. It does not reopen the conversation. Kept counts
 * as kept in time, for they are asked at that time; not kept is broken, and goes to staff, who can still do it.
 *
 * @param promise the one that they were asked about
 * @returns undefined where there is nothing to say of it any more
 */
export function customerSays(
  conversation: Conversation,
  inbound: Inbound,
  promise: CompanyPromise,
  hasHappened: boolean,
  ledger: readonly TrustEvent[],
  policy: Policy['trust'],
  context: DraftContext,
): ConversationCommit | undefined {
  if (!isToBeKept(promise) || promise.askedAt === undefined) return undefined
  const draft = new ConversationDraft(conversation, context)
  draft.receivedFrom(inbound)
  const { clientId, customer } = inbound
  const author = { authorId: customer.id, ...(clientId !== undefined && { clientId }) }
  const body = { kind: 'promise-response', promiseId: promise.id, hasHappened } as const
  draft.say('customer', { text: inbound.text, body }, author)
  const change = said(promise, hasHappened, context.now)
  draft.promise(change.after)
  draft.trust(...promiseRows([change], conversation, ledger, policy, context))
  forget(draft, promise.id)
  const words = PROMISE_WORDS[conversation.language]
  if (hasHappened) draft.say('bot', { text: words.thanks, body: { kind: 'notice', code: 'promise-thanks' } })
  else draft.say('bot', { text: words.notKept, body: { kind: 'clarification', options: [], offersPerson: true } })
  return draft.finish()
}

function said(before: CompanyPromise, hasHappened: boolean, now: number): PromiseChange {
  if (!hasHappened) return { before, after: { ...before, toldBy: 'staff', brokenAt: now, apologisedAt: now } }
  // It was moved, so what the customer confirms is the later time: the first one was not kept.
  const keptAt = expectedAt(before)
  const isLate = keptAt > before.dueAt
  return { before, after: { ...before, keptAt, ...(isLate && { brokenAt: now }) } }
}
