import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { total } from './count.ts'

/**
 * Of the ledger row `event`: it is evidence, and no later one of the same customer stands in for it. What `standing` of analytics is to a ledger that was read.
 * @param before rows of then or later are not looked at
 */
export function isStanding(before?: number): RawBuilder<SqlBool> {
  const until = before === undefined ? sql`` : sql`and later.at < ${before}`
  return sql`event.gain + event.loss > 0 and not exists (
    select 1 from trust_events as later
    where later.replaces = event.id and later.customer_id = event.customer_id ${until}
      -- Said once more, so that the index on what is replaced serves.
      and later.replaces is not null
  )`
}

const SIZE = sql.ref<number>('customer.size')
const FOR = sql.ref<number>('customer.total')

/** What `EvidenceSums` holds beside the number of customers, from rows `customer` with `size` and `total`, one a customer. */
export const EVIDENCE_SUMS = [
  total(SIZE).as('size'),
  total(FOR).as('total'),
  total(product(SIZE, SIZE)).as('sizeSquares'),
  total(product(FOR, FOR)).as('totalSquares'),
  total(product(SIZE, FOR)).as('products'),
] as const

/** PostgreSQL refuses products that are too small for a number; what is so small is nothing. */
export function product(one: RawBuilder<number>, other: RawBuilder<number>) {
  return sql<number>`case when ${one} > 1e-150 and ${other} > 1e-150 then ${one} * ${other} else 0 end`
}
