import type { Language, NpsFigures, ScaleMean } from '../../bot/http/api.ts'
import { LOCALES } from '../shared/language.ts'
import { count, decimal } from '../shared/numbers.ts'
import type { Figure } from '../shared/rate-words.ts'
import type { SatisfactionWords } from './words/en.ts'

/** A mean of a scale that ends at `best`, with how far it may be off. */
export function meanFigure(mean: ScaleMean, best: number, language: Language, words: SatisfactionWords): Figure {
  if (mean.mean === null) return { main: words.noData, notes: [] }
  const interval =
    mean.low === null || mean.high === null
      ? []
      : [words.interval(decimal(mean.low, language), decimal(mean.high, language))]
  return {
    main: words.ofBest(decimal(mean.mean, language), String(best)),
    notes: [...interval, words.answers(count(mean.n, language))],
  }
}

/** A net promoter score, with its sign: it is a difference. */
export function npsFigure({ nps }: NpsFigures, language: Language, words: SatisfactionWords): Figure {
  if (nps.value === null) return { main: words.noData, notes: [] }
  return {
    main: points(nps.value, language),
    notes: [
      words.interval(points(nps.low, language), points(nps.high, language)),
      words.promoters(count(nps.promoters, language), count(nps.passives, language), count(nps.detractors, language)),
    ],
  }
}

function points(value: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 0, signDisplay: 'exceptZero' }).format(value)
}

/** To two digits after the point: a correlation, a standardised difference. */
export function fine(value: number, language: Language): string {
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 }
  return new Intl.NumberFormat(LOCALES[language], digits).format(value)
}
