import { type AliasedRawBuilder, sql } from 'kysely'
import type { Period } from '../period.ts'

/**
 * The periods as a table `period(position, starts, ends)`, so that one query sums all of them.
 * The casts tell PostgreSQL the types of the parameters.
 */
export function periodTable(
  periods: Period[],
): AliasedRawBuilder<{ position: number; starts: number; ends: number }, 'period'> {
  const rows = periods.map(
    ({ from, to }, position) => sql`(cast(${position} as bigint), cast(${from} as bigint), cast(${to} as bigint))`,
  )
  const table = sql<{ position: number; starts: number; ends: number }>`
    (with listed(position, starts, ends) as (values ${sql.join(rows)}) select * from listed)`
  return table.as('period')
}
