import type { Database as Connection } from 'better-sqlite3'
import { CompiledQuery, type DatabaseConnection, SqliteAdapter, SqliteDialect, SqliteDriver } from 'kysely'
import type { PreparedStatements } from './prepared-statements.ts'

/** kysely's dialect, with statements prepared once. */
export class CandorSqliteDialect extends SqliteDialect {
  readonly #connection: Connection
  readonly #statements: PreparedStatements

  constructor(connection: Connection, statements: PreparedStatements) {
    super({ database: connection })
    this.#connection = connection
    this.#statements = statements
  }

  override createDriver(): SqliteDriver {
    return new ImmediateDriver({
      database: {
        close: () => this.#connection.close(),
        prepare: (sql) => this.#statements.prepare(sql),
      },
    })
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalDdlAdapter()
  }
}

/** Takes the write lock at once, so that two processes which migrate the same file do so one after the other. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
}

/** SQLite can undo schema changes; kysely does not count on it. A migration that stops half-way leaves nothing. */
class TransactionalDdlAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}
