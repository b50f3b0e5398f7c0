import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Up to where each side has read, and what agents have open: every desk asks for both, again and again. */
export const reads: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('reads')
      .addColumn('conversation_id', 'text', (c) => c.notNull().references('conversations.id'))
      .addColumn('reader', 'text', (c) => c.notNull())
      .addColumn('seq', 'bigint', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('reads_pk', ['conversation_id', 'reader'])
      .execute()
    await db.schema
      .createIndex('escalations_open_in_order')
      .on('escalations')
      .columns(['accepted_at', 'id'])
      .where(sql.ref('accepted_at'), 'is not', null)
      .where(sql.ref('ended_at'), 'is', null)
      .execute()
  },
}
