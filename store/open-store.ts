import { CandorError } from '../domain/index.ts'
import { createStore } from './create-store.ts'
import type { Database } from './database.ts'
import { openPostgres } from './postgres/open-postgres.ts'
import { openSqlite } from './sqlite/open-sqlite.ts'
import type { Store } from './store.ts'

/**
 * Opens what `CANDOR_DATABASE` names, makes or upgrades its tables, and gives the store.
 *
 * @param database `postgres://…`, or the path of an SQLite file (also as `sqlite:PATH`), or `:memory:`
 * @throws CandorError DATABASE_UNREACHABLE, DATABASE_NEWER
 */
export async function openStore(database: string): Promise<Store> {
  const opened = await open(database)
  try {
    return await createStore(opened)
  } catch (error) {
    await opened.close()
    throw error instanceof CandorError ? error : opened.explain(error)
  }
}

async function open(database: string): Promise<Database> {
  if (/^postgres(ql)?:\/\//.test(database)) return await openPostgres(database)
  const path = database.replace(/^sqlite:/, '')
  // SQLite takes the empty name for a database that is gone when it is closed.
  if (path === '' || /^\w+:\/\//.test(path)) {
    throw new CandorError('DATABASE_UNREACHABLE', {
      database: `"${database}"`,
      problem: 'it is neither the path of a file nor the address of a PostgreSQL database',
      mend: 'Give a path like data/candor.db, or postgres://user:password@host:5432/database.',
    })
  }
  return openSqlite(path)
}
