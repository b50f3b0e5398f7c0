import { PGlite } from '@electric-sql/pglite'
import { Kysely, PGliteDialect } from 'kysely'
import { createStore } from '../create-store.ts'
import { INT8, NUMERIC, postgresCapabilities } from '../postgres/postgres-capabilities.ts'
import { unreachable } from '../postgres/postgres-errors.ts'
import { transactOn } from '../postgres/run-program.ts'
import type { Schema } from '../schema.ts'
import type { Store } from '../store.ts'
import { storingDialect } from '../storing-dialect.ts'

/** An empty database in memory, that gives numbers as the store wants them. */
export async function createPglite(): Promise<PGlite> {
  return await PGlite.create({ parsers: { [INT8]: Number, [NUMERIC]: Number } })
}

/** PostgreSQL inside the process, in memory: the real engine for tests, where no server runs. */
export async function openPgliteStore(pglite?: PGlite): Promise<Store> {
  const db = new Kysely<Schema>({ dialect: storingDialect(new PGliteDialect({ pglite: pglite ?? createPglite })) })
  return await createStore({
    db,
    reports: db,
    transact: transactOn(db),
    capabilities: postgresCapabilities,
    explain: (error) => unreachable('PGlite', error),
    close: () => db.destroy(),
  })
}
