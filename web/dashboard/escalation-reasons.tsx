import type { Dashboard, Language } from '../../bot/http/api.ts'
import { count } from '../shared/numbers.ts'
import { escalationReasonWords } from '../shared/reason-words.ts'
import { ShareBar } from '../shared/share-bar.tsx'
import type { DashboardWords } from './words/en.ts'

export function EscalationReasons(props: {
  reasons: Dashboard['escalationReasons']
  language: Language
  words: DashboardWords
}) {
  const { reasons, language, words } = props
  if (reasons.length === 0) return <p class="note">{words.noReasons}</p>
  const most = Math.max(...reasons.map((reason) => reason.count))
  return (
    <table class="reasons">
      <caption class="visually-hidden">{words.reasons}</caption>
      <thead class="visually-hidden">
        <tr>
          <th scope="col">{words.reason}</th>
          <th scope="col">{words.number}</th>
        </tr>
      </thead>
      <tbody>
        {reasons.map((reason) => (
          <tr key={reason.reason}>
            <th scope="row">
              {escalationReasonWords(reason.reason, language)}
              <ShareBar share={reason.count / most} tone="warm" />
            </th>
            <td>{count(reason.count, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
