import { type CompanyPromise, type Conversation, expectedAt, HOUR_MS, isToBeKept } from '../../domain/index.ts'
import type { ConversationCommit } from '../../store/index.ts'
import { momentInWords } from '../hours/index.ts'
import type { Policy } from '../policy/index.ts'
import { ConversationDraft, type DraftContext } from '../turn/draft.ts'
import { PROMISE_WORDS } from './words.ts'

/**
 * What is due because time has passed: apologies for what is late, one question of what only the customer can tell, and
 * giving up those that they have not answered. Each once, however often somebody looks. That a promise is broken is noted
 * when the commit is settled.
 *
 * @param made the promises of the conversation
 * @param timeZone of the clock by which the customer is told times
 */
export function passingTime(
  conversation: Conversation,
  made: readonly CompanyPromise[],
  policy: Policy['promises'],
  timeZone: string,
  context: DraftContext,
): ConversationCommit {
  const draft = new ConversationDraft(conversation, context)
  const { language } = conversation
  const words = PROMISE_WORDS[language]
  const inWords = (at: number) => momentInWords(at, timeZone, language)
  for (const promise of made.filter(isToBeKept)) {
    const expected = expectedAt(promise)
    const isLate = promise.toldBy === 'staff' && context.now > expected && promise.apologisedAt === undefined
    if (isLate && policy.apologise) {
      const { what, kind } = promise
      const isAnswer = kind === 'answer' && what === undefined
      const text = isAnswer ? words.answerLate(inWords(expected)) : words.deedLate(what ?? '', inWords(expected))
      draft.say('system', { text, body: { kind: 'notice', code: 'promise-late' } })
      draft.promise({ ...promise, apologisedAt: context.now })
    }
    if (promise.toldBy !== 'customer') continue
    if (promise.askedAt !== undefined) {
      const waitedMs = context.now - promise.askedAt
      if (waitedMs <= policy.askedForHours * HOUR_MS) continue
      draft.promise({ ...promise, endedAt: context.now, unknown: true })
      forget(draft, promise.id)
    } else if (context.now > expected && mayAsk(draft.conversation)) {
      draft.conversation = {
        ...draft.conversation,
        state: { ...draft.conversation.state, askedPromise: promise.id },
      }
      const text = words.question(promise.what ?? '', inWords(expected))
      const choices: [string, string] = [words.yes, words.no]
      draft.say('bot', { text, body: { kind: 'promise-question', promiseId: promise.id, choices } })
      draft.promise({ ...promise, askedAt: context.now })
    }
  }
  return draft.finish()
}

/** Not while a person speaks with the customer, nor while another question is open. */
function mayAsk({ owner, state }: Conversation): boolean {
  return (owner === 'bot' || owner === 'closed') && state.askedPromise === undefined
}

/** The question is closed: what the customer writes from now on is no answer to it. */
export function forget(draft: ConversationDraft, promiseId: string): void {
  const { askedPromise, ...state } = draft.conversation.state
  if (askedPromise === promiseId) draft.conversation = { ...draft.conversation, state }
}
