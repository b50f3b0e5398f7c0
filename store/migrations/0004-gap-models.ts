import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { createModelTable } from './model-table.ts'

/** Gap models, and the way to the episodes that they learn from. */
export const gapModels: Migration = {
  async up(db: Kysely<unknown>) {
    await createModelTable(db, 'gap_models')
    // The ends of episodes, in order: a page of them is read from this index.
    await db.schema
      .createIndex('conversation_events_ended')
      .on('conversation_events')
      .columns(['at', 'number'])
      .where(sql.ref('kind'), '=', sql.lit('resolved'))
      .execute()
  },
}
