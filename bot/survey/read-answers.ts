import { CandorError, type Language, localize, type SurveyAnswers, type SurveyItem } from '../../domain/index.ts'
import { COMMENT_LIMIT } from './forms.ts'

/** What somebody filled in, by the name of the item, as it comes from a card or a page: numbers may be texts. */
export type FilledIn = Readonly<Record<string, string | number | boolean | undefined>>

/**
 * Answers as the form wants them. What is left open in a change stays as it was; a text that is emptied is removed.
 * @param earlier the answers that these change, if any
 * @throws CandorError BODY_INVALID naming the item
 */
export function readAnswers(
  items: readonly SurveyItem[],
  filledIn: FilledIn,
  earlier: SurveyAnswers | undefined,
  language: Language,
): SurveyAnswers {
  const answers: Record<string, number | boolean | string> = {}
  for (const item of items) {
    const given = filledIn[item.name]
    const isOpen = given === undefined || (given === '' && item.kind !== 'text')
    const answer = isOpen ? earlier?.[item.name] : answerTo(item, given)
    if (answer !== undefined && answer !== '') answers[item.name] = answer
    else if (item.required) throw wrong(item, 'is missing', language)
  }
  if (Object.keys(answers).length === 0) {
    const mend = `Answer at least one of ${items.map(({ name }) => name).join(', ')}`
    throw new CandorError('BODY_INVALID', { problem: 'nothing is answered', mend })
  }
  return answers
}

function answerTo(item: SurveyItem, given: string | number | boolean): number | boolean | string {
  switch (item.kind) {
    case 'scale': {
      const value = typeof given === 'string' && /^\d{1,2}$/.test(given) ? Number(given) : given
      if (typeof value === 'number' && Number.isInteger(value) && value >= item.from && value <= item.to) return value
      throw wrong(item, `is ${JSON.stringify(given)}`)
    }
    case 'yes-no':
      if (given === true || given === 'yes') return true
      if (given === false || given === 'no') return false
      throw wrong(item, `is ${JSON.stringify(given)}`)
    case 'text': {
      const text = String(given).trim()
      if (text.length <= COMMENT_LIMIT) return text
      throw wrong(item, `has ${text.length} characters`)
    }
    default:
      return item satisfies never
  }
}

function wrong(item: SurveyItem, what: string, language: Language = 'en'): CandorError {
  return new CandorError('BODY_INVALID', {
    problem: `"${localize(item.text, language)}" (${item.name}) ${what}`,
    mend: `Send ${wanted(item)}`,
  })
}

function wanted(item: SurveyItem): string {
  switch (item.kind) {
    case 'scale':
      return `a whole number from ${item.from} to ${item.to}`
    case 'yes-no':
      return 'yes or no'
    case 'text':
      return `at most ${COMMENT_LIMIT} characters`
    default:
      return item satisfies never
  }
}
