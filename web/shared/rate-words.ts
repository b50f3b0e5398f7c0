import type { Language, Rate } from '../../bot/http/api.ts'
import { count, percent } from './numbers.ts'
import type { ReportWords } from './words/report-en.ts'

/** Below this a percentage reads as more than it is: the counts are said instead. */
const ENOUGH = 10

/** Below this many a share in a row of a table is said as counts. */
const ENOUGH_IN_A_ROW = 5

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

/** `12 of 30 (40 %, likely 25 % to 58 %)`; of few only what was counted. */
export function evidenceText(rate: Rate, language: Language, words: ReportWords): string {
  if (rate.denominator === 0) return words.noData
  const counted = words.outOf(count(rate.numerator, language), count(rate.denominator, language))
  if (rate.value === null || rate.denominator < ENOUGH_IN_A_ROW) return counted
  const interval = words.interval(percent(rate.low, language), percent(rate.high, language))
  return words.evidence(counted, percent(rate.value, language), interval)
}
