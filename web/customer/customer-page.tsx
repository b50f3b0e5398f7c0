import { useState } from 'preact/hooks'
import type { CustomerTrust, Language } from '../../bot/http/api.ts'
import type { ApiClient, ApiProblem } from '../shared/api-client.ts'
import { LineChart } from '../shared/line-chart.tsx'
import { calendarDay, percent } from '../shared/numbers.ts'
import { problemWords } from '../shared/problem-words.ts'
import { useReport } from '../shared/use-report.ts'
import { LedgerTable } from './ledger-table.tsx'
import { PromiseTable } from './promise-table.tsx'
import { SurveyTable } from './survey-table.tsx'
import { TrustScale } from './trust-scale.tsx'
import type { CustomerWords } from './words/en.ts'

export interface CustomerSection {
  customer: CustomerTrust
  language: Language
  words: CustomerWords
}

export function CustomerPage(props: {
  api: ApiClient
  onProblem: (problem: ApiProblem) => void
  language: Language
  words: CustomerWords
}) {
  const { language, words } = props
  const [id] = useState(() => new URLSearchParams(window.location.search).get('id') ?? '')
  const path = id === '' ? undefined : `/api/customers/${encodeURIComponent(id)}/trust`
  const { report: customer, problem } = useReport<CustomerTrust>(props.api, path, props.onProblem)
  return (
    <main class="report">
      <h1>{customer ? words.heading(customer.name) : words.title}</h1>
      {id === '' && <p class="problem">{words.noId}</p>}
      {problem && (
        <p class="problem" role="alert">
          {problemWords(problem, language)}
        </p>
      )}
      {!customer && !problem && id !== '' && <p class="note">{words.reading}</p>}
      {customer && <Sections customer={customer} language={language} words={words} />}
    </main>
  )
}

function Sections(props: CustomerSection) {
  const { customer, language, words } = props
  const { trust, path } = customer
  return (
    <>
      <section class="panel" aria-labelledby="score">
        <h2 id="score">{words.score}</h2>
        <TrustScale trust={trust} prior={customer.prior} language={language} words={words} />
        <p class="note">
          {words.since(calendarDay(customer.since, language))} {customer.asked ? '' : words.notAsked}
        </p>
      </section>
      {/* Of a single day there is no course to draw. */}
      {path.length > 1 && (
        <section class="charts" aria-label={words.overTime}>
          <LineChart
            title={words.overTime}
            days={path.map(({ day }) => day)}
            series={[
              { label: words.scoreLine, values: path.map(({ score }) => score), intervals: path, stepped: true },
            ]}
            isShare
            language={language}
            words={words}
          />
        </section>
      )}
      <section aria-labelledby="ledger">
        <h2 id="ledger">{words.ledger}</h2>
        <p class="note">{words.ledgerNote(percent(customer.prior.score, language))}</p>
        <LedgerTable {...props} />
      </section>
      <section aria-labelledby="promises">
        <h2 id="promises">{words.promises}</h2>
        <PromiseTable {...props} />
      </section>
      <section aria-labelledby="surveys">
        <h2 id="surveys">{words.surveys}</h2>
        <SurveyTable {...props} />
      </section>
    </>
  )
}
