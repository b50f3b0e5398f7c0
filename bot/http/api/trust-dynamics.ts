import type { Language, Rate } from './basics.ts'

// --- how trust moves: GET /api/trust/dynamics?weeks=13|26|52&transparency=0..1  for managers ---

/** How many weeks of history. */
export type TrustWeeks = 13 | 26 | 52

export type TransparencyPart = 'source' | 'confidence' | 'person' | 'published' | 'kept'

export interface TrustDynamics {
  timeZone: string
  /** The whole weeks before this one, oldest first. */
  weeks: TrustWeek[]
  /** How much each part of the index counts where all are there; together 1. */
  indexWeights: Record<TransparencyPart, number>
  law: TrustLawReport
  /** What the figures mean, in words. */
  definitions: Record<TransparencyPart | 'index' | 'trust', Record<Language, string>>
}

export interface TrustWeek {
  /** ISO 8601, e.g. `2026-W47`. */
  week: string
  /** YYYY-MM-DD */
  monday: string
  /** Null in a week without evidence. */
  trust: WeeklyTrust | null
  /** I, 0..1; null where nothing was counted. */
  index: number | null
  parts: Record<TransparencyPart, Rate>
}

/** 0..1, from the evidence of one week. The ends are null where fewer than two customers cannot tell. */
export interface WeeklyTrust {
  value: number
  low: number | null
  high: number | null
  customers: number
}

/** With its 95 % interval. */
export interface TrustFigure {
  value: number
  low: number
  high: number
}

/** dT/dt = k (I(t) - I_min) as fitted to the weeks shown. */
export type TrustLawReport =
  /**
   * Weeks with an index and evidence of at least two customers, and how many are needed. `leftOut`: weeks in which trust may
   * have been held at 0 or 1, which are not counted.
   */
  | { kind: 'too-few-weeks'; observed: number; needed: number; leftOut: number }
  /** The index was the same in all weeks, or nearly: it lay between these. */
  | { kind: 'steady-index'; observed: number; least: number; most: number }
  | FittedLaw

export interface FittedLaw {
  kind: 'fitted'
  /** Weeks that it rests on, and those left out because trust may have been held at 0 or 1. */
  observed: number
  leftOut: number
  /** Whether trust followed transparency; where that is not shown there is no "what if". */
  link: 'follows' | 'not-shown' | 'against'
  /** k, per day and unit of transparency. */
  rate: TrustFigure
  /** I_min; null where the rate cannot be told from none. */
  threshold: TrustFigure | null
  /** How much trust moves per day at the mean index of the weeks. */
  drift: TrustFigure
  /** The index in these weeks. */
  index: { mean: number; least: number; most: number }
  /** Mean trust by the law, for each of the weeks; null before the index was counted, and for weeks left out. */
  path: (number | null)[]
  /** The weeks to come, this one first, if transparency goes on as it was. */
  forecast: TrustForecastWeek[]
  /** With the transparency that was asked for, and where that can be told. */
  whatIf: { transparency: number; weeks: TrustForecastWeek[] } | null
}

export interface TrustForecastWeek extends TrustFigure {
  week: string
  monday: string
}
