import type { DeskHelp, DeskSuggestion, Language } from '../../bot/http/api.ts'
import { LOCALES } from '../shared/language.ts'
import { dateTime, decimal, percent } from '../shared/numbers.ts'
import type { Help } from './use-help.ts'
import type { DeskWords } from './words/en.ts'
import type { HelpWords } from './words/help-en.ts'

/** What helps answer: suggestions with what speaks for them, and how the customer's conversations ended before. */
export function HelpPanel(props: {
  /** They may write to the customer. */
  canInsert: boolean
  help: Help
  language: Language
  words: DeskWords
}) {
  const { canInsert, help, language } = props
  const words = props.words.help
  const { read } = help
  const suggestions = read?.suggestions ?? []
  return (
    <details class="help-panel" open>
      <summary>
        {words.heading}
        {read && <span class="note"> · {words.suggested(suggestions.length)}</span>}
      </summary>
      <section
        class="help-body"
        aria-label={words.heading}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
      >
        <h3>{words.suggestions}</h3>
        {suggestions.length > 0 ? (
          <ol class="suggestions">
            {suggestions.map((suggestion, place) => (
              <li key={suggestion.text}>
                <Suggestion
                  suggestion={suggestion}
                  place={place + 1}
                  language={language}
                  words={words}
                  onInsert={canInsert ? help.insert : undefined}
                />
              </li>
            ))}
          </ol>
        ) : (
          <p class="note">{read ? words.none : help.failed ? words.failed : words.loading}</p>
        )}
        {canInsert && suggestions.length > 0 && <p class="note">{words.insertHint}</p>}
        {read && <History history={read.history} language={language} words={words} />}
      </section>
    </details>
  )
}

function Suggestion(props: {
  suggestion: DeskSuggestion
  place: number
  language: Language
  words: HelpWords
  onInsert: ((text: string) => void) | undefined
}) {
  const { suggestion, place, onInsert } = props
  const content = (
    <>
      {onInsert && <kbd>{place}</kbd>}
      <span>
        <span class="suggestion-text" lang={LOCALES[suggestion.language]}>
          {suggestion.text}
        </span>
        <span class="note">{evidence(suggestion, props.language, props.words)}</span>
      </span>
    </>
  )
  if (!onInsert) return <div class="suggestion">{content}</div>
  return (
    <button
      type="button"
      class="suggestion"
      aria-keyshortcuts={`Alt+${place}`}
      title={`Alt + ${place}`}
      onClick={() => onInsert(suggestion.text)}
    >
      {content}
    </button>
  )
}

function evidence(suggestion: DeskSuggestion, language: Language, words: HelpWords): string {
  if (suggestion.from === 'pack')
    return words.fromPack(suggestion.need[language], percent(suggestion.probability, language))
  const { need, used, meanRating } = suggestion
  return [
    words.fromAgents,
    ...(need ? [words.about(need[language])] : []),
    words.used(used),
    ...(meanRating === undefined ? [] : [words.rated(decimal(meanRating, language))]),
  ].join(' · ')
}

function History(props: { history: DeskHelp['history']; language: Language; words: HelpWords }) {
  const { history, language, words } = props
  return (
    <>
      <h3>{words.history}</h3>
      {history.length === 0 && <p class="note">{words.noHistory}</p>}
      <ul class="history">
        {history.map(({ conversationId, at, need, outcome, agentName, rating }) => (
          <li key={`${conversationId} ${at}`}>
            <span>{need?.[language] ?? words.noNeed}</span>
            <span class="note">
              {[
                dateTime(at, language, Date.now()),
                words.outcome[outcome] ?? outcome,
                ...(agentName === undefined ? [] : [words.with(agentName)]),
                ...(rating === undefined ? [] : [words.rated(decimal(rating, language))]),
              ].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
