import { csatFigures, responseFigures, tallySurveys } from '../../../analytics/index.ts'
import type { SurveyCount, SurveyGroupCount } from '../../../store/index.ts'
import type * as api from '../../http/api.ts'

const SUBJECTS = ['bot', 'agent'] as const

/** Figures of what rates the bot, and of what rates people, each of its own surveys alone. */
export function botAndAgent<Figures, Count extends Pick<SurveyCount, 'subject'>>(
  counts: readonly Count[],
  figures: (own: Count[]) => Figures,
): api.BotAndAgent<Figures> {
  const of = (subject: (typeof SUBJECTS)[number]) => figures(counts.filter((one) => one.subject === subject))
  return { bot: of('bot'), agent: of('agent') }
}

/**
 * CSAT by what the surveys were told apart by, the most surveys first.
 * @param rated whose figures it is about; of other surveys there is no group
 */
export function csatGroups(
  counts: readonly SurveyGroupCount[],
  titleOf: (id: string) => Record<api.Language, string>,
  rated: (typeof SUBJECTS)[number] | 'both' = 'both',
): api.SatisfactionGroup[] {
  const asked = counts.filter(({ form, subject }) => form === 'csat' && (rated === 'both' || subject === rated))
  return [...Map.groupBy(asked, ({ group }) => group ?? null)]
    .sort(([a, x], [b, y]) => sentOf(y) - sentOf(x) || ((a ?? '') < (b ?? '') ? -1 : 1))
    .map(([id, own]) => ({
      id,
      title: id === null ? null : titleOf(id),
      ...botAndAgent(own, (some) => csatFigures(tallySurveys(some))),
    }))
}

/** How each form is answered, the most surveys first. */
export function formResponses(counts: readonly SurveyCount[]): api.FormResponse[] {
  return [...Map.groupBy(counts, ({ form }) => form)]
    .sort(([a, x], [b, y]) => sentOf(y) - sentOf(x) || (a < b ? -1 : 1))
    .map(([form, own]) => ({ form, ...botAndAgent(own, (some) => responseFigures(tallySurveys(some))) }))
}

function sentOf(counts: readonly Pick<SurveyCount, 'surveys'>[]): number {
  return counts.reduce((sum, { surveys }) => sum + surveys, 0)
}
