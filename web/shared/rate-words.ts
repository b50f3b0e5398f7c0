import type { Language, Rate } from '../../bot/http/api.ts'
import { count, percent } from './numbers.ts'
import type { ReportWords } from './words/report-en.ts'

/** Below this a percentage reads as more than it is: the counts are said instead. */
const ENOUGH = 10

export interface Figure {
  /** What stands large. */
  main: string
  /** What it was counted from, and how far it may be off. */
  notes: string[]
}

/** A rate as a manager may read it: null is not 0 %, and three of five is not 60 %. */
export function rateFigure(rate: Rate, language: Language, words: ReportWords): Figure {
  if (rate.value === null) return { main: words.noData, notes: [] }
  const counted = words.outOf(count(rate.numerator, language), count(rate.denominator, language))
  if (rate.denominator < ENOUGH) return { main: words.tooFew(counted), notes: [] }
  return {
    main: percent(rate.value, language),
    notes: [words.interval(percent(rate.low, language), percent(rate.high, language)), counted],
  }
}

/** A share that may not be known. */
export function shareText(share: number | null, language: Language, words: ReportWords): string {
  return share === null ? words.noData : percent(share, language)
}
