import type { Language, Lengths } from '../../bot/http/api.ts'
import { count, duration } from '../shared/numbers.ts'
import type { Figure } from '../shared/rate-words.ts'
import type { ServiceWords } from './words/en.ts'

/** The median large, and under it how long nine in ten took and of how many. */
export function lengthFigure({ n, medianMs, p90Ms }: Lengths, language: Language, words: ServiceWords): Figure {
  if (medianMs === null || p90Ms === null) return { main: words.noData, notes: [] }
  return {
    main: duration(medianMs, language),
    notes: [words.nineInTen(duration(p90Ms, language)), words.of(count(n, language))],
  }
}
