import type { Database as Connection } from 'better-sqlite3'
import type { Outcome, Program, Transact } from '../program.ts'
import type { PreparedStatements } from './prepared-statements.ts'

/** Programs per transaction. Everything waits while a group runs, so a group must end soon. */
const LARGEST_GROUP = 100

interface Waiting {
  /** Runs the program inside the group's transaction. What it returns tells its caller, once the group is on disk. */
  run(): () => void
  reject(error: unknown): void
}

/**
 * One transaction, one sync to disk for all programs that came in the same round of the event loop;
 * each in a savepoint of its own, so that one that fails or is undone leaves the others alone.
 * Nobody is told of success before the group is committed.
 */
export class GroupCommit {
  readonly #connection: Connection
  readonly #statements: PreparedStatements
  #waiting: Waiting[] = []

  constructor(connection: Connection, statements: PreparedStatements) {
    this.#connection = connection
    this.#statements = statements
  }

  readonly transact: Transact = (program) => {
    return new Promise((resolve, reject) => {
      if (this.#waiting.length === 0) setImmediate(() => this.#commitGroup())
      this.#waiting.push({
        reject,
        run: () => {
          const tell = this.#inSavepoint(program)
          return () => (tell.kind === 'failed' ? reject(tell.error) : resolve(tell.value))
        },
      })
    })
  }

  /** Commits whatever still waits. */
  finish(): void {
    while (this.#waiting.length > 0) this.#commitGroup()
  }

  #commitGroup(): void {
    const group = this.#waiting.slice(0, LARGEST_GROUP)
    this.#waiting = this.#waiting.slice(LARGEST_GROUP)
    if (this.#waiting.length > 0) setImmediate(() => this.#commitGroup())
    if (group.length === 0) return
    try {
      this.#execute('begin immediate')
      const tell = group.map(({ run }) => run())
      this.#execute('commit')
      for (const each of tell) each()
    } catch (error) {
      if (this.#connection.inTransaction) this.#execute('rollback')
      for (const { reject } of group) reject(error)
    }
  }

  #inSavepoint<T>(program: () => Program<T>): { kind: 'done'; value: T } | { kind: 'failed'; error: unknown } {
    this.#execute('savepoint program')
    try {
      const outcome = this.#drive(program())
      if (!outcome.keep) this.#execute('rollback to program')
      this.#execute('release program')
      return { kind: 'done', value: outcome.value }
    } catch (error) {
      // After some errors (disk full) SQLite has already rolled back the whole group: then the group has failed.
      if (!this.#connection.inTransaction) throw error
      this.#execute('rollback to program')
      this.#execute('release program')
      return { kind: 'failed', error }
    }
  }

  #drive<T>(program: Program<T>): Outcome<T> {
    let step = program.next()
    while (!step.done) step = program.next(this.#statements.rows(step.value))
    return step.value
  }

  #execute(sql: string): void {
    this.#statements.prepare(sql).run()
  }
}
