import Sqlite, { type Database as Connection } from 'better-sqlite3'
import { Kysely } from 'kysely'
import { CandorError } from '../../domain/index.ts'
import type { Capabilities, Database } from '../database.ts'
import type { Schema } from '../schema.ts'
import { storingDialect } from '../storing-dialect.ts'
import { GroupCommit } from './group-commit.ts'
import { CandorSqliteDialect, PreparedStatements } from './sqlite-dialect.ts'

/** `Cndr`: says in the file's header whose it is (https://www.sqlite.org/fileformat.html#application_id). */
const APPLICATION_ID = 0x436e6472
/** How long to wait for another process that writes, in milliseconds. */
const BUSY_TIMEOUT_MS = 5_000
const IN_MEMORY = ':memory:'

const capabilities: Capabilities = {
  autoNumber: { type: 'integer', column: (column) => column.primaryKey().autoIncrement().notNull() },
  byteOrder: 'binary',
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
  return {
    db,
    transact: group.transact,
    capabilities,
    async close() {
      group.finish()
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
  const owner = connection.pragma('application_id', { simple: true })
  if (owner !== 0 && owner !== APPLICATION_ID) {
    throw new CandorError('DATABASE_UNREACHABLE', {
      database: path,
      problem: 'it is the database of another program',
      mend: 'Give another file.',
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

function expectPragma(connection: Connection, path: string, name: string, wanted: number | string): void {
  const found = connection.pragma(name, { simple: true })
  if (found === wanted) return
  throw new CandorError('DATABASE_UNREACHABLE', {
    database: path,
    problem: `${name} is ${String(found)} and cannot be set to ${wanted}, so an acknowledged message could be lost`,
    mend: 'Put it on a local disk.',
  })
}

function unreachable(path: string, error: unknown): CandorError {
  const code = error instanceof Sqlite.SqliteError ? error.code : ''
  const message = error instanceof Error ? error.message : String(error)
  const known = PROBLEMS.find(({ matches }) => matches.test(`${code} ${message}`))
  return new CandorError(
    'DATABASE_UNREACHABLE',
    {
      database: path,
      problem: known?.problem ?? message,
      mend: known?.mend ?? 'Check the path and the rights.',
    },
    { cause: error },
  )
}

const PROBLEMS = [
  {
    matches: /directory does not exist/,
    problem: 'its folder does not exist',
    mend: 'Make the folder first, or give another path.',
  },
  {
    matches: /SQLITE_NOTADB/,
    problem: 'the file is not an SQLite database',
    mend: 'It was left as it is. Give another path, or restore the file from a backup.',
  },
  {
    matches: /SQLITE_CORRUPT/,
    problem: 'the file is damaged',
    mend: 'It was left as it is. Restore it from a backup, or try "sqlite3 FILE .recover".',
  },
  {
    matches: /SQLITE_READONLY|SQLITE_PERM|EACCES/,
    problem: 'it may not be written',
    mend: 'Give this user the right to write the file and its folder.',
  },
  {
    matches: /SQLITE_CANTOPEN/,
    problem: 'it cannot be opened as a file',
    mend: 'Give the path of a file (not of a folder) that this user may read and write.',
  },
  {
    matches: /SQLITE_BUSY/,
    problem: 'another process holds it',
    mend: 'Stop the other process, or give another path.',
  },
]
