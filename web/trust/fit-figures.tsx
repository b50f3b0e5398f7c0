import type { Language, TrustFigures, TrustFitTry } from '../../bot/http/api.ts'
import { LOCALES } from '../shared/language.ts'
import { count } from '../shared/numbers.ts'
import type { FitWords } from './words/fit-en.ts'

interface Row {
  name: string
  of(figures: TrustFigures): number
  /** Entries in the ledgers that it was fitted to. */
  rows?: number
}

/** Which figures of policy.yaml were which, and what was fitted. */
export function FitFigures(props: { one: TrustFitTry; needed: number; language: Language; words: FitWords }) {
  const { one, needed, language, words } = props
  const { format } = new Intl.NumberFormat(LOCALES[language], { maximumSignificantDigits: 3 })
  const rows: Row[] = [
    { name: words.figure.start, of: ({ prior }) => prior.gain / (prior.gain + prior.loss) },
    { name: words.figure.strength, of: ({ prior }) => prior.gain + prior.loss },
    { name: words.figure.halfLife, of: ({ halfLifeDays }) => halfLifeDays },
    { name: words.figure.most, of: ({ mostObservations }) => mostObservations },
    ...(Object.keys(words.cause) as (keyof FitWords['cause'])[]).map((cause) => ({
      name: words.weight(words.cause[cause]),
      of: ({ weights }: TrustFigures) => weights[cause],
      rows: one.evidence.rows[cause] ?? 0,
    })),
  ]
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section class="scroll-sideways" aria-label={words.table} tabIndex={0}>
      <table class="fit-figures">
        <caption class="visually-hidden">{words.table}</caption>
        <thead>
          <tr>
            {[words.column.figure, words.column.before, words.column.after, words.column.rows].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, of, rows }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{format(of(one.before))}</td>
              <td>
                <strong>{format(of(one.after))}</strong>
              </td>
              <td>
                {rows !== undefined && count(rows, language)}
                {rows !== undefined && rows < needed && <span class="note"> {words.tooFewRows}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
