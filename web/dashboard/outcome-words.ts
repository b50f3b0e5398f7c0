import type { Language, Outcomes } from '../../bot/http/api.ts'
import { count } from '../shared/numbers.ts'
import type { Figure } from '../shared/rate-words.ts'
import type { DashboardWords } from './words/en.ts'

const SOURCES = ['survey', 'agent', 'reopened', 'abandoned'] as const

/** How many outcomes are known, by whose word, and how many are not. */
export function outcomesFigure(
  { known, missing, pending }: Outcomes,
  language: Language,
  words: DashboardWords,
): Figure {
  const total = SOURCES.reduce((sum, source) => sum + known[source], 0)
  const heard = SOURCES.filter((source) => known[source] > 0)
  const sources = heard.map((source) => words.bySource(words.outcomeSources[source], count(known[source], language)))
  return {
    main: total + missing === 0 ? words.noData : words.outOf(count(total, language), count(total + missing, language)),
    notes: [
      ...(sources.length > 0 ? [sources.join(words.betweenSources)] : []),
      ...(missing > 0 ? [words.missingOutcomes(count(missing, language))] : []),
      ...(pending > 0 ? [words.pendingOutcomes(count(pending, language))] : []),
    ],
  }
}
