import type { AnswerGap, GapReport, Language } from '../../bot/http/api.ts'
import { LOCALES } from '../shared/language.ts'
import { count } from '../shared/numbers.ts'
import { evidenceText, shareText } from '../shared/rate-words.ts'
import { ShareBar } from '../shared/share-bar.tsx'
import { type Column, SortableTable } from '../shared/sortable-table.tsx'
import type { GapWords } from './words/en.ts'

export function AnswerTable(props: { report: GapReport; language: Language; words: GapWords }) {
  const { report, language, words } = props
  if (report.answers.length === 0) return <p class="note">{words.noAnswers}</p>
  const number = (key: 'answers' | 'refused' | 'repeated'): Column<AnswerGap> => ({
    key,
    title: words.column[key],
    value: (row) => row[key],
    cell: (row) => count(row[key], language),
  })
  const columns: Column<AnswerGap>[] = [
    {
      key: 'answer',
      title: words.column.answer,
      value: (row) => row.title[language],
      cell: (row) => (
        <>
          {row.title[language]}
          {row.draft && <span class="mark"> {words.draftMark}</span>}
        </>
      ),
    },
    number('answers'),
    {
      key: 'gapAfter',
      title: words.column.gapAfter,
      value: (row) => row.gapAfter,
      cell: (row) => (
        <>
          {shareText(row.gapAfter, language, words)}
          <ShareBar share={row.gapAfter ?? 0} tone="warm" />
        </>
      ),
    },
    {
      key: 'missed',
      title: words.column.missed,
      value: (row) => row.missed.value,
      cell: (row) => evidenceText(row.missed, language, words),
    },
    number('refused'),
    number('repeated'),
  ]
  return (
    <>
      <p class="note">{report.definitions.afterAnswer?.[language]}</p>
      <SortableTable
        title={words.byAnswer}
        scrollLabel={words.table(words.byAnswer)}
        sortLabel={words.sortBy}
        columns={columns}
        rows={report.answers}
        rowKey={(row) => row.need}
        locale={LOCALES[language]}
      />
    </>
  )
}
