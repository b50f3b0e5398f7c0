import type { FittedLaw, Language, TrustFigure, TrustForecastWeek, TrustLawReport } from '../../bot/http/api.ts'
import { count, decimal, percent } from '../shared/numbers.ts'
import type { DynamicsWords } from './words/dynamics-en.ts'

/** What the weeks tell of the law of trust, a sentence each. */
export function lawSentences(law: TrustLawReport, language: Language, words: DynamicsWords): string[] {
  switch (law.kind) {
    case 'too-few-weeks':
      return [words.tooFewWeeks(law.observed, law.needed), ...(law.leftOut > 0 ? [words.leftOut(law.leftOut)] : [])]
    case 'steady-index':
      return [words.steadyIndex(`${decimal(law.least * 100, language)} %`, `${decimal(law.most * 100, language)} %`)]
    case 'fitted':
      return fittedSentences(law, language, words)
    default:
      return law satisfies never
  }
}

function fittedSentences(law: FittedLaw, language: Language, words: DynamicsWords): string[] {
  const share = (figure: TrustFigure) => words.likely(percent(figure.value, language), ...endsOf(figure, language))
  // Ten points of transparency more, for a week.
  const perTen = points(law.rate, 0.1 * 7, language, words)
  const drift = points(law.drift, 7, language, words)
  return [
    words.observed(count(law.observed, language)),
    { follows: words.follows(perTen), 'not-shown': words.notShown(perTen), against: words.against(perTen) }[law.link],
    ...(law.link === 'follows' && law.threshold ? [words.threshold(share(law.threshold))] : []),
    words.drift(percent(law.index.mean, language), drift),
    ...(law.leftOut > 0 ? [words.leftOut(law.leftOut)] : []),
    forecastSentence(words.asBefore, law.forecast, language, words),
  ]
}

/** What is forecast of the last week there is. */
export function forecastSentence(
  condition: string,
  weeks: readonly TrustForecastWeek[],
  language: Language,
  words: DynamicsWords,
): string {
  const last = weeks.at(-1)
  if (!last) return ''
  return words.forecastTold(
    condition,
    words.weekName(last.week, last.monday),
    words.likely(percent(last.value, language), ...endsOf(last, language)),
  )
}

/** Percentage points, with a sign. */
function points(figure: TrustFigure, times: number, language: Language, words: DynamicsWords): string {
  const signed = (value: number) => {
    const text = decimal(Math.abs(value * times * 100), language)
    return text === '0' ? text : `${value < 0 ? '−' : '+'}${text}`
  }
  return words.points(signed(figure.value), signed(figure.low), signed(figure.high))
}

/** Fieller's ends may lie beyond what an index can be. */
function endsOf({ low, high }: TrustFigure, language: Language): [string, string] {
  return [percent(Math.max(0, low), language), percent(Math.min(1, high), language)]
}
