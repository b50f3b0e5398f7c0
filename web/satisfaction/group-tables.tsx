import type { SatisfactionGroup } from '../../bot/http/api.ts'
import { LOCALES } from '../shared/language.ts'
import { evidenceText } from '../shared/rate-words.ts'
import { type Column, SortableTable } from '../shared/sortable-table.tsx'
import { SUBJECTS } from '../shared/subjects.ts'
import { meanFigure } from './figure-words.ts'
import type { SectionProps } from './satisfaction-page.tsx'

type Subject = (typeof SUBJECTS)[number]

const TABLES: { key: 'needs' | 'agents' | 'answers' | 'models'; of: readonly Subject[] }[] = [
  { key: 'needs', of: SUBJECTS },
  { key: 'agents', of: ['agent'] },
  { key: 'answers', of: ['bot'] },
  { key: 'models', of: ['bot'] },
]

/** CSAT by need, agent, answer and model. */
export function GroupTables(props: SectionProps) {
  const { report, words } = props
  return (
    <>
      {TABLES.map(({ key, of }) => (
        <section key={key} class="panel" aria-labelledby={`by-${key}`}>
          <h2 id={`by-${key}`}>{words.by[key]}</h2>
          <p class="note">{words.byHint[key]}</p>
          {report[key].length === 0 ? (
            <p class="note">{words.nothingSent[of[0] ?? 'bot']}</p>
          ) : (
            <GroupTable {...props} title={words.by[key]} head={words.head[key]} rows={report[key]} of={of} />
          )}
        </section>
      ))}
    </>
  )
}

function GroupTable(
  props: SectionProps & { title: string; head: string; rows: SatisfactionGroup[]; of: readonly Subject[] },
) {
  const { language, words, of } = props
  const name = (row: SatisfactionGroup) => row.title?.[language] ?? words.notKnown
  const figures = (subject: Subject): Column<SatisfactionGroup>[] => {
    // Where a table is about one of the two, its head need not say so.
    const title = (what: string) => (of.length === 1 ? what : words.ofSubject(what, words.subject[subject]))
    return [
      {
        key: `${subject}-satisfied`,
        title: title(words.tile.satisfied),
        value: (row) => row[subject].satisfied.value,
        cell: (row) => evidenceText(row[subject].satisfied, language, words),
      },
      {
        key: `${subject}-mean`,
        title: title(words.tile.mean),
        value: (row) => row[subject].mean.mean,
        cell: (row) => meanFigure(row[subject].mean, 5, language, words).main,
      },
      {
        key: `${subject}-response`,
        title: title(words.tile.response),
        value: (row) => row[subject].response.value,
        cell: (row) => evidenceText(row[subject].response, language, words),
      },
    ]
  }
  return (
    <SortableTable
      title={props.title}
      scrollLabel={words.table(props.title)}
      sortLabel={words.sortBy}
      columns={[{ key: 'name', title: props.head, value: name, cell: name }, ...of.flatMap(figures)]}
      rows={props.rows}
      rowKey={(row) => row.id ?? ''}
      locale={LOCALES[language]}
    />
  )
}
