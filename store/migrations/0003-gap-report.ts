import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What the report on the gap counts turns by. */
export const gapReport: Migration = {
  async up(db: Kysely<unknown>) {
    const columns = [
      ['understanding_gap', 'double precision'],
      ['detail_gap', 'double precision'],
      ['answer_gap', 'double precision'],
      ['led_by', 'text'],
      ['about', 'text'],
      ['answered', 'text'],
      ['after_answer', 'text'],
      ['objection', 'text'],
    ] as const
    // One column each: SQLite adds no more at a time.
    for (const [name, type] of columns) await db.schema.alterTable('turns').addColumn(name, type).execute()
    await db.schema
      .alterTable('turns')
      .addColumn('uncovered', 'integer', (c) => c.notNull().defaultTo(0))
      .execute()
    // One index holds all that the sums over turns read; the rows, with what was thought in them, stay unread.
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
        'conversation_id',
        'seq',
      ])
      .execute()
  },
}
