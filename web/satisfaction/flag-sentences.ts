import type { Language, QuestionFlag } from '../../bot/http/api.ts'
import { decimal } from '../shared/numbers.ts'
import { evidenceText } from '../shared/rate-words.ts'
import { fine } from './figure-words.ts'
import type { SatisfactionWords } from './words/en.ts'

/** What shows that a question may not be understood, and what one could do about it. */
export function flagSentences(
  flag: QuestionFlag,
  language: Language,
  words: SatisfactionWords,
): { evidence: string; suggestion: string } {
  const of = ({ value, low, high }: { value: number; low: number; high: number }) =>
    words.estimate(fine(value, language), words.interval(fine(low, language), fine(high, language)))
  switch (flag.kind) {
    case 'reversed':
      return { evidence: words.flag.reversed(of(flag.with)), suggestion: words.suggestion.reversed }
    case 'unrelated':
      return {
        evidence: words.flag.unrelated(of(flag.with), fine(flag.alphaWithout, language), fine(flag.alpha, language)),
        suggestion: words.suggestion.unrelated,
      }
    case 'skipped':
    case 'floor':
    case 'ceiling':
      return {
        evidence: words.flag[flag.kind](evidenceText(flag.share, language, words)),
        suggestion: words.suggestion[flag.kind],
      }
    case 'languages-differ': {
      const { languages, difference, besideOthers } = flag
      // The second language is higher where the difference is above 0.
      const [lower, higher] = difference.value > 0 ? languages : ([languages[1], languages[0]] as const)
      const size = decimal(Math.abs(difference.value), language)
      const [a, b] = [words.languageName(lower), words.languageName(higher)]
      return besideOthers
        ? { evidence: words.flag.languageStandsOut(a, b, size), suggestion: words.suggestion.languageStandsOut }
        : { evidence: words.flag.languagesDiffer(a, b, size), suggestion: words.suggestion.languagesDiffer }
    }
    default:
      return flag satisfies never
  }
}
