import type { Language, PolicyMatrixCell } from '../../bot/http/api.ts'
import { count } from '../shared/numbers.ts'
import type { WhatIfWords } from './words/en.ts'

/** Turns by what is done under the policy in force (down) and under the new one (across). */
export function DecisionMatrix(props: { cells: PolicyMatrixCell[]; language: Language; words: WhatIfWords }) {
  const { cells, language, words } = props
  const kinds = [...new Set(cells.flatMap(({ before, after }) => [before, after]))]
  const cell = (before: string, after: string) => cells.find((one) => one.before === before && one.after === after)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section class="scroll" aria-label={words.matrix} tabIndex={0}>
      <table>
        <caption class="visually-hidden">{words.matrixHint}</caption>
        <thead>
          <tr>
            <th scope="col">{words.inForceAndNew}</th>
            {kinds.map((kind) => (
              <th key={kind} scope="col">
                {words.kind(kind)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {kinds.map((before) => (
            <tr key={before}>
              <th scope="row">{words.kind(before)}</th>
              {kinds.map((after) => {
                const { turns = 0, differing = 0 } = cell(before, after) ?? {}
                return (
                  <td key={after} data-same={before === after} data-differs={differing > 0}>
                    {turns === 0 ? '–' : count(turns, language)}
                    {before === after && differing > 0 && (
                      <span class="note"> {words.ofThemDiffer(count(differing, language))}</span>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
