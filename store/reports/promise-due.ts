import { type SqlBool, sql } from 'kysely'

/**
 * Of a `promise` whose time has passed: it tells whether the company keeps its word. Not so what was withdrawn, what nobody can
 * tell of, nor what only the customer can tell of until they have.
 */
export const countsAsDue = sql<SqlBool>`promise.unknown = 0 and (promise.kept_at is not null or promise.broken_at is not null
  or (promise.ended_at is null and promise.told_by <> 'customer'))`
