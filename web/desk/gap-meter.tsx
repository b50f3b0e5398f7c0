import type { Language } from '../../bot/http/api.ts'
import { percent } from '../shared/numbers.ts'
import { ShareBar } from '../shared/share-bar.tsx'
import type { DeskWords } from './words/en.ts'

/** Less than this, of 1, rounds to nothing on the page. */
export const NOTICEABLE = 0.005

export interface GapReason {
  code: string
  contribution: number
}

/** How large the gap is. */
export function GapMeter(props: { gap: number; language: Language; words: DeskWords }) {
  const { gap, language, words } = props
  return (
    <div class="gap-meter" title={words.gapHelp}>
      {words.gapValue(percent(gap, language))}
      <ShareBar share={gap} tone={gap >= 0.5 ? 'warm' : 'calm'} />
    </div>
  )
}
