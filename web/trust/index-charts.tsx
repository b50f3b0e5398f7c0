import { useId, useMemo } from 'preact/hooks'
import type { Language, TransparencyPart, TrustDynamics } from '../../bot/http/api.ts'
import { LineChart } from '../shared/line-chart.tsx'
import { percent } from '../shared/numbers.ts'
import { rateSeries } from '../shared/rate-series.ts'
import type { TrustWords } from './words/en.ts'

const SHOWN: readonly TransparencyPart[] = ['source', 'confidence', 'person']
const PROMISED: readonly TransparencyPart[] = ['published', 'kept']

/** The transparency index with what turns showed, and beside it what became of promises. */
export function IndexCharts(props: { report: TrustDynamics; language: Language; words: TrustWords }) {
  const { report, language, words } = props
  const own = words.dynamics
  const titleId = useId()
  const charts = useMemo(() => {
    const part = (name: TransparencyPart) => ({
      label: own.part[name],
      values: report.weeks.map(({ parts }) => parts[name].value),
    })
    const index = { label: own.index, values: report.weeks.map((week) => week.index) }
    return {
      days: report.weeks.map(({ monday }) => monday),
      rowNames: report.weeks.map(({ week, monday }) => own.weekName(week, monday)),
      shown: [index, ...SHOWN.map(part)],
      promised: PROMISED.map((name) =>
        rateSeries(
          own.part[name],
          report.weeks.map(({ parts }) => parts[name]),
        ),
      ),
    }
  }, [report, own])
  const { days, rowNames, shown, promised } = charts
  const weekly = { ...words, day: own.week }
  const common = { days, rowNames, isShare: true, language, words: weekly }
  return (
    <section aria-labelledby={titleId}>
      <h2 id={titleId}>{own.indexHeading}</h2>
      <div class="charts">
        <LineChart title={own.indexChart} series={shown} {...common} />
        <LineChart title={own.promiseChart} series={promised} {...common} />
      </div>
      <details class="trust-means">
        <summary>{own.indexMeans}</summary>
        <p>{report.definitions.index[language]}</p>
        <dl>
          {[...SHOWN, ...PROMISED].map((name) => (
            <div key={name}>
              <dt>
                {own.part[name]} <span class="note">{own.weight(percent(report.indexWeights[name], language))}</span>
              </dt>
              <dd>{report.definitions[name][language]}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  )
}
