import type { CsatRating, Survey, SurveyAnswers, SurveyResponse } from '../../domain/index.ts'
import { itemsOf } from './forms.ts'

/** The name of the one scale of the standard forms beside CSAT. */
const SCORED = { nps: 'recommend', ces: 'effort' } as const

/** A stored response as the form's answers. */
export function answersOf({ form }: Pick<Survey, 'form'>, response: SurveyResponse): SurveyAnswers {
  const { rating, resolved, comment, score, answers } = response
  const said = comment !== undefined && { comment }
  switch (form) {
    case 'csat':
      return { ...(rating !== undefined && { rating }), ...(resolved !== undefined && { resolved }), ...said }
    case 'nps':
    case 'ces':
      return { ...(score !== undefined && { [SCORED[form]]: score }), ...said }
    default:
      return answers ?? {}
  }
}

/** The form's answers as what is stored. @param answers checked by `readAnswers` */
export function responseOf(
  survey: Pick<Survey, 'id' | 'form' | 'items'>,
  answers: SurveyAnswers,
  at: number,
): SurveyResponse {
  const { comment } = answers
  const said = typeof comment === 'string' && { comment }
  switch (survey.form) {
    case 'csat': {
      const { rating, resolved } = answers
      return {
        surveyId: survey.id,
        at,
        rating: rating as CsatRating,
        ...(typeof resolved === 'boolean' && { resolved }),
        ...said,
      }
    }
    case 'nps':
    case 'ces':
      return { surveyId: survey.id, at, score: answers[SCORED[survey.form]] as number, ...said }
    default: {
      const scale = itemsOf(survey).find(({ kind }) => kind === 'scale')
      const score = scale && answers[scale.name]
      return { surveyId: survey.id, at, answers, ...(typeof score === 'number' && { score }) }
    }
  }
}
