import type { Channel } from './conversation.ts'
import type { Language, LocalizedText } from './language.ts'

/**
 * The forms that every company has. `csat`: satisfaction 1-5, resolved or not, a comment. `nps`: would recommend, 0-10.
 * `ces`: how easy it was, 1-7. Any other name is a form of the company's own, written in the policy.
 */
export const STANDARD_FORMS = ['csat', 'nps', 'ces'] as const
export type StandardForm = (typeof STANDARD_FORMS)[number]

/** One question of a form. A `scale` takes whole numbers from `from` to `to`; more is better. */
export type SurveyItem = {
  name: string
  text: LocalizedText
  required: boolean
} /** `labels`: a name for each number from `from` on, where they have names. */ & (
  | { kind: 'scale'; from: number; to: number; low: LocalizedText; high: LocalizedText; labels?: LocalizedText[] }
  | { kind: 'yes-no' }
  | { kind: 'text' }
)

/** Answers to a survey by the name of the item; what was skipped is not there. */
export type SurveyAnswers = Readonly<Record<string, number | boolean | string>>

/**
 * Why a customer was not asked how it went. `nothing-answered`: nobody has helped them. `no-consent`: they do not want to be
 * asked, or have not said that they do where the company waits for it. `not-drawn`: the sample was others.
 */
export const NOT_ASKED_REASONS = [
  'spam',
  'nothing-answered',
  'no-consent',
  'angry-exit',
  'asked-recently',
  'not-drawn',
] as const
export type NotAskedReason = (typeof NOT_ASKED_REASONS)[number]

/** Whom a survey rates. `answer`: what the bot had answered last, and the `seq` of that message where it is known. */
export type SurveySubject =
  | { kind: 'bot'; modelId: string; answer?: { need: string; seq?: number } }
  | { kind: 'agent'; agentId: string; escalationId: string }

/** A question asked after a resolution. Who is rated is fixed when it is sent, whatever happens to the conversation later. */
export interface Survey {
  id: string
  conversationId: string
  customerId: string
  channel: Channel
  language: Language
  sentAt: number
  /** After this it takes no answer, and the answer that it has is not changed any more. */
  expiresAt: number
  /** A standard form, or the name of one of the company's own. */
  form: string
  /** What was asked, for a form of the company's own: the form may be written anew later. */
  items?: SurveyItem[]
  about: SurveySubject
  need?: string
  /** The conversation when it was sent: the gap of its last turn (0..1), and how many messages the customer had written. */
  gap?: number
  customerMessages?: number
  /** When the customer was reminded, once. */
  remindedAt?: number
}

/** 1 (bad) .. 5 (very good). */
export type CsatRating = 1 | 2 | 3 | 4 | 5

/** What a CSAT survey tells, without the words. */
export interface CsatAnswer {
  rating: CsatRating
  resolved?: boolean
}

/** The answer to a survey; where it was changed, as it is now. */
export interface SurveyResponse {
  surveyId: string
  /** Of the answer as it is now. */
  at: number
  /** When it was first answered, where it was changed since. */
  firstAt?: number
  /** CSAT; absent on other forms. */
  rating?: CsatRating
  /** CSAT: was the need met? */
  resolved?: boolean
  comment?: string
  /** The first scale of every other form: NPS 0..10, CES 1..7 (7: very easy). */
  score?: number
  /** Forms of the company's own: what was answered, by the name of the item; what was skipped is not there. */
  answers?: SurveyAnswers
}

/** Whether the customer wants to be asked. Absent: they have not said. */
export interface SurveyConsent {
  kind: 'given' | 'refused'
  at: number
}
