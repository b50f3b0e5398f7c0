import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What colleagues say among themselves, in a table of its own: what reads messages cannot come upon it. */
export const notes: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('notes')
      .addColumn('id', 'text', (c) => c.primaryKey().notNull())
      .addColumn('conversation_id', 'text', (c) => c.notNull().references('conversations.id'))
      .addColumn('after_seq', 'bigint', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('agent_id', 'text', (c) => c.notNull())
      .addColumn('text', 'text', (c) => c.notNull())
      .execute()
    await db.schema.createIndex('notes_in_order').on('notes').columns(['conversation_id', 'at', 'id']).execute()
  },
}
