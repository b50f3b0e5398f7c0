import type { DeskPromise, Language } from '../../bot/http/api.ts'
import { dateTime } from '../shared/numbers.ts'
import { promiseWords, STAFF_PROMISE_WORDS } from '../shared/promise-words.ts'
import type { DeskWords } from './words/en.ts'

/** What was promised, until when, and who sees to it. */
export function PromiseLine(props: { promise: DeskPromise; language: Language; words: DeskWords; now: number }) {
  const { promise, language, now } = props
  const words = props.words.promise
  const { dueAt, movedTo, owner, mine, overdue } = promise
  const inWords = (at: number) => dateTime(at, language, now)
  return (
    <>
      <span class="promise-what">{promiseWords(promise, STAFF_PROMISE_WORDS[language])}</span>
      <span class="promise-due">
        {overdue ? words.overdue(inWords(dueAt)) : words.due(inWords(dueAt))}
        {promise.reminded && !overdue && ` · ${words.soon}`}
      </span>
      <span class="note">
        {[
          movedTo === undefined ? '' : words.movedTo(inWords(movedTo)),
          mine ? words.ownerMe : owner ? words.owner(owner.name) : words.ownerNobody,
          words.saidBy[promise.madeBy],
          promise.toldBy === 'customer' ? (promise.asked ? words.asked : words.toldByCustomer) : '',
          promise.contact === undefined ? '' : `${words.contact} ${promise.contact}`,
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </span>
    </>
  )
}
