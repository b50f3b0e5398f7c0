import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Who is at the desk, which queues they serve, and how far the search for an agent has come. */
export const routing: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('agents')
      .addColumn('queues', 'text', (c) => c.notNull().defaultTo('[]'))
      .execute()
    await db.schema
      .createTable('presences')
      .addColumn('agent_id', 'text', (c) => c.primaryKey().notNull().references('agents.id'))
      .addColumn('available', 'integer', (c) => c.notNull())
      .addColumn('until', 'bigint', (c) => c.notNull())
      .addColumn('since', 'bigint', (c) => c.notNull())
      .execute()
    await db.schema.alterTable('conversations').addColumn('supervisor_id', 'text').execute()
    await addToEscalations(db)
    // How many an agent has open, and when they took the last one.
    await db.schema
      .createIndex('escalations_by_agent')
      .on('escalations')
      .columns(['agent_id', 'ended_at', 'accepted_at'])
      .where(sql.ref('agent_id'), 'is not', null)
      .execute()
  },
}

/** One column after the other: SQLite takes no two at once. */
async function addToEscalations(db: Kysely<unknown>): Promise<void> {
  const table = () => db.schema.alterTable('escalations')
  await table()
    .addColumn('queue', 'text', (c) => c.notNull().defaultTo('general'))
    .execute()
  await table().addColumn('follows', 'text').execute()
  await table().addColumn('preferred_agent_id', 'text').execute()
  await table()
    .addColumn('routing', 'text', (c) => c.notNull().defaultTo('{"step":0,"passedBy":[]}'))
    .execute()
  await table()
    .addColumn('routing_step', 'bigint', (c) => c.notNull().defaultTo(0))
    .execute()
  await table().addColumn('first_reply_at', 'bigint').execute()
  await table().addColumn('unanswered_since', 'bigint').execute()
}
