import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { Migrator } from 'kysely/migration'
import { afterAll, describe, expect, test } from 'vitest'
import { openStore } from '../../../store/index.ts'
import { migrations } from '../../../store/migrations/index.ts'
import { openSqlite } from '../../../store/sqlite/open-sqlite.ts'
import { change, committed, conversation, message, START, turn } from './sample.ts'

const folder = mkdtempSync(join(tmpdir(), 'candor-migrations-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let files = 0
const newPath = () => join(folder, `${files++}.db`)

/** The database as the version left it whose last migration this was. */
async function databaseAt(last: string): Promise<string> {
  const path = newPath()
  const { db, capabilities, close } = openSqlite(path)
  const known = migrations(capabilities)
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => known },
    migrationTableName: 'candor_migration',
    migrationLockTableName: 'candor_migration_lock',
  })
  const { error } = await migrator.migrateTo(last)
  expect(error).toBeUndefined()
  await close()
  return path
}

function schemaOf(path: string): string {
  const connection = new Sqlite(path, { readonly: true })
  const rows = connection.prepare('select name, sql from sqlite_master where sql is not null order by name').all()
  connection.close()
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex').slice(0, 16)
}

/** Never to be changed: databases with these schemas are in use. A new migration gets a new line. */
const RELEASED: Record<string, string> = {
  '0001-first-schema': 'c54160b760e3d739',
  '0002-deliberation': '90e763002197ad62',
  '0003-gap-report': 'b9aee00c4c02b61a',
  '0004-gap-models': 'd5ae9224f2b66c45',
  '0005-capacity': '4d5efe279424ac09',
  '0006-routing': '9b5ae103d5d5fa76',
  '0007-notes': '9e92c88b8b0cb769',
  '0008-promises': 'de72628d6ae2dcdf',
  '0009-reads': 'a4e805e420bd0046',
  '0010-files': '9cbeaf991c8f1d5c',
  '0011-agent-chats': 'ce81971385f584e9',
  '0012-help': '7457621d53cafb9e',
  '0013-candidates': '165639219a4daad9',
  '0014-model-services': '7ea2e9464cedd132',
  '0015-surveys': 'a9898d0db00f8dd6',
  '0016-trust-subjects': '0509be5fa0fdd0e9',
  '0017-deeds': 'ac99ba781bab227e',
  '0018-not-asked': 'd766a607ca567895',
  '0019-releases': '20a128c1c63c7de2',
  '0020-shown': 'b8395fcdca609c83',
  '0023-promise-times': '99bf9f44e38ad48a',
  '0025-treatments': 'da38b40a442811ea',
  '0028-promise-verdicts': 'f6cde1ca60a9cfbf',
}

describe('a migration', () => {
  test.each(Object.entries(RELEASED))(
    'that was released makes the schema that it made then: %s',
    async (name, schema) => {
      expect(schemaOf(await databaseAt(name))).toBe(schema)
    },
  )

  test('is known to this test by its schema', async () => {
    const { capabilities, close } = openSqlite(':memory:')
    expect(Object.keys(RELEASED)).toEqual(Object.keys(migrations(capabilities)))
    await close()
  })
})

describe('a database of an older version', () => {
  test.each(Object.keys(RELEASED))('with the schema of %s keeps its record, and goes on', async (name) => {
    const path = await databaseAt(name)
    const old = new Sqlite(path)
    old.exec(`insert into customers (id, name, language, created_at) values ('anna', 'Anna', 'en', ${START})`)
    old.exec(`insert into conversations
      (id, channel, customer_id, language, owner, settled_seq, version, last_seq, turn_count, state, created_at, updated_at)
      values ('c1', 'web', 'anna', 'en', 'bot', 0, 1, 1, 1, '${JSON.stringify(conversation().state)}', ${START}, ${START})`)
    old.exec(`insert into messages (conversation_id, seq, id, author, at, language, text, body)
      values ('c1', 1, 'm1', 'customer', ${START}, 'en', 'where is it', '{"kind":"text"}')`)
    const { understanding, gap, decision } = turn('t1')
    old
      .prepare(
        `insert into turns (id, conversation_id, seq, channel, at, understanding, gap, gap_value, decision,
        decision_kind, model_id, latency_ms) values ('t1', 'c1', 1, 'web', ${START}, ?, ?, ?, ?, ?, 'm', 1)`,
      )
      .run(JSON.stringify(understanding), JSON.stringify(gap), gap.value, JSON.stringify(decision), decision.kind)
    old.close()

    const store = await openStore(path)
    const [kept] = await store.conversations.turns('c1')
    expect(kept).toEqual({ ...turn('t1'), modelId: 'm', latencyMs: 1 })
    const [sums] = await store.gapReport.sums([{ from: START, to: START + 1 }])
    expect(sums).toMatchObject({ turns: 1, gapSum: gap.value, partsKnown: 0 })
    const read = await store.conversations.get('c1')
    if (!read) throw new TypeError('the conversation is gone')
    const next = turn('t2', { seq: 2, at: START + 5 })
    await committed(store, change(read, { messages: [message('m2', { at: START + 5 })], turn: next }))
    expect(await store.conversations.turns('c1')).toHaveLength(2)
    await store.close()
  })

  test('keeps its surveys and its promises', async () => {
    const path = await databaseAt('0014-model-services')
    const old = new Sqlite(path)
    old.exec(`insert into customers (id, name, language, created_at) values ('anna', 'Anna', 'en', ${START});
      insert into conversations (id, channel, customer_id, language, owner, settled_seq, version, last_seq, turn_count,
        state, created_at, updated_at) values ('c1', 'web', 'anna', 'en', 'closed', 0, 1, 0, 0, '{}', ${START}, ${START});
      insert into surveys (id, conversation_id, customer_id, channel, language, sent_at, expires_at, about)
        values ('s1', 'c1', 'anna', 'web', 'en', ${START}, ${START + 9}, '{"kind":"bot","modelId":"m"}');
      insert into responses (survey_id, at, rating, resolved, comment) values ('s1', ${START + 1}, 2, 0, 'slow');
      insert into escalations (id, conversation_id, customer_id, language, reasons, gap, gap_reasons, priority, queued_at)
        values ('e1', 'c1', 'anna', 'en', '[]', 0.5, '[]', 1, ${START});
      insert into promises (id, customer_id, conversation_id, escalation_id, kind, made_at, due_at, broken_at)
        values ('p1', 'anna', 'c1', 'e1', 'answer', ${START}, ${START + 2}, ${START + 3})`)
    old.close()

    const store = await openStore(path)
    expect(await store.surveys.get('s1')).toMatchObject({ form: 'csat', about: { kind: 'bot', modelId: 'm' } })
    const response = { surveyId: 's1', at: START + 1, rating: 2, resolved: false, comment: 'slow' }
    expect(await store.surveys.responseTo('s1')).toStrictEqual(response)
    const kept = { id: 'p1', customerId: 'anna', conversationId: 'c1', escalationId: 'e1', kind: 'answer' }
    const times = { madeAt: START, dueAt: START + 2, brokenAt: START + 3 }
    const [promise] = await store.promises.open(9)
    expect(promise).toStrictEqual({ ...kept, madeBy: { kind: 'bot' }, toldBy: 'staff', ...times })
    await store.close()
  })

  test('knows which of its models served when: each was promoted when it was made', async () => {
    const path = await databaseAt('0012-help')
    const old = new Sqlite(path)
    for (const [id, at, status] of [
      ['a', START, 'retired'],
      ['kept-back', START + 1, 'challenger'],
      ['b', START + 2, 'champion'],
    ] as const) {
      for (const table of ['models', 'gap_models'])
        old
          .prepare(
            `insert into ${table} (id, created_at, data_hash, status, manifest, bytes) values (?, ?, '', ?, '{}', '')`,
          )
          .run(id, at, status)
    }
    old.close()

    const store = await openStore(path)
    const served = [
      { modelId: 'b', from: START + 2, by: 'system' },
      { modelId: 'a', from: START, to: START + 2, by: 'system' },
    ]
    expect(await store.models.services()).toStrictEqual(served.map((one) => ({ ...one, reason: 'pack' })))
    expect(await store.gapModels.services()).toStrictEqual(served.map((one) => ({ ...one, reason: 'gate' })))
    expect(await store.models.promote('a', { at: START + 3, reason: 'rolled-back', by: 'ann' })).toBe(true)
    await store.close()
  })
})
