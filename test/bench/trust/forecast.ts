import { fitLaw, forecastTrust, type LawFit } from '../../../analytics/index.ts'
import { type CompanyYear, companyYear, defaultWeights } from './company-years.ts'

/** What was fitted on, and what was forecast, in weeks. */
const PAST = 39
const FUTURE = 13
const COMPANIES = 200

export interface ForecastFigures {
  /** Root of the mean square of forecast less true mean trust, over the weeks of all companies. */
  forecastRmse: number
  /** Median over companies: of the error of k, as a share of k; of the error of I_min. */
  kError: number
  iMinError: number
}

export interface ForecastComparison extends ForecastFigures {
  companies: number
  /** Naive forecasts of the same weeks: the last week, the mean of the last four, a straight line through all. */
  naiveRmse: { lastWeek: number; lastFourWeeks: number; straightLine: number }
  /** The forecast if the transparency to come is known. */
  knownIndexRmse: number
  /** Share of weeks whose figure was in the 95 % band of the forecast. */
  bandCoverage: number
  /** Share of companies whose k, and I_min where an interval of it is given, lay in the 95 % interval. */
  kCoverage: number
  iMinCoverage: number
  iMinGiven: number
}

/** Fits on 39 weeks of simulated companies and forecasts the next 13. */
export function measureForecast(seed: number): ForecastFigures {
  const { forecastRmse, kError, iMinError } = compareForecasts(seed)
  return { forecastRmse, kError, iMinError }
}

/** The same beside naive forecasts, and how often the intervals hold. */
export function compareForecasts(seed: number): ForecastComparison {
  const weights = defaultWeights()
  const years = Array.from({ length: COMPANIES }, (_, i) => companyYear(seed * 1_000 + i, PAST + FUTURE, weights))
  const judged = years.map((year) => ({ year, fit: fitted(year) }))
  const rmse = (forecast: (year: CompanyYear, fit: LawFit) => number[]) =>
    Math.sqrt(
      mean(
        judged.flatMap(({ year, fit }) =>
          forecast(year, fit).map((value, i) => (value - (year.truth[PAST + i] ?? 0)) ** 2),
        ),
      ),
    )
  const inBand = judged.flatMap(({ year, fit }) =>
    forecastTrust(fit, FUTURE).map(({ low, high }, i) => {
      const value = year.observed[PAST + i]?.value ?? Number.NaN
      return low <= value && value <= high ? 1 : 0
    }),
  )
  const given = judged.flatMap(({ year, fit }) => (fit.threshold ? [{ year, threshold: fit.threshold }] : []))
  return {
    companies: COMPANIES,
    forecastRmse: rmse((_, fit) => forecastTrust(fit, FUTURE).map(({ value }) => value)),
    kError: median(judged.map(({ year, fit }) => Math.abs(fit.rate.value - year.rate) / year.rate)),
    iMinError: median(
      judged.map(({ year, fit }) => Math.abs(fit.index.mean - fit.drift.value / fit.rate.value - year.threshold)),
    ),
    naiveRmse: {
      lastWeek: rmse((year) => same(past(year).at(-1) ?? 0)),
      lastFourWeeks: rmse((year) => same(mean(past(year).slice(-4)))),
      straightLine: rmse((year) => lineThrough(past(year))),
    },
    knownIndexRmse: rmse(withKnownIndex),
    bandCoverage: mean(inBand),
    kCoverage: mean(judged.map(({ year, fit }) => Number(fit.rate.low <= year.rate && year.rate <= fit.rate.high))),
    iMinCoverage: mean(
      given.map(({ year, threshold }) => Number(threshold.low <= year.threshold && year.threshold <= threshold.high)),
    ),
    iMinGiven: given.length / COMPANIES,
  }
}

function fitted({ indexes, observed }: CompanyYear): LawFit {
  const history = indexes.slice(0, PAST).map((index, week) => {
    const trust = observed[week]
    const known = trust && trust.error !== null ? { value: trust.value, error: trust.error } : null
    return { index, trust: known }
  })
  const fit = fitLaw(history)
  if (!fit) throw new RangeError('a year of a simulated company could not be fitted')
  return fit
}

/** Week by week with the transparency that came: what is left is trust's own doing. */
function withKnownIndex({ indexes }: CompanyYear, fit: LawFit): number[] {
  let moved = 0
  const [first = 0] = forecastTrust(fit, 1, fit.index.mean).map(({ value }) => value - 3.5 * fit.drift.value)
  return indexes.slice(PAST).map((index) => {
    const drive = 7 * (fit.rate.value * (index - fit.index.mean) + fit.drift.value)
    moved += drive
    return Math.min(1, Math.max(0, first + moved - drive / 2))
  })
}

function past({ observed }: CompanyYear): number[] {
  return observed.slice(0, PAST).flatMap((week) => (week ? [week.value] : []))
}

function same(value: number): number[] {
  return new Array<number>(FUTURE).fill(value)
}

function lineThrough(values: readonly number[]): number[] {
  const centre = (values.length - 1) / 2
  const level = mean(values)
  const slope =
    values.reduce((sum, value, i) => sum + (i - centre) * (value - level), 0) /
    values.reduce((sum, _, i) => sum + (i - centre) ** 2, 0)
  return Array.from({ length: FUTURE }, (_, i) => level + slope * (values.length + i - centre))
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
