import type { BacklogItem, Language } from '../../bot/http/api.ts'
import { LOCALES } from '../shared/language.ts'
import { count, decimal } from '../shared/numbers.ts'
import { ShareBar } from '../shared/share-bar.tsx'
import type { ReviewWords } from './words/en.ts'

/** So many examples are in sight; the rest is folded. */
const IN_SIGHT = 3

export function BacklogCard(props: {
  item: BacklogItem
  /** The cost of the dearest group. */
  most: number
  writable: boolean
  language: Language
  words: ReviewWords
  onDraft: () => void
}) {
  const { item, language, words } = props
  const lang = LOCALES[item.language]
  const name = item.name === '' ? words.unnamedGroup : item.name
  const folded = item.examples.slice(IN_SIGHT)
  return (
    <li class="panel group" data-testid="backlog-item">
      <h2 {...(item.name !== '' && { lang })}>{name}</h2>
      <p class="tags">
        <span class="tag">{words.languages[item.language]}</span>
        <span class="tag">{words.messages(count(item.messages, language), item.messages === 1)}</span>
        <span class="tag">{words.customers(count(item.customers, language), item.customers === 1)}</span>
        {item.handovers > 0 && (
          <span class="tag tag-reason">{words.handovers(count(item.handovers, language), item.handovers === 1)}</span>
        )}
        {item.dissatisfied > 0 && (
          <span class="tag tag-reason">
            {words.dissatisfied(count(item.dissatisfied, language), item.dissatisfied === 1)}
          </span>
        )}
      </p>
      <div>
        <p>{words.costs(decimal(item.cost, language))}</p>
        <ShareBar share={props.most > 0 ? item.cost / props.most : 0} tone="warm" />
      </div>
      <ul class="examples" lang={lang}>
        {item.examples.slice(0, IN_SIGHT).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {folded.length > 0 && (
        <details class="folded">
          <summary>{words.moreExamples(count(folded.length, language))}</summary>
          <ul class="examples" lang={lang}>
            {folded.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </details>
      )}
      {item.drafted !== undefined && <p class="done">{words.drafted(item.drafted)}</p>}
      {item.drafted === undefined && props.writable && (
        <p>
          <button type="button" class="button button-primary" onClick={props.onDraft}>
            {words.makeNeed}
            <span class="visually-hidden">{words.forGroup(name)}</span>
          </button>
        </p>
      )}
    </li>
  )
}
