import { causeWords } from '../shared/cause-words.ts'
import { dateTime, decimal, percent } from '../shared/numbers.ts'
import type { CustomerSection } from './customer-page.tsx'

/** Every row with what it did to the score; one that no longer counts is struck through and says why. */
export function LedgerTable({ customer, language, words }: CustomerSection) {
  const { ledger } = customer
  if (ledger.length === 0) return <p class="note">{words.ledgerEmpty}</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section class="scroll" aria-label={words.table(words.ledger)} tabIndex={0}>
      <table class="ledger">
        <caption class="visually-hidden">{words.ledger}</caption>
        <thead>
          <tr>
            <th scope="col">{words.when}</th>
            <th scope="col">{words.what}</th>
            <th scope="col">{words.weight}</th>
            <th scope="col">{words.moved}</th>
            <th scope="col">{words.about}</th>
          </tr>
        </thead>
        <tbody>
          {ledger.map((row) => (
            <tr key={row.id} data-cause={row.cause} data-counts={row.counts}>
              <td>{dateTime(row.at, language, Date.now())}</td>
              <th scope="row">
                {row.counts ? causeWords(row, language) : <del>{causeWords(row, language)}</del>}
                {!row.counts && <span class="mark">{words.replaced}</span>}
                {row.replaces !== undefined && <span class="mark">{words.replaces}</span>}
              </th>
              <td>{decimal(row.weight, language)}</td>
              <td>{words.fromTo(percent(row.before, language), percent(row.after, language))}</td>
              <td>
                {[row.need?.[language], row.agentName ?? words.byBot].filter(Boolean).join(' · ')}
                {row.conversationId !== undefined && (
                  <>
                    {' '}
                    <ConversationLink id={row.conversationId} text={words.conversation} />
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

export function ConversationLink({ id, text }: { id: string; text: string }) {
  return <a href={`/desk#${encodeURIComponent(id)}`}>{text}</a>
}
