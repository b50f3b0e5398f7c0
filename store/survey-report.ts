import type { Channel, CsatRating, Language, Survey, SurveyResponse } from '../domain/index.ts'
import type { Period } from './period.ts'

/** What surveys can be told apart by. `need`: what they are about; `answer`: the need that the bot had answered last. */
export const SURVEY_DIMENSIONS = ['need', 'agent', 'answer', 'model', 'channel', 'language'] as const
export type SurveyDimension = (typeof SURVEY_DIMENSIONS)[number]

/** Surveys that are alike in all of this. Whom they rate was fixed when they were sent. */
export interface SurveyCount {
  /** Of the period, in the order asked for. */
  position: number
  form: string
  subject: Survey['about']['kind']
  answered: boolean
  /** CSAT: the rating; other forms: their first scale. Absent where there is no answer, or it skipped that. */
  score?: number
  surveys: number
  /** Of these: not answered, and still can be. */
  open: number
  saidResolved: number
  saidUnresolved: number
}

/** The same of one period, told apart by one thing more. */
export interface SurveyGroupCount extends Omit<SurveyCount, 'position'> {
  by: SurveyDimension
  /** Absent where the survey has none. */
  group?: string
}

/** CSAT surveys alike in what was known when they were sent, and in what was answered. */
export interface AnsweringCell {
  subject: Survey['about']['kind']
  channel: Channel
  language: Language
  need?: string
  /** Least gap of its quarter of 0..1, when it was sent: 0, 0.25, 0.5 or 0.75. */
  gapFrom?: number
  /** How many messages the customer had written, at least: 1, 2, 3 (or 4), 5 (or more). */
  messagesFrom?: number
  /** Absent: not answered. */
  rating?: CsatRating
  surveys: number
}

/** An answered survey, without its words. */
export interface AnsweredSurvey
  extends Pick<Survey, 'id' | 'language' | 'sentAt' | 'items'>,
    Pick<SurveyResponse, 'rating' | 'resolved' | 'score' | 'answers'> {
  /** When it was first answered. */
  firstAt: number
  commented: boolean
}

/** Of surveys *sent* in a period, whenever they were answered: so no rate compares two windows. */
export interface SurveyReportStore {
  /** @param of `now`: what is still open is told by it; `channel` undefined: all */
  counts(periods: Period[], of: { now: number; channel?: Channel }): Promise<SurveyCount[]>
  /** By every dimension, all in one pass over the surveys. */
  groups(period: Period, of: { now: number; channel?: Channel }): Promise<SurveyGroupCount[]>
  answering(period: Period, channel?: Channel): Promise<AnsweringCell[]>
  /** Those of one form, newest first. @param of `after`: the last of the page before */
  answered(
    form: string,
    period: Period,
    limit: number,
    of?: { channel?: Channel; after?: Pick<AnsweredSurvey, 'id' | 'sentAt'> },
  ): Promise<AnsweredSurvey[]>
}
