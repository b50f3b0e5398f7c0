import type { Dashboard, Language } from '../../bot/http/api.ts'
import type { ApiClient, ApiProblem } from '../shared/api-client.ts'
import { Filters } from '../shared/filters.tsx'
import { clockTime } from '../shared/numbers.ts'
import { problemWords, sharedWords } from '../shared/problem-words.ts'
import { useRangedReport } from '../shared/use-ranged-report.ts'
import { DayCharts } from './day-charts.tsx'
import { EscalationReasons } from './escalation-reasons.tsx'
import { LowestTrust } from './lowest-trust.tsx'
import { Tiles } from './tiles.tsx'
import type { DashboardWords } from './words/en.ts'

const REFRESH_MS = 60_000

export function DashboardPage(props: {
  api: ApiClient
  onProblem: (problem: ApiProblem) => void
  language: Language
  words: DashboardWords
}) {
  const { language, words } = props
  const source = { path: '/api/dashboard', everyMs: REFRESH_MS }
  const asked = useRangedReport<Dashboard>(props.api, source, props.onProblem)
  const { report: dashboard, readAt, problem, reload, range, filters } = asked

  return (
    <main class="report">
      <h1>{words.heading}</h1>
      <Filters words={words} {...filters} />
      <div role="status">
        {!range && <p class="problem">{words.wrongRange}</p>}
        {problem && (
          <p class="problem">
            {problemWords(problem, language)}{' '}
            <button type="button" class="button" onClick={reload}>
              {sharedWords[language].tryAgain}
            </button>
          </p>
        )}
        {!dashboard && !problem && range && <p class="note">{sharedWords[language].loading}</p>}
        {dashboard && (
          <p class="note">
            {words.zone(dashboard.timeZone)} {words.updated(clockTime(readAt, language))}
          </p>
        )}
      </div>
      {dashboard && (
        <>
          <section aria-labelledby="figures">
            <h2 id="figures" class="visually-hidden">
              {words.figures}
            </h2>
            {dashboard.total.conversations === 0 && <p class="note empty-hint">{words.emptyHint}</p>}
            <Tiles dashboard={dashboard} language={language} words={words} />
          </section>
          <section aria-labelledby="by-day">
            <h2 id="by-day">{words.byDay}</h2>
            <DayCharts dashboard={dashboard} language={language} words={words} />
          </section>
          <div class="columns">
            <section class="panel" aria-labelledby="reasons">
              <h2 id="reasons">{words.reasons}</h2>
              <EscalationReasons reasons={dashboard.escalationReasons} language={language} words={words} />
            </section>
            <section class="panel" aria-labelledby="lowest-trust">
              <h2 id="lowest-trust">{words.lowestTrust}</h2>
              <p class="note">{words.lowestTrustHint}</p>
              <p class="note">{dashboard.definitions.lowestTrust?.[language]}</p>
              <LowestTrust customers={dashboard.lowestTrust} language={language} words={words} />
            </section>
          </div>
        </>
      )}
    </main>
  )
}
