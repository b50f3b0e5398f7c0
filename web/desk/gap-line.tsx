import type { Language, NeedTitle } from '../../bot/http/api.ts'
import { percent } from '../shared/numbers.ts'
import { ShareBar } from '../shared/share-bar.tsx'
import type { DeskWords } from './words/en.ts'

/** What it is probably about, and how large the gap is, in one line of a list. */
export function GapLine(props: { need: NeedTitle | undefined; gap: number; language: Language; words: DeskWords }) {
  const { need, gap, language, words } = props
  return (
    <span class="gap-line" title={words.gapHelp}>
      <span>{need?.[language]}</span>
      <span>{words.gapValue(percent(gap, language))}</span>
      <ShareBar share={gap} tone={gap >= 0.5 ? 'warm' : 'calm'} />
    </span>
  )
}
