import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { Capabilities } from '../database.ts'
import { numberedTable } from './numbered-table.ts'

/** Which model served when, and why. */
export function modelServices(capabilities: Capabilities): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await numberedTable(capabilities)(db, 'model_services')
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('model_id', 'text')
        .addColumn('began_at', 'bigint', (c) => c.notNull())
        .addColumn('ended_at', 'bigint')
        .addColumn('reason', 'text', (c) => c.notNull())
        .addColumn('by', 'text', (c) => c.notNull())
        .addColumn('detail', 'text')
        .execute()
      // At most one serves, also when two are promoted at once.
      await db.schema
        .createIndex('model_services_now')
        .unique()
        .on('model_services')
        .column('kind')
        .where(sql.ref('ended_at'), 'is', null)
        .execute()
      await db.schema.createIndex('model_services_in_order').on('model_services').columns(['kind', 'number']).execute()
      await fromModels(db, 'models', 'intents', 'pack')
      await fromModels(db, 'gap_models', 'gap', 'gate')
    },
  }
}

/** Until now every model that ever served was promoted when it was made. */
async function fromModels(db: Kysely<unknown>, table: string, kind: string, reason: string): Promise<void> {
  await sql`insert into model_services (kind, model_id, began_at, ended_at, reason, ${sql.ref('by')})
    select ${sql.lit(kind)}, id, created_at,
      case when status = 'champion' then null
        else coalesce(lead(created_at) over (order by created_at, id), created_at) end,
      ${sql.lit(reason)}, 'system'
    from ${sql.table(table)} where status in ('champion', 'retired') order by created_at, id`.execute(db)
}
