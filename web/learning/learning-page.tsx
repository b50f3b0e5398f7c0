import type { Language, LearningReport } from '../../bot/http/api.ts'
import type { ApiClient, ApiProblem } from '../shared/api-client.ts'
import { Filters } from '../shared/filters.tsx'
import { ReportState } from '../shared/report-state.tsx'
import { useRangedReport } from '../shared/use-ranged-report.ts'
import { AccuracyChart } from './accuracy-chart.tsx'
import { EffectList } from './effect-list.tsx'
import { gainedSentences } from './learning-sentences.ts'
import { LearningTiles } from './learning-tiles.tsx'
import { TryList } from './try-list.tsx'
import { WeekChart } from './week-chart.tsx'
import type { LearningWords } from './words/en.ts'

export function LearningPage(props: {
  api: ApiClient
  onProblem: (problem: ApiProblem) => void
  language: Language
  words: LearningWords
}) {
  const { language, words } = props
  const asked = useRangedReport<LearningReport>(props.api, { path: '/api/learning' }, props.onProblem)
  const { report, filters } = asked

  return (
    <main class="report">
      <h1>{words.heading}</h1>
      <Filters words={words} {...filters} />
      <ReportState asked={asked} language={language} words={words} />
      {report && <Sections report={report} language={language} words={words} />}
    </main>
  )
}

function Sections(props: { report: LearningReport; language: Language; words: LearningWords }) {
  const { report, language, words } = props
  return (
    <>
      <section class="panel gained" data-gained={report.gained} aria-labelledby="gained">
        <h2 id="gained">{words.gainedHeading}</h2>
        {gainedSentences(report, language, words).map((sentence, index) => (
          <p key={sentence} class={index === 0 ? 'gained-main' : 'note'}>
            {sentence}
          </p>
        ))}
        <details class="explained">
          <summary>{words.howGained}</summary>
          <p>{report.definitions.gained?.[language]}</p>
        </details>
      </section>
      <section aria-labelledby="figures">
        <h2 id="figures" class="visually-hidden">
          {words.figures}
        </h2>
        <LearningTiles {...props} />
      </section>
      <section class="charts" aria-label={words.overTime}>
        <AccuracyChart {...props} />
        <WeekChart {...props} />
      </section>
      <section aria-labelledby="effects">
        <h2 id="effects">{words.effects}</h2>
        <EffectList {...props} />
      </section>
      <section aria-labelledby="tries">
        <h2 id="tries">{words.tries}</h2>
        <TryList {...props} />
        <p class="note">
          {words.trustApart} <a href="/trust#fit">{words.toTrust}</a>
        </p>
      </section>
    </>
  )
}
