import { useMemo } from 'preact/hooks'
import type { GapReport, GapWeek, Language } from '../../bot/http/api.ts'
import { LineChart } from '../shared/line-chart.tsx'
import type { GapWords } from './words/en.ts'

/** The gap by week, with the parts it is made of. */
export function WeekChart(props: { report: GapReport; language: Language; words: GapWords }) {
  const { report, language, words } = props
  const chart = useMemo(() => {
    const line = (label: string, value: (week: GapWeek) => number | null) => ({
      label,
      values: report.weeks.map(value),
    })
    return {
      days: report.weeks.map(({ monday }) => monday),
      rowNames: report.weeks.map(({ week, monday, days }) => words.weekName(week, monday, days)),
      series: [
        line(words.part.gap, ({ gap }) => gap),
        line(words.part.understanding, ({ parts }) => parts.understanding),
        line(words.part.detail, ({ parts }) => parts.detail),
        line(words.part.answer, ({ parts }) => parts.answer),
      ],
    }
  }, [report, words])
  return (
    <>
      <LineChart title={words.chart} {...chart} isShare={true} language={language} words={words} />
      <details class="explained">
        <summary>{words.partsMean}</summary>
        <p>{report.definitions.parts?.[language]}</p>
      </details>
    </>
  )
}
