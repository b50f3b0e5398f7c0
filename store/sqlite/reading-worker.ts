import { parentPort, workerData } from 'node:worker_threads'
import Sqlite from 'better-sqlite3'
import { PreparedStatements } from './prepared-statements.ts'
import type { Answered, Asked } from './reading-thread.ts'

// Answers one query after the other (see `ReadingThread`).
const connection = new Sqlite(workerData as string, { readonly: true })
// KiB. A report reads the same pages again and again; SQLite's own 2 MiB hold a moment of it, and its sorting goes to disk.
connection.pragma('cache_size = -65536')
const statements = new PreparedStatements(connection)

function answer({ number, ...query }: Asked): Answered {
  try {
    return { number, rows: statements.rows(query) }
  } catch (error) {
    return { number, error }
  }
}

parentPort?.on('message', (asked: Asked | undefined) => {
  if (asked) return parentPort?.postMessage(answer(asked))
  connection.close()
  parentPort?.close()
})
