import type { Language } from './basics.ts'

// --- the page behind the link of a survey: GET and POST /api/survey, with the link's token as bearer ---

/** One question, in both languages; see the domain's `SurveyItem`. */
export type SurveyQuestion = { name: string; text: Record<Language, string>; required: boolean } & (
  | {
      kind: 'scale'
      from: number
      to: number
      low: Record<Language, string>
      high: Record<Language, string>
      /** A name for each number, where they have names. */
      labels?: Record<Language, string>[]
    }
  | { kind: 'yes-no' }
  | { kind: 'text' }
)

export type SurveyFilledIn = Readonly<Record<string, number | boolean | string>>

/** GET; and POST's answer: how it stands then. */
export interface SurveyForm {
  company: Record<Language, string>
  /** In which it was asked. */
  language: Language
  questions: SurveyQuestion[]
  sentAt: number
  expiresAt: number
  /** It takes no answer any more. */
  isClosed: boolean
  /** The present answer, by the names of the questions; absent where there is none. */
  answers?: SurveyFilledIn
  /** The customer does not want to be asked again. */
  isRefused: boolean
  /** Longest text, in UTF-16 units. */
  textLimit: number
}

/** Body of POST: an answer, or whether the customer wants to be asked again. */
export type SurveyPost = { answers: SurveyFilledIn } | { ask: boolean }
