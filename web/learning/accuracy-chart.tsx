import { useMemo } from 'preact/hooks'
import type { Language, LearningReport } from '../../bot/http/api.ts'
import { LineChart } from '../shared/line-chart.tsx'
import { dayAt } from '../shared/range.ts'
import { rateSeries } from '../shared/rate-series.ts'
import type { LearningWords } from './words/en.ts'

/** How the model in service reads the frozen suite, by the day of each judgement; the last one where a day has several. */
export function AccuracyChart(props: { report: LearningReport; language: Language; words: LearningWords }) {
  const { report, language, words } = props
  const chart = useMemo(() => {
    const points = report.accuracy.map((point) => ({ ...point, day: dayAt(point.at, report.timeZone) }))
    const days = [...new Set(points.map(({ day }) => day))]
    const spoken = (['en', 'zh'] as const).filter((one) => points.some((point) => point.language === one))
    const series = spoken.map((one) => {
      const ofDay = (day: string) =>
        points.findLast((point) => point.day === day && point.language === one)?.rate ?? null
      return rateSeries(words.inLanguage[one], days.map(ofDay))
    })
    return { days, series }
  }, [report, words])
  if (chart.days.length === 0) {
    return (
      <div class="panel">
        <h3>{words.accuracyChart}</h3>
        <p class="note">{words.nothingJudged}</p>
      </div>
    )
  }
  return <LineChart title={words.accuracyChart} {...chart} isShare={true} language={language} words={words} />
}
