import type { ChatPromise, Language } from '../../bot/http/api.ts'
import { appointment } from '../shared/numbers.ts'
import { CUSTOMERS_PROMISE_WORDS, promiseWords } from '../shared/promise-words.ts'
import type { ChatWords } from './words/en.ts'

/** What the company has promised this customer, folded under one line; nothing where it has promised nothing. */
export function PromisesStrip(props: { promises: readonly ChatPromise[]; language: Language; words: ChatWords }) {
  const { promises, language } = props
  const words = props.words.promises
  const own = CUSTOMERS_PROMISE_WORDS[language]
  if (promises.length === 0) return null
  const open = promises.filter(({ state }) => state === 'open' || state === 'overdue').length
  return (
    <aside class="my-promises" aria-label={words.label}>
      <details>
        <summary>{words.title(open)}</summary>
        <ul
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
          tabIndex={0}
          aria-label={words.label}
        >
          {promises.map((promise) => (
            <li key={`${promise.madeAt} ${promise.dueAt} ${promise.what}`} data-state={promise.state}>
              <strong>{promiseWords(promise, own)}</strong>
              <span>
                {words.by(appointment(promise.dueAt, language))}
                {promise.movedTo !== undefined && ` ${words.movedTo(appointment(promise.movedTo, language))}`}
              </span>
              <span class="promise-state">{own.states[promise.state]}</span>
            </li>
          ))}
        </ul>
      </details>
    </aside>
  )
}
