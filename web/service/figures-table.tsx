import type { Language, Lengths, ServiceFigures } from '../../bot/http/api.ts'
import { LOCALES } from '../shared/language.ts'
import { count } from '../shared/numbers.ts'
import { evidenceText } from '../shared/rate-words.ts'
import { type Column, SortableTable } from '../shared/sortable-table.tsx'
import { lengthFigure } from './length-words.ts'
import type { ServiceWords } from './words/en.ts'

interface Row {
  id: string
  name: string
  figures: ServiceFigures
}

/** The same figures for each agent or queue. */
export function FiguresTable(props: {
  title: string
  nameTitle: string
  rows: Row[]
  language: Language
  words: ServiceWords
}) {
  const { language, words } = props
  const number = (key: 'handedOver' | 'stillWaiting'): Column<Row> => ({
    key,
    title: words.tile[key],
    value: ({ figures }) => figures[key],
    cell: ({ figures }) => count(figures[key], language),
  })
  const lengths = (key: 'timeInQueue' | 'firstResponse' | 'handleTime'): Column<Row> => ({
    key,
    title: words.tile[key],
    value: ({ figures }) => figures[key].medianMs,
    cell: ({ figures }) => <LengthCell lengths={figures[key]} language={language} words={words} />,
  })
  const share = (key: 'passedOn' | 'cameBack'): Column<Row> => ({
    key,
    title: words.tile[key],
    value: ({ figures }) => figures[key].value,
    cell: ({ figures }) => evidenceText(figures[key], language, words),
  })
  return (
    <SortableTable
      title={props.title}
      scrollLabel={words.table(props.title)}
      sortLabel={words.sortBy}
      columns={[
        { key: 'name', title: props.nameTitle, value: ({ name }) => name, cell: ({ name }) => name },
        number('handedOver'),
        number('stillWaiting'),
        lengths('timeInQueue'),
        lengths('firstResponse'),
        lengths('handleTime'),
        share('passedOn'),
        share('cameBack'),
      ]}
      rows={props.rows}
      rowKey={({ id }) => id}
      locale={LOCALES[language]}
    />
  )
}

function LengthCell(props: { lengths: Lengths; language: Language; words: ServiceWords }) {
  const { main, notes } = lengthFigure(props.lengths, props.language, props.words)
  return (
    <>
      {main}
      {notes.map((note) => (
        <div key={note} class="note">
          {note}
        </div>
      ))}
    </>
  )
}
