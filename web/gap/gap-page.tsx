import type { GapReport, Language } from '../../bot/http/api.ts'
import type { ApiClient, ApiProblem } from '../shared/api-client.ts'
import { Filters } from '../shared/filters.tsx'
import { ReportState } from '../shared/report-state.tsx'
import { useRangedReport } from '../shared/use-ranged-report.ts'
import { AnswerTable } from './answer-table.tsx'
import { GapTiles } from './gap-tiles.tsx'
import { LargestGaps } from './largest-gaps.tsx'
import { NeedTable } from './need-table.tsx'
import { WeekChart } from './week-chart.tsx'
import type { GapWords } from './words/en.ts'

export function GapPage(props: {
  api: ApiClient
  onProblem: (problem: ApiProblem) => void
  language: Language
  words: GapWords
}) {
  const { language, words } = props
  const source = { path: '/api/gap' }
  const asked = useRangedReport<GapReport>(props.api, source, props.onProblem)
  const { report, filters } = asked

  return (
    <main class="report">
      <h1>{words.heading}</h1>
      <Filters words={words} {...filters} />
      <ReportState asked={asked} language={language} words={words} />
      {report?.total.turns === 0 && <p class="note">{words.empty}</p>}
      {report && report.total.turns > 0 && <Sections report={report} language={language} words={words} />}
    </main>
  )
}

function Sections(props: { report: GapReport; language: Language; words: GapWords }) {
  const { words } = props
  return (
    <>
      <section aria-labelledby="largest">
        <h2 id="largest">{words.largest}</h2>
        <LargestGaps {...props} />
      </section>
      <section aria-labelledby="figures">
        <h2 id="figures" class="visually-hidden">
          {words.figures}
        </h2>
        <GapTiles {...props} />
      </section>
      <section aria-labelledby="by-week">
        <h2 id="by-week">{words.byWeek}</h2>
        <WeekChart {...props} />
      </section>
      <section class="panel" aria-labelledby="by-need">
        <h2 id="by-need">{words.byNeed}</h2>
        <NeedTable {...props} />
      </section>
      <section class="panel" aria-labelledby="by-answer">
        <h2 id="by-answer">{words.byAnswer}</h2>
        <AnswerTable {...props} />
      </section>
    </>
  )
}
