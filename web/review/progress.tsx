import type { CandidatePage, CandidateState, Language } from '../../bot/http/api.ts'
import { count } from '../shared/numbers.ts'
import { ShareBar } from '../shared/share-bar.tsx'
import type { CandidateFilter } from './candidate-list.ts'
import type { ReviewWords } from './words/en.ts'

const STATES: readonly CandidateState[] = ['pending', 'accepted', 'rejected']
const LANGUAGES: readonly Language[] = ['en', 'zh']

/** How far the work is, and which messages are shown. */
export function Progress(props: {
  page: CandidatePage
  filter: CandidateFilter
  language: Language
  words: ReviewWords
  onFilter: (filter: CandidateFilter) => void
  onKeys: () => void
}) {
  const { filter, language, words } = props
  const { counts, acceptUnreviewed } = props.page
  const decided = counts.accepted + counts.rejected
  const all = decided + counts.pending
  return (
    <div class="review-progress">
      <fieldset class="presets choices" aria-label={words.show}>
        {STATES.map((state) => (
          <button
            key={state}
            type="button"
            class="button"
            aria-pressed={filter.state === state}
            onClick={() => props.onFilter({ ...filter, state })}
          >
            {words.state[state]} <span class="count">{count(counts[state], language)}</span>
          </button>
        ))}
      </fieldset>
      <div class="filter">
        <label for="candidate-language">{words.language}</label>
        <select
          id="candidate-language"
          class="input"
          value={filter.language ?? ''}
          onChange={({ currentTarget: { value } }) => {
            const chosen = LANGUAGES.find((each) => each === value)
            props.onFilter({ state: filter.state, ...(chosen && { language: chosen }) })
          }}
        >
          <option value="">{words.bothLanguages}</option>
          {LANGUAGES.map((each) => (
            <option key={each} value={each}>
              {words.languages[each]}
            </option>
          ))}
        </select>
      </div>
      <button type="button" class="button button-quiet keys-button" onClick={props.onKeys}>
        {words.keys.title} <kbd>?</kbd>
      </button>
      {all > 0 && (
        <div class="review-bar">
          <p class="note">
            {words.decidedOf(count(decided, language), count(all, language))}
            {words.space}
            {words.unreviewed[acceptUnreviewed]}
          </p>
          <ShareBar share={decided / all} />
        </div>
      )}
    </div>
  )
}
