import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Finding what agents wrote in handovers that ended well, the latest first: all of a language, or those with a need. */
export const help: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createIndex('escalations_resolved')
      .on('escalations')
      .columns(['language', 'ended_at desc', 'id'])
      .where(sql.ref('outcome'), '=', sql.lit('resolved'))
      .execute()
    await db.schema
      .createIndex('escalations_resolved_by_need')
      .on('escalations')
      .column('language')
      .expression(sql`coalesce(true_need, need)`)
      .columns(['ended_at desc', 'id'])
      .where(sql.ref('outcome'), '=', sql.lit('resolved'))
      .execute()
  },
}
