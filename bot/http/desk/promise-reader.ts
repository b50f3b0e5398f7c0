import type { Clock } from '../../../domain/index.ts'
import type { Store } from '../../../store/index.ts'
import type { DeskPromise } from '../api.ts'
import { deskPromise } from './desk-promise.ts'

/** More open promises than this are a crisis in which nobody reads on. */
export const PROMISE_LIMIT = 500

/** What was promised and is still to be kept, the first due first. */
export function promiseReader(
  store: Pick<Store, 'promises' | 'customers'>,
  clock: Clock,
): () => Promise<{ promises: DeskPromise[] }> {
  return async () => {
    const open = await store.promises.open(PROMISE_LIMIT)
    const ids = [...new Set(open.map(({ customerId }) => customerId))]
    const customers = new Map(
      (await Promise.all(ids.map((id) => store.customers.get(id)))).map((one) => [one?.id, one]),
    )
    const now = clock.now()
    return { promises: open.map((promise) => deskPromise(promise, customers.get(promise.customerId)?.name, now)) }
  }
}
