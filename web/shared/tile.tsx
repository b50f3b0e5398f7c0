import type { Language } from '../../bot/http/api.ts'
import type { ReportWords } from './words/report-en.ts'

/** One figure with what it was counted from and, folded behind the question mark, what it means. */
export function Tile(props: {
  metric: string
  name: string
  /** Whose figure it is, for who cannot see where the tile stands. */
  of?: string
  main: string
  notes: string[]
  definition: Record<Language, string> | undefined
  language: Language
  words: ReportWords
}) {
  const { words, metric, name } = props
  return (
    <section class="tile" aria-labelledby={`tile-${metric}`} data-testid={`tile-${metric}`}>
      <h3 id={`tile-${metric}`}>
        {name}
        {props.of !== undefined && <span class="visually-hidden"> ({props.of})</span>}
      </h3>
      {props.definition && (
        <details class="definition">
          <summary aria-label={words.whatIs(name)}>?</summary>
          <p>{props.definition[props.language]}</p>
        </details>
      )}
      <p class="tile-main" data-long={props.main.length > 9}>
        {props.main}
      </p>
      {props.notes.map((note) => (
        <p key={note} class="note">
          {note}
        </p>
      ))}
    </section>
  )
}
