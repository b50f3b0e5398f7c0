import { dateTime } from '../shared/numbers.ts'
import type { CustomerSection } from './customer-page.tsx'
import { ConversationLink } from './ledger-table.tsx'
import type { CustomerWords } from './words/en.ts'

type Asked = CustomerSection['customer']['surveys'][number]

export function SurveyTable({ customer, language, words }: CustomerSection) {
  const { surveys } = customer
  if (surveys.length === 0) return <p class="note">{words.surveysEmpty}</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section class="scroll" aria-label={words.table(words.surveys)} tabIndex={0}>
      <table>
        <caption class="visually-hidden">{words.surveys}</caption>
        <thead>
          <tr>
            <th scope="col">{words.asked}</th>
            <th scope="col">{words.form}</th>
            <th scope="col">{words.answer}</th>
            <th scope="col">{words.about}</th>
          </tr>
        </thead>
        <tbody>
          {surveys.map((asked) => (
            <tr key={asked.id}>
              <td>{dateTime(asked.sentAt, language, Date.now())}</td>
              <td>{words.forms[asked.form] ?? asked.form}</td>
              <th scope="row">{answerText(asked, words)}</th>
              <td>
                {[asked.need?.[language], asked.agentName ?? words.byBot].filter(Boolean).join(' · ')}{' '}
                <ConversationLink id={asked.conversationId} text={words.conversation} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const HIGHEST: Record<string, number> = { csat: 5, nps: 10, ces: 7 }

function answerText({ form, answer }: Asked, words: CustomerWords): string {
  if (!answer) return words.noAnswer
  const highest = HIGHEST[form]
  return [
    answer.value === undefined
      ? words.answered
      : highest === undefined
        ? String(answer.value)
        : words.outOfMost(answer.value, highest),
    answer.resolved === undefined ? '' : answer.resolved ? words.resolved : words.unresolved,
    answer.changed ? words.changed : '',
  ]
    .filter((part) => part !== '')
    .join(' · ')
}
