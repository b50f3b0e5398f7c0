import type { DeskConversation, Language } from '../../bot/http/api.ts'
import { percent } from '../shared/numbers.ts'
import { ShareBar } from '../shared/share-bar.tsx'
import type { DeskWords } from './words/en.ts'

const PARTS = ['understanding', 'detail', 'answer'] as const

/** The three parts of the gap as bars with their numbers. */
export function GapParts(props: {
  parts: NonNullable<DeskConversation['gapParts']>
  language: Language
  words: DeskWords
}) {
  const { parts, language, words } = props
  return (
    <>
      <h3>{words.gapParts}</h3>
      <ul class="gap-parts">
        {PARTS.map((part) => (
          <li key={part} class="candidate" title={words.gapPartHelp[part]}>
            <span>{words.gapPart[part]}</span>
            <span class="candidate-share">{percent(parts[part], language)}</span>
            <ShareBar share={parts[part]} tone={parts[part] >= 0.5 ? 'warm' : 'calm'} />
          </li>
        ))}
      </ul>
    </>
  )
}
