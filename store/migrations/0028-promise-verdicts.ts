import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What agents said of the promises that were heard in their messages. */
export const promiseVerdicts: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('promise_verdicts')
      .addColumn('conversation_id', 'text', (c) => c.notNull().references('conversations.id'))
      .addColumn('seq', 'integer', (c) => c.notNull())
      .addColumn('position', 'integer', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('agent_id', 'text', (c) => c.notNull())
      .addColumn('language', 'text', (c) => c.notNull())
      .addColumn('marker', 'text', (c) => c.notNull())
      .addColumn('text', 'text', (c) => c.notNull())
      .addColumn('verdict', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('promise_verdicts_pk', ['conversation_id', 'seq', 'position'])
      .execute()
    // Holds all that the sums read.
    await db.schema
      .createIndex('promise_verdicts_by_time')
      .on('promise_verdicts')
      .columns(['at', 'language', 'marker', 'verdict'])
      .execute()
  },
}
