import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Surveys with more than one form, answers that can be changed, and customers who say whether they want to be asked. */
export const surveys: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('surveys')
      .addColumn('form', 'text', (c) => c.notNull().defaultTo('csat'))
      .execute()
    // The reports count by form, from the index alone.
    await db.schema.dropIndex('surveys_by_time').execute()
    await db.schema.createIndex('surveys_by_time').on('surveys').columns(['channel', 'sent_at', 'id', 'form']).execute()
    await db.schema.alterTable('surveys').addColumn('items', 'text').execute()
    await db.schema.alterTable('surveys').addColumn('gap', 'double precision').execute()
    await db.schema.alterTable('surveys').addColumn('customer_messages', 'integer').execute()
    await db.schema.alterTable('surveys').addColumn('reminded_at', 'bigint').execute()
    await db.schema.createIndex('surveys_by_customer').on('surveys').columns(['customer_id', 'sent_at', 'id']).execute()
    // Who may still be reminded: most are answered, reminded or expired soon.
    await db.schema.createIndex('surveys_by_expiry').on('surveys').columns(['expires_at', 'sent_at', 'id']).execute()
    await db.schema.alterTable('customers').addColumn('survey_consent', 'text').execute()
    await db.schema.alterTable('customers').addColumn('survey_consent_at', 'bigint').execute()
    await rebuildResponses(db)
  },
}

/** SQLite cannot take back that a column is required, so the table is written anew. */
async function rebuildResponses(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('new_responses')
    .addColumn('survey_id', 'text', (c) => c.primaryKey().notNull().references('surveys.id'))
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('first_at', 'bigint', (c) => c.notNull())
    .addColumn('rating', 'integer')
    .addColumn('resolved', 'integer')
    .addColumn('score', 'integer')
    .addColumn('answers', 'text')
    .addColumn('comment', 'text')
    .execute()
  await sql`insert into new_responses (survey_id, at, first_at, rating, resolved, comment)
    select survey_id, at, at, rating, resolved, comment from responses`.execute(db)
  await db.schema.dropTable('responses').execute()
  await db.schema.alterTable('new_responses').renameTo('responses').execute()
  await db.schema
    .createIndex('responses_low')
    .on('responses')
    .columns(['at', 'survey_id'])
    .where(sql.ref('rating'), '<=', sql.lit(2))
    .execute()
}
