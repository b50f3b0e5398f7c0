import type { GapReport, Language, NeedGap } from '../../bot/http/api.ts'
import { LOCALES } from '../shared/language.ts'
import { count } from '../shared/numbers.ts'
import { evidenceText, shareText } from '../shared/rate-words.ts'
import { ShareBar } from '../shared/share-bar.tsx'
import { type Column, SortableTable } from '../shared/sortable-table.tsx'
import type { GapWords } from './words/en.ts'

export function NeedTable(props: { report: GapReport; language: Language; words: GapWords }) {
  const { report, language, words } = props
  if (report.needs.length === 0) return <p class="note">{words.noNeeds}</p>
  const number = (key: 'clarifications' | 'handovers'): Column<NeedGap> => ({
    key,
    title: words.column[key],
    value: (row) => row[key],
    cell: (row) => count(row[key], language),
  })
  const columns: Column<NeedGap>[] = [
    { key: 'need', title: words.column.need, value: (row) => row.title[language], cell: (row) => row.title[language] },
    {
      key: 'messages',
      title: words.column.messages,
      value: (row) => row.turns,
      cell: (row) => count(row.turns, language),
    },
    {
      key: 'gap',
      title: words.column.gap,
      value: (row) => row.gap,
      cell: (row) => (
        <>
          {shareText(row.gap, language, words)}
          <ShareBar share={row.gap ?? 0} tone="warm" />
        </>
      ),
    },
    {
      key: 'large',
      title: words.column.large,
      value: (row) => row.large.value,
      cell: (row) => evidenceText(row.large, language, words),
    },
    number('clarifications'),
    number('handovers'),
    {
      key: 'dissatisfied',
      title: words.column.dissatisfied,
      value: (row) => row.dissatisfied.value,
      cell: (row) => evidenceText(row.dissatisfied, language, words),
    },
  ]
  return (
    <>
      <p class="note">{report.definitions.needs?.[language]}</p>
      <SortableTable
        title={words.byNeed}
        scrollLabel={words.table(words.byNeed)}
        sortLabel={words.sortBy}
        columns={columns}
        rows={report.needs}
        rowKey={(row) => row.need}
        locale={LOCALES[language]}
      />
    </>
  )
}
