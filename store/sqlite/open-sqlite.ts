import Sqlite, { type Database as Connection } from 'better-sqlite3'
import { Kysely, sql } from 'kysely'
import { CandorError } from '../../domain/index.ts'
import type { Capabilities, Database } from '../database.ts'
import type { Schema } from '../schema.ts'
import { storingDialect } from '../storing-dialect.ts'
import { GroupCommit } from './group-commit.ts'
import { PreparedStatements } from './prepared-statements.ts'
import { readingThreadDialect } from './reading-thread-dialect.ts'
import { CandorSqliteDialect } from './sqlite-dialect.ts'
import { unreachable } from './sqlite-errors.ts'

/** `Cndr`: says in the file's header whose it is (https://www.sqlite.org/fileformat.html#application_id). */
const APPLICATION_ID = 0x436e6472
/** How long to wait for another process that writes, in milliseconds. */
const BUSY_TIMEOUT_MS = 5_000
const IN_MEMORY = ':memory:'

const capabilities: Capabilities = {
  autoNumber: { type: 'integer', column: (column) => column.primaryKey().autoIncrement().notNull() },
  byteOrder: 'binary',
  jsonText: (column, ...path) => sql`json_extract(${sql.ref(column)}, ${sql.lit(`$.${path.join('.')}`)})`,
  // One connection writes, and each transaction runs without a pause: nothing can get in the way.
  isRace: () => false,
}

/**
 * Opens an SQLite file, or makes it. A message acknowledged is a message on disk: WAL with `synchronous=FULL`.
 *
 * @param path a file whose folder exists, or `:memory:`
 * @throws CandorError DATABASE_UNREACHABLE; a file that is not a database is left as it is
 */
export function openSqlite(path: string): Database {
  const connection = connect(path)
  const statements = new PreparedStatements(connection)
  const group = new GroupCommit(connection, statements)
  const db = new Kysely<Schema>({ dialect: storingDialect(new CandorSqliteDialect(connection, statements)) })
  // A database in memory is that of its one connection.
  const reports = path === IN_MEMORY ? db : new Kysely<Schema>({ dialect: storingDialect(readingThreadDialect(path)) })
  return {
    db,
    reports,
    transact: group.transact,
    capabilities,
    explain: (error) => unreachable(path, error),
    async close() {
      group.finish()
      if (reports !== db) await reports.destroy()
      await db.destroy()
      connection.close()
    },
  }
}

function connect(path: string): Connection {
  let connection: Connection | undefined
  try {
    connection = new Sqlite(path, { timeout: BUSY_TIMEOUT_MS })
    configure(connection, path)
    return connection
  } catch (error) {
    connection?.close()
    if (error instanceof CandorError) throw error
    throw unreachable(path, error)
  }
}

function configure(connection: Connection, path: string): void {
  if (isForeign(connection)) {
    throw new CandorError('DATABASE_UNREACHABLE', {
      database: path,
      problem: 'it is the database of another program',
      mend: 'It was left as it is. Give another path.',
    })
  }
  connection.pragma('foreign_keys = on')
  if (path !== IN_MEMORY) connection.pragma('journal_mode = wal')
  connection.pragma('synchronous = full')
  // A write, before the setting is read back: the first one in WAL mode is where better-sqlite3 falls back to NORMAL.
  connection.pragma(`application_id = ${APPLICATION_ID}`)
  expectPragma(connection, path, 'synchronous', 2)
  expectPragma(connection, path, 'foreign_keys', 1)
  if (path !== IN_MEMORY) expectPragma(connection, path, 'journal_mode', 'wal')
}

/** Candor signs a file before it makes the first table. */
function isForeign(connection: Connection): boolean {
  const signature = connection.pragma('application_id', { simple: true })
  if (signature !== 0) return signature !== APPLICATION_ID
  return connection.prepare('select 1 from sqlite_master limit 1').get() !== undefined
}

function expectPragma(connection: Connection, path: string, name: string, wanted: number | string): void {
  const found = connection.pragma(name, { simple: true })
  if (found === wanted) return
  throw new CandorError('DATABASE_UNREACHABLE', {
    database: path,
    problem: `${name} is ${String(found)} and cannot be set to ${wanted}, so an acknowledged message could be lost`,
    mend: 'Put it on a local disk.',
  })
}
