import type { DeskQueueState, Language } from '../../bot/http/api.ts'
import { type FocusWish, useWishedFocus } from './focus-wish.ts'
import { isFiltering, NO_FILTER, type QueueFilter } from './queue-filter.ts'
import type { DeskWords } from './words/en.ts'

const LANGUAGES = ['en', 'zh'] as const

/** Narrows the lists by words, by queue where there are several, and by language. */
export function QueueFilterForm(props: {
  filter: QueueFilter
  queues: DeskQueueState[]
  language: Language
  words: DeskWords
  wish: FocusWish | undefined
  onFilter: (filter: QueueFilter) => void
}) {
  const { filter, words, language } = props
  const box = useWishedFocus<HTMLInputElement>(props.wish, 'filter')
  const set = (part: Partial<QueueFilter>) => props.onFilter({ ...filter, ...part })
  return (
    <search class="queue-filter" aria-label={words.filter}>
      <input
        ref={box}
        type="search"
        class="input"
        aria-label={words.filterText}
        placeholder={words.filterText}
        value={filter.text}
        onInput={(event) => set({ text: event.currentTarget.value })}
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
      />
      {props.queues.length > 1 && (
        <select
          class="input"
          aria-label={words.filterQueue}
          value={filter.queue}
          onChange={(event) => set({ queue: event.currentTarget.value })}
        >
          <option value="">{words.allQueues}</option>
          {props.queues.map(({ name, title }) => (
            <option key={name} value={name}>
              {title[language]}
            </option>
          ))}
        </select>
      )}
      <select
        class="input"
        aria-label={words.filterLanguage}
        value={filter.language}
        onChange={(event) => set({ language: LANGUAGES.find((each) => each === event.currentTarget.value) ?? '' })}
      >
        <option value="">{words.allLanguages}</option>
        {LANGUAGES.map((each) => (
          <option key={each} value={each}>
            {words.language[each]}
          </option>
        ))}
      </select>
      {isFiltering(filter) && (
        <button type="button" class="button button-quiet" onClick={() => props.onFilter(NO_FILTER)}>
          {words.clearFilter}
        </button>
      )}
    </search>
  )
}
