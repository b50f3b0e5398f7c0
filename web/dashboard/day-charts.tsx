import { useMemo } from 'preact/hooks'
import type { Dashboard, DashboardDay, Language } from '../../bot/http/api.ts'
import { LineChart } from '../shared/line-chart.tsx'
import type { DashboardWords } from './words/en.ts'

export function DayCharts(props: { dashboard: Dashboard; language: Language; words: DashboardWords }) {
  const { dashboard, language, words } = props
  const charts = useMemo(() => {
    const series = (label: string, value: (day: DashboardDay) => number | null) => ({
      label,
      values: dashboard.days.map(value),
    })
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
        title: words.chartQuality,
        isShare: true,
        series: [
          series(words.metric.containment, (day) => day.containment.value),
          series(words.metric.csat, (day) => day.csat.value),
        ],
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
    <div class="charts">
      {charts.map((chart) => (
        <LineChart key={chart.title} {...chart} days={days} language={language} words={words} />
      ))}
    </div>
  )
}
