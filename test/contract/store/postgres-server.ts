import { randomUUID } from 'node:crypto'
import pg from 'pg'

const CANDIDATES = [
  process.env.TEST_DATABASE_URL,
  'postgres://postgres@127.0.0.1:5432/test',
  'postgres://postgres@127.0.0.1:5432/postgres',
  'postgres://root@127.0.0.1:5432/test',
]

/** A database of this run alone, on the server that answers at TEST_DATABASE_URL or on this machine. */
export interface TestDatabase {
  url: string
  query(sql: string): Promise<pg.QueryResult>
  drop(): Promise<void>
}

/** The address of a PostgreSQL server, or nothing (said aloud) when none answers. */
export async function findPostgres(): Promise<string | undefined> {
  for (const url of CANDIDATES) {
    if (url === undefined) continue
    if (await answers(url)) return url
    // Who names a server wants it tested: silence would look like a pass.
    if (url === process.env.TEST_DATABASE_URL) throw new TypeError(`no PostgreSQL answers at TEST_DATABASE_URL`)
  }
  console.warn(
    '\nSKIPPED: the store on a real PostgreSQL server. None answers on 127.0.0.1:5432.\n' +
      '         Start one and set TEST_DATABASE_URL=postgres://user:password@host:5432/database to include it.\n',
  )
  return undefined
}

export async function createTestDatabase(serverUrl: string): Promise<TestDatabase> {
  const name = `candor_test_${randomUUID().replaceAll('-', '')}`
  await once(serverUrl, `create database ${name}`)
  // What a test asks is not whether the disk keeps what it was given, and waiting for the disk is most of the time.
  await once(serverUrl, `alter database ${name} set synchronous_commit = off`)
  const url = Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href
  const pool = new pg.Pool({ connectionString: url, max: 1 })
  // Dropping the database cuts off what is still closing.
  pool.on('error', () => {})
  return {
    url,
    query: (sql) => pool.query(sql),
    async drop() {
      await pool.end()
      await once(serverUrl, `drop database ${name} with (force)`)
    },
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    await once(url, 'select 1')
    return true
  } catch {
    return false
  }
}

async function once(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  try {
    await client.connect()
    await client.query(sql)
  } finally {
    await client.end().catch(() => {})
  }
}
