import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What the company said it would do, and until when. */
export const promises: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('promises')
      .addColumn('id', 'text', (c) => c.primaryKey().notNull())
      .addColumn('customer_id', 'text', (c) => c.notNull().references('customers.id'))
      .addColumn('conversation_id', 'text', (c) => c.notNull().references('conversations.id'))
      .addColumn('escalation_id', 'text', (c) => c.notNull().references('escalations.id'))
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('made_at', 'bigint', (c) => c.notNull())
      .addColumn('due_at', 'bigint', (c) => c.notNull())
      .addColumn('contact', 'text')
      .addColumn('kept_at', 'bigint')
      .addColumn('broken_at', 'bigint')
      .addColumn('ended_at', 'bigint')
      .execute()
    // What is still to be kept is little beside what was kept.
    await db.schema
      .createIndex('promises_open')
      .on('promises')
      .columns(['due_at', 'id'])
      .where(sql.ref('kept_at'), 'is', null)
      .where(sql.ref('ended_at'), 'is', null)
      .execute()
    await db.schema
      .createIndex('promises_by_conversation')
      .on('promises')
      .columns(['conversation_id', 'made_at', 'id'])
      .execute()
    await db.schema
      .createIndex('promises_by_customer')
      .on('promises')
      .columns(['customer_id', 'made_at', 'id'])
      .execute()
  },
}
