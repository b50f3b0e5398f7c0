import type { Database as Connection, Statement } from 'better-sqlite3'
import type { CompiledQuery } from 'kysely'
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
  rows({ sql, parameters }: Pick<CompiledQuery, 'sql' | 'parameters'>): unknown[] {
    const statement = this.prepare(sql)
    const values = storableParameters(parameters)
    if (statement.reader) return statement.all(values)
    statement.run(values)
    return []
  }
}
