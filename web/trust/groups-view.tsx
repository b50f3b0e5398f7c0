import type { TrustGroupingName, TrustGroupRow, TrustGroups } from '../../bot/http/api.ts'
import { Filters } from '../shared/filters.tsx'
import { LOCALES } from '../shared/language.ts'
import type { Shown } from '../shared/managers-page.tsx'
import { count, percent } from '../shared/numbers.ts'
import { ReportState } from '../shared/report-state.tsx'
import { SortableTable } from '../shared/sortable-table.tsx'
import { useRangedReport } from '../shared/use-ranged-report.ts'
import type { TrustWords } from './words/en.ts'

const GROUPINGS: TrustGroupingName[] = ['need', 'answer', 'agent', 'channel']

/** Where trust is won and lost: by need, by the bot's answers, by agent and by channel. */
export function GroupsView({ api, onProblem, language, words }: Shown<TrustWords>) {
  const asked = useRangedReport<TrustGroups>(api, { path: '/api/trust/groups' }, onProblem)
  const { report, filters } = asked
  return (
    <div class="groups">
      <p class="note">{words.groups.hint}</p>
      <Filters words={words} {...filters} />
      <ReportState asked={asked} language={language} words={words} />
      {report &&
        GROUPINGS.map((grouping) => (
          <section key={grouping} aria-labelledby={`by-${grouping}`} data-testid={`by-${grouping}`}>
            <h2 id={`by-${grouping}`}>{words.groups.by[grouping]}</h2>
            {report.groups[grouping].length === 0 ? (
              <p class="note">{words.groups.empty}</p>
            ) : (
              <GroupTable
                title={words.groups.by[grouping]}
                rows={report.groups[grouping]}
                nameOf={(row) => row.title?.[language] ?? row.name ?? channelName(row.key, words)}
                language={language}
                words={words}
              />
            )}
          </section>
        ))}
    </div>
  )
}

function GroupTable(props: {
  title: string
  rows: TrustGroupRow[]
  nameOf: (row: TrustGroupRow) => string
  language: Shown<TrustWords>['language']
  words: TrustWords
}) {
  const { language, words, nameOf } = props
  const { groups } = words
  return (
    <SortableTable<TrustGroupRow>
      title={props.title}
      scrollLabel={words.table(props.title)}
      sortLabel={words.sortBy}
      columns={[
        { key: 'name', title: groups.name, value: nameOf, cell: nameOf },
        {
          key: 'value',
          title: groups.share,
          value: ({ value }) => value,
          cell: ({ value }) => (value === null ? words.noData : percent(value, language)),
        },
        {
          key: 'interval',
          title: groups.likely,
          value: ({ low }) => low,
          cell: ({ low, high }) =>
            low === null || high === null
              ? groups.oneCustomer
              : words.interval(percent(low, language), percent(high, language)),
        },
        { key: 'rows', title: groups.rows, value: ({ rows }) => rows, cell: ({ rows }) => count(rows, language) },
        {
          key: 'customers',
          title: groups.customers,
          value: ({ customers }) => customers,
          cell: ({ customers }) => count(customers, language),
        },
      ]}
      rows={props.rows}
      rowKey={({ key }) => key}
      locale={LOCALES[language]}
    />
  )
}

function channelName(key: string, { channels }: TrustWords): string {
  return (channels as Partial<Record<string, string>>)[key] ?? key
}
