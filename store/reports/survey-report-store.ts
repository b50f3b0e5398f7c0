import type { Database } from '../database.ts'
import type { SurveyReportStore } from '../survey-report.ts'
import { answeredSurveys } from './answered-surveys.ts'
import { answeringCells } from './answering-cells.ts'
import { surveyCounts, surveyGroups } from './survey-counts.ts'

export function surveyReportStore({ db, capabilities }: Database): SurveyReportStore {
  return {
    counts: (periods, of) => surveyCounts(db, capabilities, periods, of),
    groups: (period, of) => surveyGroups(db, capabilities, period, of),
    answering: (period, channel) => answeringCells(db, capabilities, period, channel),
    answered: (form, period, limit, of) => answeredSurveys(db, capabilities, form, period, limit, of),
  }
}
