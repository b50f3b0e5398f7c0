import { useMemo } from 'preact/hooks'
import { LineChart } from '../shared/line-chart.tsx'
import { rateSeries } from '../shared/rate-series.ts'
import { SUBJECTS } from '../shared/subjects.ts'
import type { SectionProps } from './satisfaction-page.tsx'

/** Satisfaction with its intervals, and how many answer, week by week. */
export function WeekCharts({ report, language, words }: SectionProps) {
  const charts = useMemo(() => {
    const lines = (figure: 'satisfied' | 'response') =>
      SUBJECTS.map((subject) =>
        rateSeries(
          words.subject[subject],
          report.weeks.map((week) => week[subject][figure]),
        ),
      )
    return {
      days: report.weeks.map(({ monday }) => monday),
      rowNames: report.weeks.map(({ week, monday, days }) => words.weekName(week, monday, days)),
      satisfied: lines('satisfied'),
      response: lines('response'),
    }
  }, [report, words])
  const { satisfied, response, ...days } = charts
  return (
    <div class="charts">
      <LineChart title={words.chart.satisfied} {...days} series={satisfied} isShare={true} {...{ language, words }} />
      <LineChart title={words.chart.response} {...days} series={response} isShare={true} {...{ language, words }} />
    </div>
  )
}
