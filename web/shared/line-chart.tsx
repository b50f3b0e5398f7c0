import { useEffect, useId, useRef } from 'preact/hooks'
import type { Language, Rate } from '../../bot/http/api.ts'
import { LOCALES } from './language.ts'
import { count, percent } from './numbers.ts'
import { drawPlot, type Series } from './plot.ts'
import { evidenceText, shareText } from './rate-words.ts'
import type { ReportWords } from './words/report-en.ts'

/** Lines over days, or weeks by their first day; the same figures stand in a table for who cannot see or trust a line. */
export function LineChart(props: {
  title: string
  /** `YYYY-MM-DD`, ascending. */
  days: string[]
  /** What the rows of the table are called; the days themselves unless given. */
  rowNames?: string[]
  /** With `rates`, the table says what each value was counted from. */
  series: (Series & { rates?: (Rate | null)[] })[]
  isShare: boolean
  language: Language
  words: ReportWords
}) {
  const { title, days, series, isShare, language, words } = props
  const place = useRef<HTMLDivElement>(null)
  const titleId = useId()

  useEffect(() => {
    const element = place.current
    if (!element) return
    const dayFormat = new Intl.DateTimeFormat(LOCALES[language], { month: 'short', day: 'numeric', timeZone: 'UTC' })
    const format = {
      day: (day: Date) => dayFormat.format(day),
      value: (value: number) => (isShare ? percent(value, language) : count(value, language)),
    }
    let plot = drawPlot(element, days, series, format, isShare)
    const redraw = () => {
      plot.destroy()
      plot = drawPlot(element, days, series, format, isShare)
    }
    const sized = new ResizeObserver(() => plot.resize())
    sized.observe(element)
    const scheme = window.matchMedia('(prefers-color-scheme: dark)')
    scheme.addEventListener('change', redraw)
    return () => {
      sized.disconnect()
      scheme.removeEventListener('change', redraw)
      plot.destroy()
    }
  }, [days, series, isShare, language])

  const cell = (value: number | null | undefined) => {
    if (isShare) return shareText(value ?? null, language, words)
    return value === null || value === undefined ? words.noData : count(value, language)
  }
  const intervalText = (interval: { low: number; high: number } | null | undefined) =>
    interval ? ` (${words.interval(percent(interval.low, language), percent(interval.high, language))})` : ''
  const cellText = ({ values, intervals, rates }: (typeof series)[number], index: number) => {
    const rate = rates?.[index]
    return rate ? evidenceText(rate, language, words) : cell(values[index]) + intervalText(intervals?.[index])
  }
  return (
    <figure class="chart" aria-labelledby={titleId}>
      <figcaption>
        <h3 id={titleId}>{title}</h3>
        <ul class="legend" aria-hidden="true">
          {series.map((line) => (
            <li key={line.label}>{line.label}</li>
          ))}
        </ul>
      </figcaption>
      <div ref={place} class="plot" aria-hidden="true" />
      <details class="as-table">
        <summary>{words.showTable(title)}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
        <section class="scroll" aria-label={words.table(title)} tabIndex={0}>
          <table>
            <caption class="visually-hidden">{title}</caption>
            <thead>
              <tr>
                <th scope="col">{words.day}</th>
                {series.map((line) => (
                  <th key={line.label} scope="col">
                    {line.label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {days.map((day, index) => (
                <tr key={day}>
                  <th scope="row">{props.rowNames?.[index] ?? day}</th>
                  {series.map((line) => (
                    <td key={line.label}>{cellText(line, index)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </figure>
  )
}
