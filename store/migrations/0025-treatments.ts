import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What customers were given as goodwill, or would have been, and what each month has cost. */
export const treatments: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('treatments')
      .addColumn('id', 'text', (c) => c.primaryKey().notNull())
      .addColumn('customer_id', 'text', (c) => c.notNull().references('customers.id'))
      .addColumn('conversation_id', 'text', (c) => c.notNull().references('conversations.id'))
      .addColumn('number', 'integer', (c) => c.notNull())
      .addColumn('cause', 'text', (c) => c.notNull().unique())
      .addColumn('reason', 'text', (c) => c.notNull())
      .addColumn('rule', 'text', (c) => c.notNull())
      .addColumn('gift', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('month', 'text', (c) => c.notNull())
      .addColumn('cost_cents', 'bigint', (c) => c.notNull())
      .addColumn('trust_before', 'double precision', (c) => c.notNull())
      .addColumn('used_at', 'bigint')
      // A customer's treatments are numbered without a gap, so that of two that are decided at once one is refused.
      .addUniqueConstraint('treatments_by_customer', ['customer_id', 'number'])
      .execute()
    await db.schema.createIndex('treatments_by_month').on('treatments').columns(['month', 'rule', 'state']).execute()
    await db.schema.createIndex('treatments_by_time').on('treatments').columns(['at', 'id']).execute()
    // Kept beside the treatments: what was spent stays spent when a customer is erased.
    await db.schema
      .createTable('goodwill_months')
      .addColumn('month', 'text', (c) => c.primaryKey().notNull())
      .addColumn('spent_cents', 'bigint', (c) => c.notNull())
      .execute()
  },
}
