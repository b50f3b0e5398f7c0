import { useMemo } from 'preact/hooks'
import type { Language, LearningReport } from '../../bot/http/api.ts'
import { LineChart } from '../shared/line-chart.tsx'
import type { LearningWords } from './words/en.ts'

/** Labels given and messages accepted, by week. */
export function WeekChart(props: { report: LearningReport; language: Language; words: LearningWords }) {
  const { report, language, words } = props
  const { weeks } = report.labels
  const chart = useMemo(
    () => ({
      days: weeks.map(({ monday }) => monday),
      rowNames: weeks.map(({ week, monday, days }) => words.weekName(week, monday, days)),
      series: [
        { label: words.tile.labels, values: weeks.map(({ given }) => given) },
        { label: words.tile.accepted, values: weeks.map(({ accepted }) => accepted) },
      ],
    }),
    [weeks, words],
  )
  const weekly = { ...words, day: words.week }
  return <LineChart title={words.labelChart} {...chart} isShare={false} language={language} words={weekly} />
}
