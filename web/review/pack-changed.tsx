import type { PackChange } from '../../bot/http/api.ts'
import type { ReviewWords } from './words/en.ts'

/** What was written into the pack's folder. */
export function PackChanged(props: { id: string; change: PackChange; words: ReviewWords }) {
  const { change, words } = props
  return (
    <div class="changed" id={props.id}>
      <p>
        {words.wroteInto}
        <code>{change.file}</code>
      </p>
      <ul>
        {change.changes.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}
