import { trustScore } from '../../analytics/index.ts'
import type { Clock } from '../../domain/index.ts'
import type { Store } from '../../store/index.ts'
import type { MyTrust } from '../http/api.ts'
import type { Policy } from '../policy/index.ts'
import { ledgerLines, shownPromise } from '../trust/customer-record.ts'
import { isAsked } from './is-asked.ts'

/**
 * What the company notes of a customer, for the customer: nothing of anybody else, and nobody's ids.
 * @param customerId proven, not claimed
 */
export async function readMyTrust(
  store: Pick<Store, 'customers' | 'promises'>,
  policy: Pick<Policy, 'trust' | 'survey'>,
  clock: Clock,
  customerId: string,
): Promise<MyTrust> {
  const [customer, ledger, promises] = await Promise.all([
    store.customers.get(customerId),
    store.customers.trustEvents(customerId),
    store.promises.ofCustomer(customerId),
  ])
  const now = clock.now()
  const trust = trustScore(ledger, now, policy.trust)
  return {
    trust,
    ledger: ledgerLines(ledger, now).map(({ at, cause, share, counts }) => ({ at, cause, share, counts })),
    promises: promises.map((promise) => shownPromise(promise, now)).reverse(),
    ...(customer && { asked: isAsked(customer, policy) }),
  }
}
