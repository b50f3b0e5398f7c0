import type { Language } from '../../bot/http/api.ts'
import { percent } from '../shared/numbers.ts'
import { gapReasonWords } from '../shared/reason-words.ts'
import { ShareBar } from '../shared/share-bar.tsx'
import type { DeskWords } from './words/en.ts'

/** Less than this, of 1, rounds to nothing on the page. */
export const NOTICEABLE = 0.005

export interface GapReason {
  code: string
  contribution: number
}

/** How large the gap is and what made it so: the strongest reasons in words. */
export function GapMeter(props: { gap: number; reasons: GapReason[]; language: Language; words: DeskWords }) {
  const { words, language } = props
  const reasons = props.reasons
    .filter((reason) => reason.contribution >= NOTICEABLE)
    .slice(0, 2)
    .map((reason) => gapReasonWords(reason.code, language))
  return (
    <div class="gap-meter">
      <span class="gap-value" title={words.gapHelp}>
        {words.gapValue(percent(props.gap, language))}
      </span>
      <ShareBar share={props.gap} tone={props.gap >= 0.5 ? 'warm' : 'calm'} />
      {reasons.length > 0 && (
        <span class="note">{words.gapBecause(reasons.join(language === 'zh' ? '、' : ', '))}</span>
      )}
    </div>
  )
}
