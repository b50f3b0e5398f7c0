import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** How many conversations an agent takes at once. */
export const capacity: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('agents')
      .addColumn('capacity', 'bigint', (c) => c.notNull().defaultTo(5))
      .execute()
  },
}
