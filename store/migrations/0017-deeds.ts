import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Promises of any deed, with whose word it was and who sees to it. A handover is not needed any more. */
export const deeds: Migration = {
  async up(db: Kysely<unknown>) {
    // SQLite cannot take back that a column is required, so the table is written anew.
    await db.schema
      .createTable('new_promises')
      .addColumn('id', 'text', (c) => c.primaryKey().notNull())
      .addColumn('customer_id', 'text', (c) => c.notNull().references('customers.id'))
      .addColumn('conversation_id', 'text', (c) => c.notNull().references('conversations.id'))
      .addColumn('escalation_id', 'text', (c) => c.references('escalations.id'))
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('what', 'text')
      .addColumn('made_by', 'text', (c) => c.notNull())
      .addColumn('seq', 'bigint')
      .addColumn('owner_id', 'text')
      .addColumn('queue', 'text')
      .addColumn('told_by', 'text', (c) => c.notNull())
      .addColumn('made_at', 'bigint', (c) => c.notNull())
      .addColumn('due_at', 'bigint', (c) => c.notNull())
      .addColumn('contact', 'text')
      .addColumn('reminded_at', 'bigint')
      .addColumn('asked_at', 'bigint')
      .addColumn('kept_at', 'bigint')
      .addColumn('broken_at', 'bigint')
      .addColumn('ended_at', 'bigint')
      .addColumn('unknown', 'integer', (c) => c.notNull().defaultTo(0))
      .execute()
    await sql`insert into new_promises (id, customer_id, conversation_id, escalation_id, kind, made_by, told_by,
        made_at, due_at, contact, kept_at, broken_at, ended_at)
      select id, customer_id, conversation_id, escalation_id, kind, '{"kind":"bot"}', 'staff',
        made_at, due_at, contact, kept_at, broken_at, ended_at
      from promises`.execute(db)
    await db.schema.dropTable('promises').execute()
    await db.schema.alterTable('new_promises').renameTo('promises').execute()
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
    await db.schema.createIndex('promises_by_due').on('promises').columns(['due_at', 'id']).execute()
  },
}
