import type { Dashboard, Language } from '../../bot/http/api.ts'
import { count, dateTime, percent } from '../shared/numbers.ts'
import type { DashboardWords } from './words/en.ts'

export function LowestTrust(props: { customers: Dashboard['lowestTrust']; language: Language; words: DashboardWords }) {
  const { customers, language, words } = props
  if (customers.length === 0) return <p class="note">{words.nobody}</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section class="scroll" aria-label={words.table(words.lowestTrust)} tabIndex={0}>
      <table>
        <caption class="visually-hidden">{words.lowestTrust}</caption>
        <thead>
          <tr>
            <th scope="col">{words.customer}</th>
            <th scope="col">{words.trustColumn}</th>
            <th scope="col">{words.likely}</th>
            <th scope="col">{words.events}</th>
            <th scope="col">{words.last}</th>
          </tr>
        </thead>
        <tbody>
          {customers.map((customer) => (
            <tr key={customer.customerId}>
              <th scope="row">
                <a href={`/customer?id=${encodeURIComponent(customer.customerId)}`}>{customer.name}</a>
              </th>
              <td>{percent(customer.trust, language)}</td>
              <td>{words.between(percent(customer.low, language), percent(customer.high, language))}</td>
              <td>{count(customer.n, language)}</td>
              <td>{dateTime(customer.lastAt, language, Date.now())}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
