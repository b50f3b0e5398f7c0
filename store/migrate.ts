import { Migrator } from 'kysely/migration'
import { CandorError } from '../domain/index.ts'
import type { Database } from './database.ts'
import { migrations } from './migrations/index.ts'

const MIGRATION_TABLE = 'candor_migration'

/**
 * Brings the database to the newest schema, in one transaction.
 *
 * @throws CandorError DATABASE_NEWER when it holds migrations that this Candor does not know: nothing is changed then
 */
export async function migrate({ db, capabilities }: Pick<Database, 'db' | 'capabilities'>): Promise<void> {
  const known = migrations(capabilities)
  const applied = await appliedMigrations(db)
  const unknown = applied.find((name) => !(name in known))
  if (unknown !== undefined) throw new CandorError('DATABASE_NEWER', { found: unknown })
  if (applied.length === Object.keys(known).length) return

  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => known },
    migrationTableName: MIGRATION_TABLE,
    migrationLockTableName: `${MIGRATION_TABLE}_lock`,
  })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) throw error
}

async function appliedMigrations(db: Database['db']): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some(({ name }) => name === MIGRATION_TABLE)) return []
  const rows = await db
    .withTables<{ [MIGRATION_TABLE]: { name: string } }>()
    .selectFrom(MIGRATION_TABLE)
    .select('name')
    .orderBy('name')
    .execute()
  return rows.map(({ name }) => name)
}
