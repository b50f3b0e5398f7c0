import type { CompiledQuery } from 'kysely'

/**
 * What a transaction does, as a generator that yields queries and receives their rows.
 * The same program runs without a pause on a synchronous driver (SQLite: no other query can get in between)
 * and with a wait at each query on an asynchronous one (PostgreSQL).
 */
export type Program<T> = Generator<CompiledQuery, Outcome<T>, unknown[]>

/** What came out, and whether what was written shall stay. Not keeping it is a result like any other, not an error. */
export interface Outcome<T> {
  keep: boolean
  value: T
}

/** Runs a program in a transaction; resolves after the commit, or after the rollback when it was not kept. */
export type Transact = <T>(program: () => Program<T>) => Promise<T>

export function keep<T>(value: T): Outcome<T> {
  return { keep: true, value }
}

export function undo<T>(value: T): Outcome<T> {
  return { keep: false, value }
}

/** Asks one query inside a program: `const rows = yield* ask(query)`. */
export function* ask<R>(query: CompiledQuery<R>): Generator<CompiledQuery, R[], unknown[]> {
  // The driver answers the query that it was given, so the rows have the type that the query promises.
  return (yield query) as R[]
}
