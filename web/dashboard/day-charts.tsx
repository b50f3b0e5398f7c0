import { useMemo } from 'preact/hooks'
import type { Dashboard, DashboardDay, Language, Rate } from '../../bot/http/api.ts'
import { LineChart } from '../shared/line-chart.tsx'
import { rateSeries } from '../shared/rate-series.ts'
import { SUBJECTS } from '../shared/subjects.ts'
import type { DashboardWords } from './words/en.ts'

export function DayCharts(props: { dashboard: Dashboard; language: Language; words: DashboardWords }) {
  const { dashboard, language, words } = props
  const charts = useMemo(() => {
    const series = (label: string, value: (day: DashboardDay) => number | null) => ({
      label,
      values: dashboard.days.map(value),
    })
    const rates = (label: string, rate: (day: DashboardDay) => Rate) => rateSeries(label, dashboard.days.map(rate))
    return [
      {
        title: words.chartVolume,
        isShare: false,
        series: [
          series(words.metric.conversations, (day) => day.conversations),
          series(words.metric.escalations, (day) => day.escalations),
        ],
      },
      {
        title: words.chartContainment,
        isShare: true,
        series: [rates(words.metric.containment, (day) => day.containment)],
      },
      {
        title: words.chartSatisfaction,
        isShare: true,
        series: SUBJECTS.map((subject) => rates(words.subject[subject], (day) => day.csat[subject].satisfied)),
      },
      {
        title: words.chartTrust,
        isShare: true,
        series: [series(words.metric.trust, (day) => day.trust), series(words.metric.gap, (day) => day.gap)],
      },
    ]
  }, [dashboard, words])
  const days = useMemo(() => dashboard.days.map((day) => day.day), [dashboard])
  return (
    <div class="charts day-charts">
      {charts.map((chart) => (
        <LineChart key={chart.title} {...chart} days={days} language={language} words={words} />
      ))}
    </div>
  )
}
