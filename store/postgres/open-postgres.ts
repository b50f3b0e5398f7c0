import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Database } from '../database.ts'
import type { Schema } from '../schema.ts'
import { storingDialect } from '../storing-dialect.ts'
import { INT8, NUMERIC, postgresCapabilities } from './postgres-capabilities.ts'
import { unreachable } from './postgres-errors.ts'
import { transactOn } from './run-program.ts'

const CONNECTIONS = 10
const CONNECT_TIMEOUT_MS = 10_000
/** A process that stopped in the middle of a transaction must not hold its conversation for longer. */
const IDLE_IN_TRANSACTION_MS = 30_000

/**
 * Opens a PostgreSQL database of Candor's own.
 *
 * @param url `postgres://user:password@host:port/database`
 * @throws CandorError DATABASE_UNREACHABLE, with the password left out
 */
export async function openPostgres(url: string): Promise<Database> {
  const pool = openPool(url)
  // An idle connection that breaks is reported here; the next query meets the trouble itself and says so.
  pool.on('error', () => {})
  try {
    await pool.query('select 1')
  } catch (error) {
    await pool.end()
    throw unreachable(url, error)
  }
  const db = new Kysely<Schema>({ dialect: storingDialect(new PostgresDialect({ pool })) })
  return {
    db,
    reports: db,
    transact: transactOn(db),
    capabilities: postgresCapabilities,
    explain: (error) => unreachable(url, error),
    close: () => db.destroy(),
  }
}

function openPool(url: string): pg.Pool {
  try {
    return new pg.Pool({
      connectionString: url,
      max: CONNECTIONS,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
      types: { getTypeParser: numbersAsNumbers },
    })
  } catch (error) {
    throw unreachable(url, error)
  }
}

/** Times and counts are far below 2^53, so they come as numbers. pg gives texts, to be safe for everyone. */
const numbersAsNumbers: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === INT8 || oid === NUMERIC ? Number : pg.types.getTypeParser(oid, format as 'text')
