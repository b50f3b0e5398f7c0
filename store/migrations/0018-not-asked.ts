import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Why a customer was not asked how it went. Older events do not say. */
export const notAsked: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('conversation_events').addColumn('not_asked', 'text').execute()
  },
}
