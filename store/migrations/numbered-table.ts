import type { CreateTableBuilder, Kysely } from 'kysely'
import type { Capabilities } from '../database.ts'

/** Begins a table whose primary key `number` is counted up by the database. */
export type NumberedTable = (db: Kysely<unknown>, table: string) => CreateTableBuilder<string, 'number'>

export function numberedTable({ autoNumber }: Capabilities): NumberedTable {
  return (db, table) =>
    db.schema.createTable(table).addColumn('number', autoNumber.type, (column) => autoNumber.column(column))
}
