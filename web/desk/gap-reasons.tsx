import type { ComponentChildren } from 'preact'
import type { Language } from '../../bot/http/api.ts'
import { gapReasonWords } from '../shared/reason-words.ts'
import { type GapReason, NOTICEABLE } from './gap-meter.tsx'

/** Every noticeable reason in words, with what it added to the gap or took away. */
export function GapReasons(props: { heading: ComponentChildren; reasons: GapReason[]; language: Language }) {
  const reasons = props.reasons.filter((reason) => Math.abs(reason.contribution) >= NOTICEABLE)
  if (reasons.length === 0) return null
  return (
    <>
      {props.heading}
      <ul class="gap-reasons">
        {reasons.map((reason) => (
          <li key={reason.code}>
            {gapReasonWords(reason.code, props.language)} <span class="signed">{signed(reason.contribution)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

/** `+0.21` or `−0.05`, with a true minus. */
export function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`
}
