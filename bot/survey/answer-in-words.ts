import { type Language, localize, type SurveyAnswers, type SurveyItem } from '../../domain/index.ts'
import { SURVEY_WORDS } from './words.ts'

/** What a customer answered, as one line of the conversation: it alone must tell an agent. */
export function answerInWords(items: readonly SurveyItem[], answers: SurveyAnswers, language: Language): string {
  const words = SURVEY_WORDS[language]
  const parts = items.flatMap((item) => {
    const answer = answers[item.name]
    return answer === undefined ? [] : [partInWords(item, answer, language)]
  })
  return parts.join(words.comma)
}

function partInWords(item: SurveyItem, answer: number | boolean | string, language: Language): string {
  const { answer: words, of } = SURVEY_WORDS[language]
  switch (item.kind) {
    case 'scale': {
      const title = isNamed(item.name) ? words[item.name] : localize(item.text, language)
      return `${title}${COLON[language]}${of(Number(answer), item.to)}`
    }
    case 'yes-no':
      if (item.name === 'resolved') return answer === true ? words.resolved : words.unresolved
      return `${localize(item.text, language)}${COLON[language]}${answer === true ? words.yes : words.no}`
    case 'text':
      return `“${answer}”`
    default:
      return item satisfies never
  }
}

const COLON: Record<Language, string> = { en: ': ', zh: '：' }

function isNamed(name: string): name is 'rating' | 'recommend' | 'effort' {
  return name === 'rating' || name === 'recommend' || name === 'effort'
}
