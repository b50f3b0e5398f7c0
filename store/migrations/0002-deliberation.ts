import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What a turn's decision rested on, and what messages turned out to be about. */
export const deliberation: Migration = {
  async up(db: Kysely<unknown>) {
    // One column each: SQLite adds no more at a time.
    await db.schema.alterTable('turns').addColumn('deliberation', 'text').execute()
    await db.schema.alterTable('turns').addColumn('need', 'text').execute()
    await db.schema.alterTable('turns').addColumn('confidence', 'double precision').execute()
    await db.schema.alterTable('escalations').addColumn('seq', 'bigint').execute()
    // The random check reads exactly this index.
    await db.schema
      .createIndex('turns_weighed')
      .on('turns')
      .columns(['id', 'at'])
      .where(sql.ref('confidence'), 'is not', null)
      .execute()
    await db.schema
      .createTable('turn_labels')
      .addColumn('conversation_id', 'text', (c) => c.notNull())
      .addColumn('seq', 'bigint', (c) => c.notNull())
      .addColumn('source', 'text', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('meant', 'text', (c) => c.notNull())
      .addColumn('need', 'text')
      .addColumn('by', 'text')
      .addPrimaryKeyConstraint('turn_labels_pk', ['conversation_id', 'seq', 'source'])
      .addForeignKeyConstraint('turn_labels_turn', ['conversation_id', 'seq'], 'turns', ['conversation_id', 'seq'])
      .execute()
    await db.schema
      .createIndex('turn_labels_by_time')
      .on('turn_labels')
      .columns(['at', 'conversation_id', 'seq', 'source'])
      .execute()
  },
}
