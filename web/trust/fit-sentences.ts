import type { Language, TrustFitReport } from '../../bot/http/api.ts'
import { count, dateTime } from '../shared/numbers.ts'
import type { FitWords } from './words/fit-en.ts'

/** How fitted figures are looked for, what the last look found, and why nothing is proposed where that is so. */
export function lookSentences(
  { learning, look, needed }: Pick<TrustFitReport, 'learning' | 'look' | 'needed'>,
  language: Language,
  words: FitWords,
  now: number,
): string[] {
  if (learning === 'off') return [words.learning.off]
  if (!look) return [words.learning[learning], words.noLook]
  const number = (value: number) => count(value, language)
  const seen = words.seen(dateTime(look.at, language, now), number(look.ratings), number(look.customers))
  const why = () => {
    switch (look.found) {
      case 'tried':
        return []
      case 'too-few-new':
        return [words.tooFewNew(number(look.fresh), number(look.needed))]
      case 'too-few-ratings':
        return [words.tooFewRatings(number(needed.ratings))]
      case 'too-few-repeated-ratings':
        return [words.tooFewRepeated]
      default:
        return look satisfies never
    }
  }
  return [words.learning[learning], seen, ...why()]
}
