import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Public figures as they were released, and the privacy budget that they have spent. */
export const releases: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('release_budgets')
      .addColumn('quarter', 'text', (c) => c.primaryKey().notNull())
      .addColumn('budget_micros', 'bigint', (c) => c.notNull())
      .addColumn('spent_micros', 'bigint', (c) => c.notNull())
      .execute()
    // Apart from the releases: one that is deleted has been seen all the same.
    await db.schema
      .createTable('release_spends')
      .addColumn('period', 'text', (c) => c.primaryKey().notNull())
      .addColumn('quarter', 'text', (c) => c.notNull())
      .addColumn('epsilon_micros', 'bigint', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .execute()
    await db.schema
      .createTable('releases')
      .addColumn('period', 'text', (c) => c.primaryKey().notNull())
      .addColumn('from_at', 'bigint', (c) => c.notNull())
      .addColumn('to_at', 'bigint', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('body', 'text', (c) => c.notNull())
      .execute()
    await db.schema.createIndex('releases_in_order').on('releases').columns(['to_at desc', 'period desc']).execute()
    await db.schema.createIndex('responses_by_first').on('responses').columns(['first_at', 'survey_id']).execute()
  },
}
