import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import Sqlite from 'better-sqlite3'
import { afterAll, describe, expect, test } from 'vitest'
import { openStore } from '../../../store/index.ts'
import { openSqlite } from '../../../store/sqlite/open-sqlite.ts'
import { createTestDatabase, findPostgres } from './postgres-server.ts'
import { change, committed, conversation, message } from './sample.ts'

const folder = mkdtempSync(join(tmpdir(), 'candor-open-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let files = 0
const newPath = () => join(folder, `${files++}.db`)

describe('an SQLite file', () => {
  test('opened again holds everything', async () => {
    const path = newPath()
    const first = await openStore(path)
    const stored = await committed(first, change(conversation(), { dedupeKey: 'k', messages: [message('m1')] }))
    await first.settings.set('secret', 'x')
    await first.close()

    const second = await openStore(`sqlite:${path}`)
    expect(await second.conversations.get('c1')).toStrictEqual(stored)
    expect(await second.conversations.messages('c1', 0, 10)).toHaveLength(1)
    expect(await second.settings.get('secret')).toBe('x')
    expect(await second.conversations.commit(change(conversation(), { dedupeKey: 'k' }))).toEqual({
      kind: 'duplicate',
      messageId: 'm1',
    })
    await second.close()
  })

  test('stores what was asked for before it is closed', async () => {
    const path = newPath()
    const store = await openStore(path)
    const asked = Array.from({ length: 250 }, (_, index) =>
      store.conversations.commit(change(conversation({ id: `c${index}` }), { messages: [message(`m${index}`)] })),
    )
    await store.close()
    for (const result of await Promise.all(asked)) expect(result.kind).toBe('committed')
    const again = await openStore(path)
    expect(await again.conversations.get('c249')).toMatchObject({ lastSeq: 1 })
    await again.close()
  })

  test('refuses what comes after it was closed', async () => {
    const store = await openStore(newPath())
    await store.close()
    await expect(store.conversations.commit(change(conversation()))).rejects.toThrow()
    await expect(store.conversations.get('c1')).rejects.toThrow()
  })

  test('syncs every commit to disk, also after writes, and checks foreign keys', async () => {
    const { db, close } = openSqlite(newPath())
    await db.schema.createTable('x').addColumn('y', 'text').execute()
    const pragma = async (name: string) => {
      const { rows } = await db.executeQuery<Record<string, unknown>>({
        ...db.selectNoFrom([]).compile(),
        sql: `pragma ${name}`,
        parameters: [],
      })
      return Object.values(rows[0] ?? {})[0]
    }
    expect(await pragma('synchronous')).toBe(2)
    expect(await pragma('journal_mode')).toBe('wal')
    expect(await pragma('foreign_keys')).toBe(1)
    expect(await pragma('busy_timeout')).toBe(5_000)
    await close()
  })

  test('may be opened for the first time by several processes at once', async () => {
    const path = newPath()
    const opening = `
      import { openStore } from ${JSON.stringify(new URL('../../../store/index.ts', import.meta.url).href)}
      const store = await openStore(${JSON.stringify(path)})
      console.log(await store.settings.getOrSet('secret', String(process.pid)))
      await store.close()`
    const runs = await Promise.all(
      Array.from({ length: 4 }, () => promisify(execFile)(process.execPath, ['--input-type=module', '-e', opening])),
    )
    expect(new Set(runs.map(({ stdout }) => stdout)).size).toBe(1)
  })
})

describe('a database that cannot be opened says why and how to mend it', () => {
  test('a missing folder', async () => {
    await expect(openStore(join(folder, 'no', 'such.db'))).rejects.toMatchObject({
      code: 'DATABASE_UNREACHABLE',
      message: expect.stringContaining('its folder does not exist. Make the folder first'),
    })
  })

  test('a folder in the place of the file', async () => {
    const path = newPath()
    mkdirSync(path)
    await expect(openStore(path)).rejects.toMatchObject({
      code: 'DATABASE_UNREACHABLE',
      message: expect.stringContaining('Give the path of a file'),
    })
  })

  test('a file that is no database, which is left as it is', async () => {
    const path = newPath()
    writeFileSync(path, 'order,amount\n'.repeat(1_000))
    const before = readFileSync(path)
    await expect(openStore(path)).rejects.toMatchObject({
      code: 'DATABASE_UNREACHABLE',
      message: expect.stringContaining('not an SQLite database'),
    })
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  test('a damaged database, which is left as it is', async () => {
    const path = newPath()
    const store = await openStore(path)
    await store.close()
    const bytes = readFileSync(path)
    // The pages of the schema, but not the header that says whose file it is.
    bytes.fill(0xff, 100, 4_096)
    writeFileSync(path, bytes)
    await expect(openStore(path)).rejects.toMatchObject({
      code: 'DATABASE_UNREACHABLE',
      message: expect.stringContaining('the file is damaged'),
    })
    expect(readFileSync(path).subarray(100).equals(bytes.subarray(100))).toBe(true)
  })

  test('the database of another program, which is left as it is', async () => {
    const path = newPath()
    const other = new Sqlite(path)
    other.exec('create table customers (name text)')
    other.close()
    const before = readFileSync(path)
    await expect(openStore(path)).rejects.toMatchObject({
      code: 'DATABASE_UNREACHABLE',
      message: expect.stringContaining('another program'),
    })
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  test('a database of a newer Candor, which is left as it is', async () => {
    const path = newPath()
    await (await openStore(path)).close()
    const newer = new Sqlite(path)
    newer.exec(`insert into candor_migration values ('0009-from-the-future', '2030-01-01T00:00:00.000Z')`)
    newer.close()
    await expect(openStore(path)).rejects.toMatchObject({
      code: 'DATABASE_NEWER',
      message: expect.stringContaining('0009-from-the-future'),
    })
  })

  test.each(['', 'sqlite:', 'mysql://localhost/shop'])('an address that is none: "%s"', async (address) => {
    await expect(openStore(address)).rejects.toMatchObject({
      code: 'DATABASE_UNREACHABLE',
      message: expect.stringContaining('data/candor.db'),
    })
  })

  test('a PostgreSQL server that does not answer, without the password in the text', async () => {
    // Port 1 is reserved, so nothing listens there.
    const opening = openStore('postgres://anna:secret@127.0.0.1:1/shop')
    await expect(opening).rejects.toMatchObject({
      code: 'DATABASE_UNREACHABLE',
      message: expect.stringContaining('postgres://anna:***@127.0.0.1:1/shop: nothing answers there. Start PostgreSQL'),
    })
    await expect(opening).rejects.not.toMatchObject({ message: expect.stringContaining('secret') })
  })
})

const server = await findPostgres()

describe.skipIf(server === undefined)('a PostgreSQL database', () => {
  test('opened again, and by two at once for the first time, holds everything', async () => {
    const database = await createTestDatabase(server ?? '')
    try {
      const [one, two] = await Promise.all([openStore(database.url), openStore(database.url)])
      const stored = await committed(one, change(conversation(), { messages: [message('m1')] }))
      expect(await two.conversations.get('c1')).toStrictEqual(stored)
      await Promise.all([one.close(), two.close()])
      const again = await openStore(database.url)
      expect(await again.conversations.get('c1')).toStrictEqual(stored)
      await again.close()
    } finally {
      await database.drop()
    }
  })

  test('that does not exist says so', async () => {
    const missing = Object.assign(new URL(server ?? ''), { pathname: '/candor_no_such_database' }).href
    await expect(openStore(missing)).rejects.toMatchObject({
      code: 'DATABASE_UNREACHABLE',
      message: expect.stringContaining('no such database. Make it with "createdb"'),
    })
  })

  test('says so when the user is unknown', async () => {
    const stranger = Object.assign(new URL(server ?? ''), { username: 'candor_nobody', password: 'secret' }).href
    await expect(openStore(stranger)).rejects.toMatchObject({
      code: 'DATABASE_UNREACHABLE',
      message: expect.stringContaining('Check user and password.'),
    })
  })

  test('of a newer Candor is refused', async () => {
    const database = await createTestDatabase(server ?? '')
    try {
      await (await openStore(database.url)).close()
      await database.query(`insert into candor_migration values ('0009-from-the-future', '2030-01-01T00:00:00.000Z')`)
      await expect(openStore(database.url)).rejects.toMatchObject({ code: 'DATABASE_NEWER' })
    } finally {
      await database.drop()
    }
  })

  test('that holds tables of another program is left as it is', async () => {
    const database = await createTestDatabase(server ?? '')
    try {
      await database.query('create table settings (name text)')
      await expect(openStore(database.url)).rejects.toMatchObject({ code: 'DATABASE_UNREACHABLE' })
      const { rows } = await database.query(`select 1 from pg_tables where tablename = 'conversations'`)
      expect(rows).toEqual([])
    } finally {
      await database.drop()
    }
  })
})
