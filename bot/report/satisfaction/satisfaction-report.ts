import {
  cesFigures,
  csatFigures,
  npsFigures,
  readSatisfaction,
  SATISFACTION_DEFINITIONS,
  tallySurveys,
} from '../../../analytics/index.ts'
import { bothLanguages, type KnowledgePack } from '../../../domain/index.ts'
import type { Store, SurveyCount, SurveyDimension } from '../../../store/index.ts'
import type * as api from '../../http/api.ts'
import { periodOf, type ReportQuery, weeksBetween } from '../days.ts'
import { answeringKinds } from './answering-kinds.ts'
import { formQuestions } from './form-questions.ts'
import { botAndAgent, csatGroups, formResponses } from './survey-groups.ts'

/**
 * How customers say it went, of the surveys sent in a range: every figure with what it was counted from, the bot's and
 * people's apart, and how far those who did not answer could change it.
 * @param now epoch milliseconds: what is not answered yet may be
 */
export async function buildSatisfactionReport(
  store: Pick<Store, 'surveyReport' | 'surveys' | 'people'>,
  pack: Pick<KnowledgePack, 'timeZone' | 'needs'>,
  { from, to, channel }: ReportQuery,
  now: number,
): Promise<api.SatisfactionReport> {
  const { surveyReport } = store
  const whole = periodOf(from, to, pack.timeZone)
  const weeks = weeksBetween(from, to, pack.timeZone)
  const of = { now, ...(channel && { channel }) }
  const [weekly, groups, answering, notAsked, people] = await Promise.all([
    surveyReport.counts(
      weeks.map(({ period }) => period),
      of,
    ),
    surveyReport.groups(whole, of),
    surveyReport.answering(whole, channel),
    store.surveys.notAsked(whole, channel),
    store.people.list(),
  ])
  const by = (dimension: SurveyDimension) => groups.filter((one) => one.by === dimension)
  const ofForm = (form: string) => weekly.filter((one) => one.form === form)
  const titles = new Map(pack.needs.map(({ name, title }) => [name, title]))
  const needTitle = (need: string) => bothLanguages(titles.get(need) ?? { en: need })
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const asIs = (id: string) => bothLanguages({ en: names.get(id) ?? id })
  const forms = formResponses(weekly)
  const questions = await Promise.all(forms.map(({ form }) => formQuestions(surveyReport, form, whole, channel)))
  const reading = (subject: SurveyCount['subject']) =>
    readSatisfaction(answeringKinds(answering.filter((cell) => cell.subject === subject)))
  return {
    from,
    to,
    timeZone: pack.timeZone,
    channel: channel ?? null,
    // The weeks are cut to the range and leave no gap.
    sent: tallySurveys(weekly).sent,
    csat: botAndAgent(ofForm('csat'), (own) => csatFigures(tallySurveys(own))),
    readings: { bot: reading('bot'), agent: reading('agent') },
    nps: botAndAgent(ofForm('nps'), (own) => npsFigures(tallySurveys(own))),
    ces: botAndAgent(ofForm('ces'), (own) => cesFigures(tallySurveys(own))),
    weeks: weeks.map(({ week, monday, days }, place) => ({
      week,
      monday,
      days,
      ...botAndAgent(
        ofForm('csat').filter(({ position }) => position === place),
        (own) => {
          const { satisfied, response } = csatFigures(tallySurveys(own))
          return { satisfied, response }
        },
      ),
    })),
    needs: csatGroups(by('need'), needTitle),
    agents: csatGroups(by('agent'), asIs, 'agent'),
    answers: csatGroups(by('answer'), needTitle, 'bot'),
    models: csatGroups(by('model'), asIs, 'bot'),
    channels: csatGroups(by('channel'), asIs),
    languages: csatGroups(by('language'), asIs),
    forms,
    notAsked,
    questions: questions.filter((one) => one !== undefined),
    definitions: SATISFACTION_DEFINITIONS,
  }
}
