import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** The time to which a promise was moved, and when the customer had an apology. Older promises have neither. */
export const promiseTimes: Migration = {
  async up(db: Kysely<unknown>) {
    for (const column of ['moved_to', 'apologised_at'] as const) {
      await db.schema.alterTable('promises').addColumn(column, 'bigint').execute()
    }
  },
}
