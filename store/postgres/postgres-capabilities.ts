import { sql } from 'kysely'
import type { Capabilities } from '../database.ts'
import { isTransactionRace } from './postgres-errors.ts'

export const postgresCapabilities: Capabilities = {
  autoNumber: { type: 'bigint', column: (column) => column.primaryKey().generatedAlwaysAsIdentity() },
  byteOrder: 'C',
  jsonText: (column, ...path) => sql`cast(${sql.ref(column)} as json) #>> ${sql.lit(`{${path.join(',')}}`)}`,
  isRace: isTransactionRace,
}

/** Type numbers (pg_type.oid) of `bigint`, and of `numeric`, which `sum` of a bigint gives. */
export const INT8 = 20
export const NUMERIC = 1700
