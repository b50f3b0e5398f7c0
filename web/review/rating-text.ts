import type { AnswerRating, Language } from '../../bot/http/api.ts'
import { count, decimal } from '../shared/numbers.ts'
import type { ReviewWords } from './words/en.ts'

/** `4.6 of 5 (12 ratings, likely 4.1 to 5)`; of one rating there is no interval. */
export function ratingText(
  { n, mean, low, high }: AnswerRating,
  language: Language,
  words: Pick<ReviewWords, 'notRated' | 'rated' | 'ratings' | 'interval' | 'comma'>,
): string {
  if (n === 0 || mean === null) return words.notRated
  const counted = words.ratings(count(n, language), n === 1)
  const interval =
    low === null || high === null
      ? ''
      : `${words.comma}${words.interval(decimal(Math.max(1, low), language), decimal(Math.min(5, high), language))}`
  return words.rated(decimal(mean, language), `${counted}${interval}`)
}
