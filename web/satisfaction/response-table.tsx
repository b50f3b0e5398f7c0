import type { BotAndAgent, ResponseFigures } from '../../bot/http/api.ts'
import { LOCALES } from '../shared/language.ts'
import { count } from '../shared/numbers.ts'
import { evidenceText } from '../shared/rate-words.ts'
import { type Column, SortableTable } from '../shared/sortable-table.tsx'
import { SUBJECTS } from '../shared/subjects.ts'
import type { SectionProps } from './satisfaction-page.tsx'

interface Row extends BotAndAgent<ResponseFigures> {
  id: string
  name: string
}

/** Who answers: by form, channel and language. */
export function ResponseTable({ report, language, words }: SectionProps) {
  const rows: Row[] = [
    ...report.forms.map((row) => ({ ...row, id: `form-${row.form}`, name: words.formName(row.form) })),
    ...report.channels.map((row) => ({
      ...row,
      id: `channel-${row.id}`,
      name: words.csatIn(words.channels[row.id as keyof typeof words.channels] ?? row.id ?? ''),
    })),
    ...report.languages.map((row) => ({
      ...row,
      id: `language-${row.id}`,
      name: words.csatIn(words.languageName(row.id ?? '')),
    })),
  ]
  const columns: Column<Row>[] = [
    { key: 'name', title: words.column.group, value: ({ name }) => name, cell: ({ name }) => name },
    ...SUBJECTS.map(
      (subject): Column<Row> => ({
        key: subject,
        title: words.column.response[subject],
        value: (row) => row[subject].response.value,
        cell: (row) => evidenceText(row[subject].response, language, words),
      }),
    ),
    {
      key: 'open',
      title: words.column.open,
      value: (row) => row.bot.open + row.agent.open,
      cell: (row) => count(row.bot.open + row.agent.open, language),
    },
  ]
  return (
    <>
      <p class="note">{report.definitions.response?.[language]}</p>
      {report.notAsked.length > 0 && (
        <p>
          {words.notAskedBecause(
            report.notAsked.map(({ reason, count: times }) =>
              words.reason(words.because[reason], count(times, language)),
            ),
          )}
        </p>
      )}
      <SortableTable
        title={words.responseBy}
        scrollLabel={words.table(words.responseBy)}
        sortLabel={words.sortBy}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        locale={LOCALES[language]}
      />
    </>
  )
}
