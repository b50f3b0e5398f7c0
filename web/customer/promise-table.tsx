import { dateTime } from '../shared/numbers.ts'
import { promiseWords, STAFF_PROMISE_WORDS } from '../shared/promise-words.ts'
import type { CustomerSection } from './customer-page.tsx'
import { ConversationLink } from './ledger-table.tsx'

const TO_BE_KEPT = new Set(['open', 'overdue'])

export function PromiseTable({ customer, language, words }: CustomerSection) {
  const { promises } = customer
  const own = STAFF_PROMISE_WORDS[language]
  if (promises.length === 0) return <p class="note">{words.promisesEmpty}</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section class="scroll" aria-label={words.table(words.promises)} tabIndex={0}>
      <table>
        <caption class="visually-hidden">{words.promises}</caption>
        <thead>
          <tr>
            <th scope="col">{words.promise}</th>
            <th scope="col">{words.state}</th>
            <th scope="col">{words.due}</th>
            <th scope="col">{words.owner}</th>
          </tr>
        </thead>
        <tbody>
          {promises.map((promise) => (
            <tr key={promise.id} data-state={promise.state}>
              <th scope="row">
                {promiseWords(promise, own)} <ConversationLink id={promise.conversationId} text={words.conversation} />
              </th>
              <td>{own.states[promise.state]}</td>
              <td>
                {dateTime(promise.dueAt, language, Date.now())}
                {promise.movedTo !== undefined && (
                  <> {words.movedTo(dateTime(promise.movedTo, language, Date.now()))}</>
                )}
              </td>
              <td>{promise.ownerName ?? (TO_BE_KEPT.has(promise.state) ? words.nobody : '')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
