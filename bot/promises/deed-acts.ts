import {
  type Agent,
  CandorError,
  type CompanyPromise,
  type Conversation,
  expectedAt,
  isToBeKept,
  type TrustEvent,
} from '../../domain/index.ts'
import type { ConversationCommit } from '../../store/index.ts'
import { momentInWords } from '../hours/index.ts'
import type { Policy } from '../policy/index.ts'
import { ConversationDraft, type DraftContext } from '../turn/draft.ts'
import { forget } from './passing-time.ts'
import type { NewDeed } from './promise-acts.ts'
import { promiseRows } from './promise-trust.ts'
import { PROMISE_WORDS, type PromiseWords } from './words.ts'

/** What an act on a promise meets. */
export interface DeedAround {
  ledger: readonly TrustEvent[]
  policy: Policy['trust']
  /** Of the clock by which the customer is told times. */
  timeZone: string
}

/** Notes what an agent has promised, and tells the customer until when. What their message has just said is not pushed again. */
export function makeDeed(
  conversation: Conversation,
  agent: Agent,
  { what, dueAt, seq, toldBy = 'staff' }: NewDeed,
  queue: string,
  timeZone: string,
  context: DraftContext,
): { commit: ConversationCommit; promise: CompanyPromise } {
  const draft = new ConversationDraft(conversation, context)
  const { language, escalationId } = conversation
  const promise: CompanyPromise = {
    id: context.newId(),
    customerId: conversation.customerId,
    conversationId: conversation.id,
    ...(escalationId !== undefined && { escalationId }),
    kind: 'deed',
    what,
    madeBy: { kind: 'agent', agentId: agent.id },
    seq: seq ?? draft.nextSeq,
    ownerId: conversation.agentId ?? agent.id,
    queue,
    toldBy,
    madeAt: context.now,
    dueAt,
  }
  draft.promise(promise)
  const text = PROMISE_WORDS[language].noted(what, momentInWords(dueAt, timeZone, language))
  draft.say('system', { text, body: { kind: 'notice', code: 'promise-noted' } }, { quiet: seq !== undefined })
  return { commit: draft.finish(), promise }
}

/** It is done, in time or late. */
export function deedDone(
  conversation: Conversation,
  promise: CompanyPromise,
  around: DeedAround,
  context: DraftContext,
): ConversationCommit {
  checkOpen(promise)
  const { now } = context
  const isLate = now > promise.dueAt
  const isBroken = isLate && promise.brokenAt === undefined
  const after = { ...promise, keptAt: now, ...(isBroken && { brokenAt: now }) }
  return told(conversation, promise, after, 'promise-done', (words, what) => words.done(what, isLate), around, context)
}

/** Somebody was mistaken: it is not done. Where its time has passed meanwhile, it is broken. */
export function deedNotDone(
  conversation: Conversation,
  promise: CompanyPromise,
  around: DeedAround,
  context: DraftContext,
): ConversationCommit {
  const { keptAt, ...open } = promise
  if (keptAt === undefined) throw new CandorError('PROMISE_CHANGED')
  const isBroken = context.now > promise.dueAt && promise.brokenAt === undefined
  // They are told so in this message.
  const after = { ...open, ...(isBroken && { brokenAt: context.now, apologisedAt: context.now }) }
  return told(conversation, promise, after, 'promise-undone', (words, what) => words.undone(what), around, context)
}

/** It will not be done any more. On the company's own wish that is a broken word, however early it is said. */
export function withdrawDeed(
  conversation: Conversation,
  promise: CompanyPromise,
  { reason, wish }: { reason: string; wish: 'customer' | 'company' },
  around: DeedAround,
  context: DraftContext,
): ConversationCommit {
  checkOpen(promise)
  const isBroken = wish === 'company' && promise.brokenAt === undefined
  const after = { ...promise, endedAt: context.now, ...(isBroken && { brokenAt: context.now }) }
  const say = (words: PromiseWords, what: string) =>
    wish === 'company' ? words.withdrawn(what, reason) : words.dropped(what)
  return told(conversation, promise, after, 'promise-withdrawn', say, around, context)
}

/** It takes longer: the customer is told until when. The first time goes on to decide whether it was kept. */
export function moveDeed(
  conversation: Conversation,
  promise: CompanyPromise,
  to: number,
  around: DeedAround,
  context: DraftContext,
): ConversationCommit {
  checkOpen(promise)
  if (to <= promise.dueAt) {
    const mend = 'Name a time after the first one; what is done sooner is marked as done.'
    throw new CandorError('BODY_INVALID', { problem: 'that is not later than what was promised', mend })
  }
  const { remindedAt: _, apologisedAt: __, askedAt, ...rest } = promise
  // What they have answered stays on the record; what only they can tell they are asked again.
  const asked = promise.toldBy === 'staff' && askedAt !== undefined && { askedAt }
  const inWords = (at: number) => momentInWords(at, around.timeZone, conversation.language)
  const say = (words: PromiseWords, what: string) => words.moved(what, inWords(expectedAt(promise)), inWords(to))
  return told(conversation, promise, { ...rest, ...asked, movedTo: to }, 'promise-moved', say, around, context)
}

/** Another agent sees to it from now on. The customer need not know. */
export function takeDeed(
  conversation: Conversation,
  promise: CompanyPromise,
  agent: Agent,
  context: DraftContext,
): ConversationCommit {
  checkOpen(promise)
  const draft = new ConversationDraft(conversation, context)
  const { remindedAt: _, ...rest } = promise
  draft.promise({ ...rest, ownerId: agent.id })
  return draft.finish()
}

type Told = 'promise-done' | 'promise-undone' | 'promise-withdrawn' | 'promise-moved'

function told(
  conversation: Conversation,
  before: CompanyPromise,
  after: CompanyPromise,
  code: Told,
  say: (words: PromiseWords, what: string) => string,
  { ledger, policy }: DeedAround,
  context: DraftContext,
): ConversationCommit {
  const draft = new ConversationDraft(conversation, context)
  draft.promise(after)
  draft.trust(...promiseRows([{ before, after }], conversation, ledger, policy, context))
  const text = say(PROMISE_WORDS[conversation.language], before.what ?? '')
  draft.say('system', { text, body: { kind: 'notice', code } })
  forget(draft, before.id)
  return draft.finish()
}

function checkOpen(promise: CompanyPromise): void {
  if (isToBeKept(promise)) return
  const state = promise.keptAt === undefined ? 'taken back' : 'done'
  throw new CandorError('PROMISE_SETTLED', { state })
}
