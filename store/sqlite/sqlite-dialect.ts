import type { Database as Connection, Statement } from 'better-sqlite3'
import { CompiledQuery, type DatabaseConnection, SqliteAdapter, SqliteDialect, SqliteDriver } from 'kysely'
import { storableParameters } from '../storable-text.ts'

/** More different queries than Candor has; the bound is there in case one is built with a text of its own each time. */
const STATEMENTS_KEPT = 500

/** Prepares each query once: preparing costs more than running. */
export class PreparedStatements {
  readonly #connection: Connection
  readonly #statements = new Map<string, Statement>()

  constructor(connection: Connection) {
    this.#connection = connection
  }

  prepare(sql: string): Statement {
    const known = this.#statements.get(sql)
    if (known) return known
    if (this.#statements.size >= STATEMENTS_KEPT) this.#statements.clear()
    const statement = this.#connection.prepare(sql)
    this.#statements.set(sql, statement)
    return statement
  }

  /** The rows of a query; none when it gives none by its nature. */
  rows({ sql, parameters }: CompiledQuery): unknown[] {
    const statement = this.prepare(sql)
    const values = storableParameters(parameters)
    if (statement.reader) return statement.all(values)
    statement.run(values)
    return []
  }
}

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
