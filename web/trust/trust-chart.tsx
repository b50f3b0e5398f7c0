import { useId, useMemo } from 'preact/hooks'
import type { Language, TrustDynamics, TrustForecastWeek } from '../../bot/http/api.ts'
import { LineChart } from '../shared/line-chart.tsx'
import type { Series } from '../shared/plot.ts'
import type { TrustWords } from './words/en.ts'

/** Trust of the weeks with its interval, the law through them, and the weeks to come with their band. */
export function TrustChart(props: { report: TrustDynamics; language: Language; words: TrustWords }) {
  const { report, language, words } = props
  const { dynamics } = words
  const titleId = useId()
  const chart = useMemo(() => {
    const law = report.law.kind === 'fitted' ? report.law : undefined
    const weeks = [...report.weeks, ...(law?.forecast ?? [])]
    const coming = law?.forecast.length ?? 0
    const past = report.weeks.length
    const later = (label: string, forecast: TrustForecastWeek[]): Series => ({
      label,
      values: [...new Array<null>(past).fill(null), ...forecast.map(({ value }) => value)],
      intervals: [...new Array<null>(past).fill(null), ...forecast],
    })
    const padded = <T,>(values: T[]) => [...values, ...new Array<null>(coming).fill(null)]
    const trust: Series = {
      label: dynamics.trust,
      values: padded(report.weeks.map((week) => week.trust?.value ?? null)),
      intervals: padded(report.weeks.map((week) => intervalOf(week.trust))),
    }
    const series = law
      ? [
          trust,
          { label: dynamics.law, values: padded(law.path) },
          later(dynamics.forecast, law.forecast),
          ...(law.whatIf ? [later(dynamics.whatIfLine, law.whatIf.weeks)] : []),
        ]
      : [trust]
    return {
      days: weeks.map(({ monday }) => monday),
      rowNames: weeks.map(({ week, monday }) => dynamics.weekName(week, monday)),
      series,
    }
  }, [report, dynamics])
  const weekly = { ...words, day: dynamics.week }
  return (
    <section aria-labelledby={titleId}>
      <h2 id={titleId}>{dynamics.trustHeading}</h2>
      <LineChart title={dynamics.chart} {...chart} isShare={true} language={language} words={weekly} />
      <details class="trust-means">
        <summary>{dynamics.means}</summary>
        <p>{report.definitions.trust[language]}</p>
        <p>{dynamics.assumptions}</p>
      </details>
    </section>
  )
}

function intervalOf(trust: TrustDynamics['weeks'][number]['trust']): { low: number; high: number } | null {
  return trust && trust.low !== null && trust.high !== null ? { low: trust.low, high: trust.high } : null
}
