import type { Language, ServiceReport } from '../../bot/http/api.ts'
import type { ApiClient, ApiProblem } from '../shared/api-client.ts'
import { Filters } from '../shared/filters.tsx'
import { ReportState } from '../shared/report-state.tsx'
import { useRangedReport } from '../shared/use-ranged-report.ts'
import { FiguresTable } from './figures-table.tsx'
import { ServiceTiles } from './service-tiles.tsx'
import type { ServiceWords } from './words/en.ts'

const SOURCE = { path: '/api/service' }

export function ServicePage(props: {
  api: ApiClient
  onProblem: (problem: ApiProblem) => void
  language: Language
  words: ServiceWords
}) {
  const { language, words } = props
  const asked = useRangedReport<ServiceReport>(props.api, SOURCE, props.onProblem)
  const { report, filters } = asked
  return (
    <main class="report">
      <h1>{words.heading}</h1>
      <p class="note">{words.hint}</p>
      <Filters words={words} {...filters} />
      <ReportState asked={asked} language={language} words={words} />
      {report?.total.handedOver === 0 && <p class="note">{words.empty}</p>}
      {report && report.total.handedOver > 0 && <Sections report={report} language={language} words={words} />}
    </main>
  )
}

function Sections(props: { report: ServiceReport; language: Language; words: ServiceWords }) {
  const { report, language, words } = props
  return (
    <>
      <section aria-labelledby="figures">
        <h2 id="figures" class="visually-hidden">
          {words.figures}
        </h2>
        <ServiceTiles {...props} />
      </section>
      <section class="panel" aria-labelledby="by-agent">
        <h2 id="by-agent">{words.byAgent}</h2>
        {report.agents.length === 0 ? (
          <p class="note">{words.noAgents}</p>
        ) : (
          <FiguresTable
            title={words.byAgent}
            rows={report.agents.map(({ agentId, name, ...figures }) => ({ id: agentId, name, figures }))}
            nameTitle={words.column.agent}
            language={language}
            words={words}
          />
        )}
      </section>
      <section class="panel" aria-labelledby="by-queue">
        <h2 id="by-queue">{words.byQueue}</h2>
        <FiguresTable
          title={words.byQueue}
          rows={report.queues.map(({ queue, title, ...figures }) => ({ id: queue, name: title[language], figures }))}
          nameTitle={words.column.queue}
          language={language}
          words={words}
        />
      </section>
    </>
  )
}
