import type { Policy } from '../../bot/policy/index.ts'
import { DAY_MS, type TrustEvent } from '../../domain/index.ts'
import { seededRandom } from '../../nlp/intent/random.ts'
import type { Store } from '../../store/index.ts'
import { simulateCustomer, WORLDS, YEAR_DAYS } from '../bench/trust/customers.ts'
import { change, conversation } from '../contract/store/sample.ts'

/**
 * A year of simulated customers up to `now`, straight into the store: of each one conversation with all that was noted.
 * @param prefix of their ids
 */
export async function liveLedgers(
  store: Store,
  trust: Policy['trust'],
  { customers, prefix = 'customer', seed = 9, now }: { customers: number; prefix?: string; seed?: number; now: number },
): Promise<TrustEvent[][]> {
  const random = seededRandom(seed)
  const [world] = WORLDS
  if (!world) throw new TypeError('there is no world')
  const begin = now - YEAR_DAYS * DAY_MS
  const ledgers: TrustEvent[][] = []
  for (let i = 0; i < customers; i++) {
    const id = `${prefix}-${i}`
    const { ledger } = simulateCustomer(world, id, trust, random)
    const trustEvents = ledger.map((row) => ({ ...row, at: begin + row.at })).filter(({ at }) => at <= now)
    const closed = conversation({ id, customerId: id, owner: 'closed', createdAt: begin, updatedAt: now })
    const customer = { id, name: `Customer ${i}`, language: 'en', createdAt: begin } as const
    await store.conversations.commit(change(closed, { customer, trustEvents }))
    ledgers.push(trustEvents)
  }
  return ledgers
}
