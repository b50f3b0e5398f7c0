import { useState } from 'preact/hooks'
import type { Language, TrustDynamics, TrustWeeks } from '../../bot/http/api.ts'
import type { Shown } from '../shared/managers-page.tsx'
import { ReportState } from '../shared/report-state.tsx'
import { useReport } from '../shared/use-report.ts'
import { IndexCharts } from './index-charts.tsx'
import { LawPanel } from './law-panel.tsx'
import { TrustChart } from './trust-chart.tsx'
import type { TrustWords } from './words/en.ts'

const CHOICES: readonly TrustWeeks[] = [13, 26, 52]
/** Between two positions of a slider that is being moved, nothing is asked. */
const REST_MS = 200

/** How trust moved over the weeks, what the company showed and kept, and what that will do. */
export function DynamicsView({ api, onProblem, language, words }: Shown<TrustWords>) {
  const [weeks, setWeeks] = useState<TrustWeeks>(52)
  const [percent, setPercent] = useState<number>()
  const whatIf = percent === undefined ? '' : `&transparency=${percent / 100}`
  const asked = useReport<TrustDynamics>(api, `/api/trust/dynamics?weeks=${weeks}${whatIf}`, onProblem, {
    restMs: percent === undefined ? 0 : REST_MS,
  })
  const { report } = asked
  const own = words.dynamics
  return (
    <>
      <p class="note">{own.hint}</p>
      <fieldset class="trust-weeks">
        <legend class="visually-hidden">{own.history}</legend>
        {CHOICES.map((choice) => (
          <button
            key={choice}
            type="button"
            class="button"
            aria-pressed={choice === weeks}
            onClick={() => setWeeks(choice)}
          >
            {own.weeks(choice)}
          </button>
        ))}
      </fieldset>
      <ReportState asked={asked} language={language} words={words} />
      {report && (
        <Sections report={report} percent={percent} onPercent={setPercent} language={language} words={words} />
      )}
    </>
  )
}

function Sections(props: {
  report: TrustDynamics
  percent: number | undefined
  onPercent: (percent: number | undefined) => void
  language: Language
  words: TrustWords
}) {
  const { report, words } = props
  const own = words.dynamics
  const hasTrust = report.weeks.some(({ trust }) => trust !== null)
  const hasIndex = report.weeks.some(({ index }) => index !== null)
  return (
    <>
      {hasTrust ? <TrustChart {...props} /> : <p class="note">{own.empty}</p>}
      {hasTrust && <LawPanel {...props} />}
      {hasIndex ? <IndexCharts {...props} /> : <p class="note">{own.noIndex}</p>}
    </>
  )
}
