import type { Language, PolicyFigure } from '../../bot/http/api.ts'
import { LOCALES } from '../shared/language.ts'
import type { LearningWords } from './words/en.ts'

/** Which figures of policy.yaml would be which. */
export function PolicyFigures(props: { figures: readonly PolicyFigure[]; language: Language; words: LearningWords }) {
  const { figures, language, words } = props
  const { format } = new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 3 })
  return (
    <ul class="try-reasons">
      {figures.map(({ path, before, after }) => (
        <li key={path}>
          <strong>{words.changedFigure(words.policyFigure[path], format(before), format(after))}</strong>{' '}
          <code class="note">{path}</code>
        </li>
      ))}
    </ul>
  )
}
