import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What a piece of evidence is about, and which one it stands in for. Older rows do not say. */
export const trustSubjects: Migration = {
  async up(db: Kysely<unknown>) {
    for (const column of ['channel', 'need', 'agent_id', 'replaces'] as const) {
      await db.schema.alterTable('trust_events').addColumn(column, 'text').execute()
    }
    await db.schema.createIndex('trust_events_by_time').on('trust_events').columns(['at', 'number']).execute()
  },
}
