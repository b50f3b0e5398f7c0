import { useMemo } from 'preact/hooks'
import type { Language, PromiseCounts, PromiseMakerName, PromiseReport, ShownPromiseState } from '../../bot/http/api.ts'
import { Filters } from '../shared/filters.tsx'
import { LOCALES } from '../shared/language.ts'
import { LineChart } from '../shared/line-chart.tsx'
import type { Shown } from '../shared/managers-page.tsx'
import { count } from '../shared/numbers.ts'
import { STAFF_PROMISE_WORDS } from '../shared/promise-words.ts'
import { evidenceText, rateFigure } from '../shared/rate-words.ts'
import { ReportState } from '../shared/report-state.tsx'
import { type Column, SortableTable } from '../shared/sortable-table.tsx'
import { Tile } from '../shared/tile.tsx'
import { useRangedReport } from '../shared/use-ranged-report.ts'
import { HearingPanel } from './hearing-panel.tsx'
import type { TrustWords } from './words/en.ts'

const KEPT_IN_TIME: Record<Language, string> = {
  en: 'Of the promises whose time has passed: those that were done by then. What the customer did not want any more, what nobody can tell, and what is not due yet is not counted; nor what only the customer can tell until they have.',
  zh: '已到期的承诺中按时完成的比例。客户不再需要的、无人能确认的、只有客户才知道而尚未确认的，以及尚未到期的，均不计入。',
}

/** In the order in which one asks: how it went, and then what is left. */
const STATES: readonly ShownPromiseState[] = ['kept', 'late', 'broken', 'overdue', 'open', 'withdrawn', 'unknown']

/** How the company keeps its word: week by week, and by whose word it was. */
export function PromisesView({ api, onProblem, language, words }: Shown<TrustWords>) {
  const asked = useRangedReport<PromiseReport>(api, { path: '/api/promises' }, onProblem)
  const { report, filters } = asked
  const shown = { language, words }
  return (
    <>
      <p class="note">{words.promises.hint}</p>
      <Filters words={words} {...filters} />
      <ReportState asked={asked} {...shown} />
      {report?.makers.length === 0 && <p class="note">{words.promises.none}</p>}
      {report && report.makers.length > 0 && (
        <>
          <Total report={report} {...shown} />
          <Weeks report={report} {...shown} />
          <Makers report={report} {...shown} />
        </>
      )}
      <HearingPanel api={api} onProblem={onProblem} {...shown} />
    </>
  )
}

interface Props {
  report: PromiseReport
  language: Language
  words: TrustWords
}

function Total({ report, language, words }: Props) {
  const { keptInTime } = report.total
  return (
    <section aria-labelledby="promises-figures">
      <h2 id="promises-figures" class="visually-hidden">
        {words.figures}
      </h2>
      <div class="tiles">
        <Tile
          metric="promises-kept"
          name={words.promises.keptInTime}
          {...rateFigure(keptInTime, language, words)}
          definition={KEPT_IN_TIME}
          language={language}
          words={words}
        />
      </div>
    </section>
  )
}

function Weeks({ report, language, words }: Props) {
  const { byWeek, week } = words.promises
  const { states } = STAFF_PROMISE_WORDS[language]
  const weeks = useMemo(
    () => ({
      days: report.weeks.map(({ monday }) => monday),
      rowNames: report.weeks.map(({ monday, week: name }) => `${monday} (${name})`),
      series: (['kept', 'late', 'broken', 'overdue'] as const).map((state) => ({
        label: states[state],
        values: report.weeks.map(({ counts }) => counts[state]),
      })),
    }),
    [report, states],
  )
  return <LineChart title={byWeek} {...weeks} isShare={false} language={language} words={{ ...words, day: week }} />
}

function Makers({ report, language, words }: Props) {
  const { promises } = words
  const nameOf = (maker: PromiseMakerName) => makerWords(maker, language, words)
  type Row = { maker: PromiseMakerName; counts: PromiseCounts }
  const columns: Column<Row>[] = [
    { key: 'maker', title: promises.maker, value: ({ maker }) => nameOf(maker), cell: ({ maker }) => nameOf(maker) },
    {
      key: 'keptInTime',
      title: promises.keptInTime,
      value: ({ counts }) => counts.keptInTime.value,
      cell: ({ counts }) => evidenceText(counts.keptInTime, language, words),
    },
    ...STATES.map(
      (state): Column<Row> => ({
        key: state,
        title: STAFF_PROMISE_WORDS[language].states[state],
        value: ({ counts }) => counts[state],
        cell: ({ counts }) => count(counts[state], language),
      }),
    ),
  ]
  return (
    <section class="panel" aria-labelledby="promises-by-maker">
      <h2 id="promises-by-maker">{promises.byMaker}</h2>
      <SortableTable
        title={promises.byMaker}
        scrollLabel={promises.scroll}
        sortLabel={words.sortBy}
        columns={columns}
        rows={report.makers}
        rowKey={({ maker }) => JSON.stringify(maker)}
        locale={LOCALES[language]}
      />
    </section>
  )
}

function makerWords(maker: PromiseMakerName, language: Language, { promises }: TrustWords): string {
  switch (maker.kind) {
    case 'bot':
      return promises.makers.bot
    case 'pack':
      return promises.makers.pack(maker.title?.[language] ?? maker.need)
    case 'agent':
      return promises.makers.agent(maker.name)
    default:
      return maker satisfies never
  }
}
