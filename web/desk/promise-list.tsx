import type { DeskPromise, Language } from '../../bot/http/api.ts'
import type { ApiClient } from '../shared/api-client.ts'
import { count, dateTime } from '../shared/numbers.ts'
import { problemWords } from '../shared/problem-words.ts'
import { useReading } from './use-reading.ts'
import type { DeskWords } from './words/en.ts'

const EVERY_MS = 30_000

/** What the company has promised and not yet done, the first due first. */
export function PromiseList(props: {
  api: ApiClient
  language: Language
  words: DeskWords
  clockOffsetMs: number
  onChoose: (conversationId: string) => void
}) {
  const { words, language } = props
  const { value, problem } = useReading<{ promises: DeskPromise[] }>(props.api, '/api/desk/promises', EVERY_MS)
  if (problem) return <p class="problem">{problemWords(problem, language)}</p>
  if (!value || value.promises.length === 0) return null
  return (
    <section class="promises" aria-labelledby="promises-title">
      <h2 id="promises-title">
        {words.promises} <span class="count">{count(value.promises.length, language)}</span>
      </h2>
      <ul>
        {value.promises.map((promise) => (
          <li key={promise.id} class="promise" data-overdue={promise.overdue}>
            <button type="button" class="promise-open" onClick={() => props.onChoose(promise.conversationId)}>
              <strong>{promise.customerName}</strong>
              <PromiseDue {...props} promise={promise} />
              {promise.contact !== undefined && (
                <span class="note">
                  {words.contact} {promise.contact}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function PromiseDue(props: { promise: DeskPromise; language: Language; words: DeskWords; clockOffsetMs: number }) {
  const { promise, language, words } = props
  const due = dateTime(promise.dueAt, language, Date.now() + props.clockOffsetMs)
  return <span class="promise-due">{promise.overdue ? words.promiseOverdue(due) : words.promiseDue(due)}</span>
}
