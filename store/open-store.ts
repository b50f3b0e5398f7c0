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
    throw error
  }
}

async function open(database: string): Promise<Database> {
  if (/^postgres(ql)?:\/\//.test(database)) return await openPostgres(database)
  return openSqlite(database.replace(/^sqlite:/, ''))
}
