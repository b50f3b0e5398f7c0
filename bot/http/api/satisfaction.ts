import type { Language, Rate } from './basics.ts'
import type { Lengths } from './service.ts'

// --- satisfaction: GET /api/satisfaction?from=YYYY-MM-DD&to=YYYY-MM-DD&channel=  (as for the dashboard) ---

/** In points of the scale; the ends are null of fewer than two. */
export interface ScaleMean {
  n: number
  mean: number | null
  low: number | null
  high: number | null
}

/** Of the surveys sent in the range. `open`: not answered, and still can be. */
export interface ResponseFigures {
  response: Rate
  open: number
}

export interface CsatFigures extends ResponseFigures {
  satisfied: Rate
  mean: ScaleMean
  resolved: Rate
}

export interface NpsFigures extends ResponseFigures {
  /** Percentage points, -100..100; `value` null of none. */
  nps: {
    n: number
    promoters: number
    passives: number
    detractors: number
    value: number | null
    low: number
    high: number
  }
}

export interface CesFigures extends ResponseFigures {
  easy: Rate
  mean: ScaleMean
}

/** Surveys about the bot, and about people; they are never counted together. */
export type BotAndAgent<Figures> = Record<'bot' | 'agent', Figures>

/** How many of those asked are satisfied: among the answers, whatever the others think, and if alike customers think alike. */
export interface SatisfactionReadings {
  observed: Rate
  bounds: { sent: number; unanswered: number; low: number; high: number } | null
  weighted:
    | {
        kind: 'known'
        value: number
        low: number
        high: number
        effectiveN: number
        /** Answers that would have counted for more than they may. */
        cut: Rate
        largestWeight: number
      }
    | { kind: 'unknown'; because: 'everybody-answered' | 'too-few' }
}

export interface SatisfactionWeek {
  week: string
  monday: string
  /** Of its days, how many the range has: 1..7. */
  days: number
  bot: { satisfied: Rate; response: Rate }
  agent: { satisfied: Rate; response: Rate }
}

/** CSAT surveys with something in common. `id` null: those of which it is not known. */
export interface SatisfactionGroup extends BotAndAgent<CsatFigures> {
  id: string | null
  title: Record<Language, string> | null
}

export interface FormResponse extends BotAndAgent<ResponseFigures> {
  form: string
}

export interface Correlation {
  value: number
  low: number
  high: number
}

export interface LanguageDifference {
  /** The second of them is higher where the difference is above 0. */
  languages: [string, string]
  /** In standard deviations. */
  difference: { value: number; low: number; high: number; confidence: number }
  besideOthers: boolean
  standsOut: boolean
}

export type QuestionFlag =
  | { kind: 'reversed'; with: Correlation }
  | { kind: 'unrelated'; with: Correlation; alpha: number; alphaWithout: number }
  | { kind: 'skipped' | 'floor' | 'ceiling'; share: Rate }
  | ({ kind: 'languages-differ' } & LanguageDifference)

export interface QuestionReport {
  name: string
  text: Record<Language, string>
  kind: 'scale' | 'yes-no' | 'text'
  scale: { from: number; to: number } | null
  skipped: Rate
  mean: ScaleMean | null
  floor: Rate | null
  ceiling: Rate | null
  itemTotal: Correlation | null
  alphaIfDropped: number | null
  languages: LanguageDifference | null
  flags: QuestionFlag[]
}

export interface FormQuestions {
  form: string
  /** Answers that were read: the newest. `more`: there were others. */
  answers: number
  more: boolean
  /** Of those read, answers to an earlier wording, left out. */
  otherWording: number
  reliability: { standardizedAlpha: number; alpha: number; n: number } | null
  straightLined: Rate | null
  /** From sending to the first answer. */
  answerTime: Lengths
  byLanguage: { language: string; answerTime: Lengths }[]
  items: QuestionReport[]
}

export type NotAskedReason = 'spam' | 'nothing-answered' | 'no-consent' | 'angry-exit' | 'asked-recently' | 'not-drawn'

export interface SatisfactionReport {
  from: string
  to: string
  timeZone: string
  channel: string | null
  /** Of all forms. */
  sent: number
  csat: BotAndAgent<CsatFigures>
  readings: BotAndAgent<SatisfactionReadings>
  nps: BotAndAgent<NpsFigures>
  ces: BotAndAgent<CesFigures>
  weeks: SatisfactionWeek[]
  /** The most surveys first, each group; of `agents` only the people's figures tell, of `answers` and `models` the bot's. */
  needs: SatisfactionGroup[]
  agents: SatisfactionGroup[]
  answers: SatisfactionGroup[]
  models: SatisfactionGroup[]
  channels: SatisfactionGroup[]
  languages: SatisfactionGroup[]
  forms: FormResponse[]
  /** Resolutions in the range after which the customer was not asked, the most frequent reason first. */
  notAsked: { reason: NotAskedReason; count: number }[]
  questions: FormQuestions[]
  /** What each figure means. */
  definitions: Record<string, Record<Language, string>>
}
