import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { openStore } from '../../../store/index.ts'
import { openSqlite } from '../../../store/sqlite/open-sqlite.ts'
import { ReadingThread } from '../../../store/sqlite/reading-thread.ts'
import { change, committed, conversation, START } from './sample.ts'

const folder = mkdtempSync(join(tmpdir(), 'candor-reading-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let files = 0
const newPath = () => join(folder, `${files++}.db`)

describe('the thread that reads for reports', () => {
  test('lets what was asked after a report be answered before it', async () => {
    const store = await openStore(newPath())
    const answered: string[] = []
    await Promise.all([
      store.reports.sums([{ from: 0, to: 1 }]).then(() => answered.push('a report')),
      store.conversations.get('c').then(() => answered.push('a conversation')),
    ])
    expect(answered).toEqual(['a conversation', 'a report'])
    await store.close()
  })

  test('sees everything that was acknowledged before it is asked', async () => {
    const store = await openStore(newPath())
    for (let i = 1; i <= 20; i++) {
      const id = `c-${i}`
      await committed(store, change(conversation({ id }), { events: [{ kind: 'opened', at: START }] }))
      const [sums] = await store.reports.sums([{ from: START, to: START + 1 }])
      expect(sums?.opened).toBe(i)
    }
    await store.close()
  })

  test('never writes', async () => {
    const database = openSqlite(newPath())
    await sql`create table t (a integer)`.execute(database.db)
    await expect(sql`insert into t values (1)`.execute(database.reports)).rejects.toThrow('readonly')
    await expect(database.reports.transaction().execute(async () => {})).rejects.toThrow('only read')
    await database.close()
  })

  test('says what is wrong with a query, and answers the next one', async () => {
    const database = openSqlite(newPath())
    await expect(sql`select * from missing`.execute(database.reports)).rejects.toThrow('no such table')
    expect((await sql`select 1 as one`.execute(database.reports)).rows).toEqual([{ one: 1 }])
    await database.close()
  })

  test('answers what was asked before it closes', async () => {
    const database = openSqlite(newPath())
    const asked = Array.from({ length: 5 }, (_, i) => sql`select ${i} as i`.execute(database.reports))
    await Promise.all([...asked, database.close()])
    expect((await Promise.all(asked)).flatMap(({ rows }) => rows)).toEqual([0, 1, 2, 3, 4].map((i) => ({ i })))
  })

  test('keeps the process alive until it is closed, though nobody waits for rows any more', async () => {
    const path = newPath()
    await (await openStore(path)).close()
    const file = new URL('../../../store/sqlite/reading-thread.ts', import.meta.url).href
    const program = join(folder, 'closing.mjs')
    writeFileSync(
      program,
      `import { ReadingThread } from ${JSON.stringify(file)}
      const thread = new ReadingThread(${JSON.stringify(path)})
      void thread.rows('select 1', [])
      await thread.close()
      console.log('closed')`,
    )
    const { stdout } = await promisify(execFile)(process.execPath, [program])
    expect(stdout.trim()).toBe('closed')
  })

  test('that could not start fails who asked, and starts anew for who asks next', async () => {
    const path = newPath()
    const thread = new ReadingThread(path)
    await expect(thread.rows('select 1', [])).rejects.toThrow('unable to open')
    await (await openStore(path)).close()
    expect(await thread.rows('select 1 as one', [])).toEqual([{ one: 1 }])
    await thread.close()
    await thread.close()
  })
})
