import { useMemo } from 'preact/hooks'
import type { GoodwillReport, Language } from '../../bot/http/api.ts'
import { LineChart } from '../shared/line-chart.tsx'
import type { Shown } from '../shared/managers-page.tsx'
import { ReportState } from '../shared/report-state.tsx'
import { ShareBar } from '../shared/share-bar.tsx'
import { useReport } from '../shared/use-report.ts'
import { GoodwillRule } from './goodwill-rule.tsx'
import { money } from './money.ts'
import type { TrustWords } from './words/en.ts'

/** What goodwill costs this month, and by each rule what it does against customers who were held out. */
export function GoodwillView({ api, onProblem, language, words }: Shown<TrustWords>) {
  const asked = useReport<GoodwillReport>(api, '/api/goodwill', onProblem)
  const { report } = asked
  return (
    <>
      <p class="note">{words.goodwill.hint}</p>
      <ReportState asked={asked} language={language} words={words} />
      {report && (
        <>
          <Budget report={report} language={language} words={words} />
          {report.rules.length === 0 && <p class="note">{words.goodwill.noRules}</p>}
          {report.rules.map((rule) => (
            <GoodwillRule key={rule.name} rule={rule} report={report} language={language} words={words.goodwill} />
          ))}
          <p class="note">{words.goodwill.howTold}</p>
        </>
      )}
    </>
  )
}

function Budget(props: { report: GoodwillReport; language: Language; words: TrustWords }) {
  const { report, language, words } = props
  const { goodwill } = words
  const { total, spent, left } = report.budget
  const months = useMemo(
    () => ({
      days: report.months.map(({ month }) => `${month}-01`),
      rowNames: report.months.map(({ month }) => month),
      series: [{ label: goodwill.spent, values: report.months.map((each) => each.spent) }],
    }),
    [report, goodwill],
  )
  return (
    <>
      <section class="panel" aria-labelledby="goodwill-budget" data-testid="goodwill-budget">
        <h2 id="goodwill-budget">
          {goodwill.budget} {report.month}
        </h2>
        {total === 0 && spent === 0 ? (
          <p>{goodwill.noBudget}</p>
        ) : (
          <>
            <p>
              <strong>{goodwill.spentOf(money(spent, language), money(total, language))}</strong>{' '}
              {goodwill.left(money(left, language))}
            </p>
            <ShareBar share={total === 0 ? 1 : spent / total} tone={left === 0 ? 'warm' : 'calm'} />
          </>
        )}
      </section>
      {report.months.length > 1 && (
        <LineChart
          title={goodwill.chart}
          {...months}
          isShare={false}
          language={language}
          words={{ ...words, day: goodwill.month }}
        />
      )}
    </>
  )
}
