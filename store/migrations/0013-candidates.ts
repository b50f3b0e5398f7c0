import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Messages that the bot may learn from, where each was seen, and verdicts that an answer was wrong or no need fits. */
export const candidates: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('turn_labels')
      .addColumn('answer_wrong', 'integer', (c) => c.notNull().defaultTo(0))
      .execute()
    await db.schema
      .alterTable('escalations')
      .addColumn('no_need', 'integer', (c) => c.notNull().defaultTo(0))
      .execute()
    await db.schema
      .createTable('candidates')
      .addColumn('id', 'text', (c) => c.primaryKey().notNull())
      .addColumn('language', 'text', (c) => c.notNull())
      .addColumn('key', 'text', (c) => c.notNull())
      .addColumn('text', 'text', (c) => c.notNull())
      .addColumn('created_at', 'bigint', (c) => c.notNull())
      .addColumn('last_seen_at', 'bigint', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('decided_by', 'text')
      .addColumn('decided_at', 'bigint')
      .addColumn('meant', 'text')
      .addColumn('need', 'text')
      .addColumn('version', 'bigint', (c) => c.notNull())
      .addUniqueConstraint('candidates_by_key', ['language', 'key'])
      .execute()
    await db.schema.createIndex('candidates_seen').on('candidates').columns(['state', 'last_seen_at', 'id']).execute()
    await db.schema.createIndex('candidates_decided').on('candidates').columns(['state', 'decided_at', 'id']).execute()
    // No foreign key to the message: what was learnt of it outlives the conversation.
    await db.schema
      .createTable('candidate_sightings')
      .addColumn('conversation_id', 'text', (c) => c.notNull())
      .addColumn('seq', 'bigint', (c) => c.notNull())
      .addColumn('candidate_id', 'text', (c) => c.notNull().references('candidates.id'))
      .addColumn('customer_id', 'text', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('origin', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('candidate_sightings_pk', ['conversation_id', 'seq'])
      .execute()
    await db.schema
      .createIndex('candidate_sightings_in_order')
      .on('candidate_sightings')
      .columns(['candidate_id', 'at', 'conversation_id', 'seq'])
      .execute()
    await db.schema
      .createIndex('candidate_sightings_by_time')
      .on('candidate_sightings')
      .columns(['at', 'origin'])
      .execute()
    // Low ratings are few, and looked for by when they were given.
    await db.schema
      .createIndex('responses_low')
      .on('responses')
      .columns(['at', 'survey_id'])
      .where(sql.ref('rating'), '<=', sql.lit(2))
      .execute()
  },
}
