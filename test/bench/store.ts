import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { Conversation } from '../../domain/index.ts'
import { openStore, type Store } from '../../store/index.ts'
import { createTestDatabase, findPostgres } from '../contract/store/postgres-server.ts'
import { change, conversation, message, turn } from '../contract/store/sample.ts'

const COMMITS = 3_000
/** Conversations that are busy at the same time in the concurrent case. */
const CONCURRENT = 50

/** Prints how many typical turns per second the store commits, beside what the disk allows at most. */
export async function runStoreBench(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'candor-store-bench-'))
  try {
    print('floor: raw single inserts, synchronous=FULL', floor(join(folder, 'floor.db')))
    await benchStore('SQLite', await openStore(join(folder, 'candor.db')))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  const server = await findPostgres()
  if (server === undefined) return
  const database = await createTestDatabase(server)
  try {
    await benchStore('PostgreSQL', await openStore(database.url))
  } finally {
    await database.drop()
  }
}

async function benchStore(name: string, store: Store): Promise<void> {
  try {
    const run = `${name}-${process.pid}`
    print(`${name}: turns one after the other`, await rate(() => converse(store, `${run}-alone`, COMMITS)))
    const each = Math.ceil(COMMITS / CONCURRENT)
    const concurrent = await rate(async () => {
      const chats = Array.from({ length: CONCURRENT }, (_, index) => converse(store, `${run}-${index}`, each))
      await Promise.all(chats)
    })
    print(`${name}: turns in ${CONCURRENT} conversations at once`, concurrent)
  } finally {
    await store.close()
  }
}

/** A typical turn: the customer's message and the answer, the dedupe key, the evidence, the new state. */
async function converse(store: Store, id: string, turns: number): Promise<void> {
  let read: Conversation = conversation({ id, customerId: id })
  for (let index = 0; index < turns; index++) {
    const seq = read.lastSeq + 1
    const result = await store.conversations.commit(
      change(read, {
        dedupeKey: `${id}-${index}`,
        messages: [
          message(`${id}-${index}-q`, { text: 'Where is my order A-17? It should have been here on Monday.' }),
          message(`${id}-${index}-a`, { from: 'bot', text: 'It left our warehouse and arrives within two days.' }),
        ],
        turn: turn(`${id}-${index}`, { conversationId: id, seq }),
      }),
    )
    if (result.kind !== 'committed') throw new TypeError(`the turn was a ${result.kind}`)
    read = result.conversation
  }
}

async function rate(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return (COMMITS / (performance.now() - startedAt)) * 1_000
}

function floor(path: string): number {
  const connection = new Sqlite(path)
  connection.pragma('journal_mode = wal')
  connection.pragma('synchronous = full')
  connection.exec('create table message (id integer primary key, text text not null)')
  const insert = connection.prepare('insert into message (text) values (?)')
  const startedAt = performance.now()
  for (let index = 0; index < COMMITS; index++) insert.run(`Where is my order ${index}? It should be here.`)
  const perSecond = (COMMITS / (performance.now() - startedAt)) * 1_000
  connection.close()
  return perSecond
}

function print(what: string, perSecond: number): void {
  console.log(`${what}: ${Math.round(perSecond).toLocaleString('en')}/s`)
}
