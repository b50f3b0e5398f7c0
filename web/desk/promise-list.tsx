import type { DeskPromise, Language } from '../../bot/http/api.ts'
import { dateTime } from '../shared/numbers.ts'
import { problemWords } from '../shared/problem-words.ts'
import type { Reading } from './use-reading.ts'
import type { DeskWords } from './words/en.ts'

/** What the company has promised and not yet done, the first due first. */
export function PromiseList(props: {
  reading: Reading<{ promises: DeskPromise[] }>
  language: Language
  words: DeskWords
  /** The server's. */
  now: number
  onChoose: (conversationId: string) => void
}) {
  const { words, language } = props
  const { value, problem } = props.reading
  if (problem) return <p class="problem">{problemWords(problem, language)}</p>
  if (value?.promises.length === 0) return <p class="note">{words.promisesEmpty}</p>
  return (
    <ul class="lines">
      {value?.promises.map(({ id, conversationId, customerName, dueAt, contact, overdue }) => {
        const due = dateTime(dueAt, language, props.now)
        return (
          <li key={id} class="promise" data-overdue={overdue}>
            <button type="button" class="promise-open" onClick={() => props.onChoose(conversationId)}>
              <strong>{customerName}</strong>
              <span class="promise-due">{overdue ? words.promiseOverdue(due) : words.promiseDue(due)}</span>
              {contact !== undefined && (
                <span class="note">
                  {words.contact} {contact}
                </span>
              )}
            </button>
          </li>
        )
      })}
    </ul>
  )
}
