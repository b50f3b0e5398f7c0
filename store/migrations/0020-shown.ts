import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What each turn showed the customer, and how the weeks of trust are summed. Older turns do not say. */
export const shown: Migration = {
  async up(db: Kysely<unknown>) {
    for (const column of ['shown_source', 'shown_confidence', 'shown_person'] as const) {
      await db.schema.alterTable('turns').addColumn(column, 'integer').execute()
    }
    // The index that holds all that the sums over turns read holds these, too.
    await db.schema.dropIndex('turns_by_time').execute()
    await db.schema
      .createIndex('turns_by_time')
      .on('turns')
      .columns([
        'channel',
        'at',
        'gap_value',
        'understanding_gap',
        'detail_gap',
        'answer_gap',
        'led_by',
        'about',
        'uncovered',
        'decision_kind',
        'answered',
        'after_answer',
        'objection',
        'shown_source',
        'shown_confidence',
        'shown_person',
        'conversation_id',
        'seq',
      ])
      .execute()
    await db.schema.createIndex('promises_by_time').on('promises').columns(['made_at', 'id']).execute()
    // Few rows are ever stood in for.
    await db.schema
      .createIndex('trust_events_replaced')
      .on('trust_events')
      .column('replaces')
      .where(sql.ref('replaces'), 'is not', null)
      .execute()
  },
}
