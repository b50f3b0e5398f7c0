import type { Language, SatisfactionReport } from '../../bot/http/api.ts'
import type { ApiClient, ApiProblem } from '../shared/api-client.ts'
import { Filters } from '../shared/filters.tsx'
import { ReportState } from '../shared/report-state.tsx'
import { useRangedReport } from '../shared/use-ranged-report.ts'
import { GroupTables } from './group-tables.tsx'
import { LoyaltyTiles } from './loyalty-tiles.tsx'
import { QuestionForms } from './question-forms.tsx'
import { Readings } from './readings.tsx'
import { ResponseTable } from './response-table.tsx'
import { SubjectTiles } from './subject-tiles.tsx'
import { WeekCharts } from './week-charts.tsx'
import type { SatisfactionWords } from './words/en.ts'

const SOURCE = { path: '/api/satisfaction' }

export interface SectionProps {
  report: SatisfactionReport
  language: Language
  words: SatisfactionWords
}

export function SatisfactionPage(props: {
  api: ApiClient
  onProblem: (problem: ApiProblem) => void
  language: Language
  words: SatisfactionWords
}) {
  const { language, words } = props
  const asked = useRangedReport<SatisfactionReport>(props.api, SOURCE, props.onProblem)
  const { report, filters } = asked
  return (
    <main class="report">
      <h1>{words.heading}</h1>
      <p class="note">{words.hint}</p>
      <Filters words={words} {...filters} />
      <ReportState asked={asked} language={language} words={words} />
      {report?.sent === 0 && <p class="note">{words.empty}</p>}
      {report && report.sent > 0 && <Sections report={report} language={language} words={words} />}
    </main>
  )
}

function Sections(props: SectionProps) {
  const { words } = props
  return (
    <>
      <section aria-labelledby="figures">
        <h2 id="figures">{words.csat}</h2>
        <SubjectTiles {...props} />
      </section>
      <section aria-labelledby="by-week">
        <h2 id="by-week">{words.byWeek}</h2>
        <WeekCharts {...props} />
      </section>
      <section aria-labelledby="readings">
        <h2 id="readings">{words.readings}</h2>
        <Readings {...props} />
      </section>
      <section class="panel" aria-labelledby="response">
        <h2 id="response">{words.responseBy}</h2>
        <ResponseTable {...props} />
      </section>
      <section aria-labelledby="loyalty">
        <h2 id="loyalty">{words.loyalty}</h2>
        <LoyaltyTiles {...props} />
      </section>
      <GroupTables {...props} />
      <section aria-labelledby="questions">
        <h2 id="questions">{words.questions}</h2>
        <QuestionForms {...props} />
      </section>
    </>
  )
}
