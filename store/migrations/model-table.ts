import { type Kysely, sql } from 'kysely'

/** A table of models of one kind. Part of released migrations: never changed. */
export async function createModelTable(db: Kysely<unknown>, table: string): Promise<void> {
  await db.schema
    .createTable(table)
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('data_hash', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('manifest', 'text', (c) => c.notNull())
    .addColumn('bytes', 'bytea', (c) => c.notNull())
    .execute()
  // At most one champion, also when two are promoted at once.
  await db.schema
    .createIndex(`${table}_champion`)
    .unique()
    .on(table)
    .column('status')
    .where(sql.ref('status'), '=', sql.lit('champion'))
    .execute()
}
