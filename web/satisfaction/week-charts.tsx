import { useMemo } from 'preact/hooks'
import { LineChart } from '../shared/line-chart.tsx'
import type { SectionProps } from './satisfaction-page.tsx'
import { SUBJECTS } from './subjects.ts'

/** Satisfaction with its intervals, and how many answer, week by week. */
export function WeekCharts({ report, language, words }: SectionProps) {
  const charts = useMemo(() => {
    const lines = (figure: 'satisfied' | 'response') =>
      SUBJECTS.map((subject) => ({
        label: words.subject[subject],
        values: report.weeks.map((week) => week[subject][figure].value),
        intervals: report.weeks.map((week) => {
          const { value, low, high } = week[subject][figure]
          return value === null ? null : { low, high }
        }),
      }))
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
