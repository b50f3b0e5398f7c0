import type { ColumnBuilderCallback, Kysely, RawBuilder } from 'kysely'
import type { CandorError } from '../domain/index.ts'
import type { Transact } from './program.ts'
import type { Schema } from './schema.ts'

/** Where databases differ. Asked for by name of the ability, never by name of the product. */
export interface Capabilities {
  /** A primary key that the database counts up by itself. */
  autoNumber: { type: 'integer' | 'bigint'; column: ColumnBuilderCallback }
  /** The collation that compares texts by their bytes, so that order is the same everywhere. */
  byteOrder: string
  /** The text under a path of keys in a column that holds JSON; null where it is not there. */
  jsonText(column: string, ...path: [string, ...string[]]): RawBuilder<string | null>
  /** True when the error means that another transaction got in the way, so that reading again and retrying helps. */
  isRace(error: unknown): boolean
}

/** An open database of the newest schema. Single queries go through `db`, everything longer through `transact`. */
export interface Database {
  db: Kysely<Schema>
  /**
   * For reads that grow with the record, so that nobody who talks waits for a report: the same database, seen as it is when the
   * query begins. Never for writing.
   */
  reports: Kysely<Schema>
  transact: Transact
  capabilities: Capabilities
  /** What an error of the database means to the one who opens it. */
  explain(error: unknown): CandorError
  /** Finishes what was begun, then closes. */
  close(): Promise<void>
}
