import {
  type DatabaseConnection,
  type Dialect,
  type Driver,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import { ReadingThread } from './reading-thread.ts'

/** SQLite as `ReadingThread` reads it: single queries, no transactions, no streams. */
export function readingThreadDialect(path: string): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createDriver: () => readingDriver(new ReadingThread(path)),
  }
}

function readingDriver(thread: ReadingThread): Driver {
  const readOnly = () => Promise.reject(new TypeError('reports only read: use `transact`'))
  const connection: DatabaseConnection = {
    executeQuery: async <Row>({ sql, parameters }: { sql: string; parameters: readonly unknown[] }) => ({
      rows: (await thread.rows(sql, parameters)) as Row[],
    }),
    streamQuery() {
      throw new TypeError('reports are read at once: ask for pages')
    },
  }
  return {
    init: async () => {},
    acquireConnection: async () => connection,
    beginTransaction: readOnly,
    commitTransaction: readOnly,
    rollbackTransaction: readOnly,
    releaseConnection: async () => {},
    destroy: () => thread.close(),
  }
}
