import type { Language } from '../../domain/index.ts'

/** Why a challenger is promoted or kept back, with the figures. Counts of judged messages; levels, p and errors 0..1. */
export type IntentGateReason =
  | { code: 'too-few-cases'; cases: number; needed: number }
  /** Exact McNemar test: messages that only the challenger (`gained`) or only the champion (`lost`) reads right. */
  | { code: 'better' | 'not-better'; cases: number; gained: number; lost: number; p: number; level: number }
  /** Brier scores over needs and "none of them", 0..2, by a paired sign-flip test: surer of what is right. */
  | { code: 'surer' | 'not-surer'; champion: number; challenger: number; p: number; level: number }
  /** It has needs that the champion does not know; then it need only be no worse at the others. */
  | { code: 'new-needs'; needs: string[] }
  /** The champion has needs that the pack no longer has: it cannot serve any more, so the challenger is taken as it is. */
  | { code: 'needs-gone'; needs: string[] }
  /** `among`: all judged messages, those of needs that both know, or the frozen suite alone. */
  | {
      code: 'not-worse' | 'worse'
      among: 'all' | 'other-needs' | 'suite'
      gained: number
      lost: number
      p: number
      level: number
    }
  | { code: 'calibration-kept' | 'calibration-worse'; champion: number; challenger: number; p: number }
  /** Recall of messages that are none of the needs. */
  | { code: 'out-of-scope-kept' | 'out-of-scope-worse'; cases: number; champion: number; challenger: number; p: number }
  | { code: 'language-worse'; language: Language; gained: number; lost: number; p: number }

/** Both on the frozen suite of a language, which neither was trained on: shares read right, 0..1. */
export interface SuiteFigures {
  cases: number
  champion: number
  challenger: number
}

export interface IntentVerdict {
  promote: boolean
  reasons: IntentGateReason[]
  suite: Partial<Record<Language, SuiteFigures>>
}
