import type { DeskPromise, Language } from '../../bot/http/api.ts'
import { problemWords } from '../shared/problem-words.ts'
import { PromiseActButtons } from './promise-act-buttons.tsx'
import { PromiseLine } from './promise-line.tsx'
import type { DeskPromises } from './use-promises.ts'
import type { Reading } from './use-reading.ts'
import type { DeskWords } from './words/en.ts'

export type Whose = 'mine' | 'all'
const WHOSE: readonly Whose[] = ['mine', 'all']

/** What the company has promised and not yet done, the first due first, with what can be done about it. */
export function PromiseList(props: {
  reading: Reading<{ promises: DeskPromise[] }>
  whose: Whose
  onWhose: (whose: Whose) => void
  promises: DeskPromises
  language: Language
  words: DeskWords
  /** The server's. */
  now: number
  onChoose: (conversationId: string) => void
}) {
  const { words, language, whose, promises } = props
  const { value, problem } = props.reading
  const { lastDone } = promises
  const shown = value?.promises.filter(({ mine, owner }) => whose === 'all' || mine || !owner) ?? []
  return (
    <>
      <fieldset class="side-views" aria-label={words.promise.whose}>
        {WHOSE.map((each) => (
          <button
            key={each}
            type="button"
            class="side-view"
            aria-pressed={whose === each}
            onClick={() => props.onWhose(each)}
          >
            {words.promise[each]}
          </button>
        ))}
      </fieldset>
      {lastDone && (
        <p class="note promise-undo">
          {words.promise.doneOf(lastDone.what ?? '')}{' '}
          <button type="button" class="button button-small" onClick={promises.undo}>
            {words.promise.undo}
          </button>
        </p>
      )}
      {problem && <p class="problem">{problemWords(problem, language)}</p>}
      {value && shown.length === 0 && (
        <p class="note">{value.promises.length === 0 ? words.promise.none : words.promise.noneOfMine}</p>
      )}
      <ul class="lines">
        {shown.map((promise) => (
          <li key={promise.id} class="promise" data-overdue={promise.overdue}>
            <button type="button" class="promise-open" onClick={() => props.onChoose(promise.conversationId)}>
              <strong>{promise.customerName}</strong>
              <PromiseLine promise={promise} language={language} words={words} now={props.now} />
            </button>
            <PromiseActButtons promise={promise} promises={promises} words={words} />
          </li>
        ))}
      </ul>
    </>
  )
}
