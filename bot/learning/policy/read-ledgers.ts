import { setImmediate } from 'node:timers/promises'
import type { ToldRow } from '../../../analytics/index.ts'
import type { Store } from '../../../store/index.ts'

/** So that nobody waits for a page to be read. */
const AT_ONCE = 100

/**
 * Customers' ledgers as far as figures of trust are fitted to them, in the store's order. Lets other work in after every
 * hundred.
 */
export async function readLedgers({ customers }: Pick<Store, 'customers'>, most: number): Promise<ToldRow[][]> {
  const read: ToldRow[][] = []
  let page = await customers.ledgers(Math.min(AT_ONCE, most))
  while (page.length > 0) {
    for (const { ledger } of page) {
      read.push(
        ledger.map(({ id, at, cause, gain, loss, replaces }) => ({
          ...{ id, at, cause, gain, loss },
          ...(replaces !== undefined && { replaces }),
        })),
      )
    }
    if (read.length >= most) break
    await setImmediate()
    page = await customers.ledgers(Math.min(AT_ONCE, most - read.length), page.at(-1)?.customerId)
  }
  return read
}
