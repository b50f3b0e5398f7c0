import { Worker } from 'node:worker_threads'

/** What is asked of the thread. */
export interface Asked {
  number: number
  sql: string
  parameters: readonly unknown[]
}

export type Answered = { number: number } & ({ rows: unknown[] } | { error: unknown })

interface Waiting {
  resolve(rows: unknown[]): void
  reject(error: unknown): void
}

/**
 * A thread with a connection of its own that only reads, so that a long query holds up nobody but the next one. WAL lets it read
 * what is committed while others write (https://www.sqlite.org/wal.html). It starts with the first query.
 */
export class ReadingThread {
  readonly #path: string
  readonly #waiting = new Map<number, Waiting>()
  #worker: Worker | undefined
  #isClosing = false
  #asked = 0

  constructor(path: string) {
    this.#path = path
  }

  rows(sql: string, parameters: readonly unknown[]): Promise<unknown[]> {
    this.#worker ??= this.#start()
    const worker = this.#worker
    const number = this.#asked++
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject })
      // Only who waits for rows keeps the process alive.
      worker.ref()
      worker.postMessage({ number, sql, parameters } satisfies Asked)
    })
  }

  /** Once everything that was asked is answered. */
  async close(): Promise<void> {
    const worker = this.#worker
    if (!worker) return
    this.#isClosing = true
    await new Promise((resolve) => {
      worker.once('exit', resolve)
      worker.ref()
      worker.postMessage(undefined)
    })
  }

  #start(): Worker {
    const worker = new Worker(new URL('./reading-worker.ts', import.meta.url), { workerData: this.#path })
    this.#isClosing = false
    worker.unref()
    worker.on('message', (answered: Answered) => {
      const waiting = this.#waiting.get(answered.number)
      this.#waiting.delete(answered.number)
      // Whoever closes waits for its end, too: else the process would be over before the database is closed.
      if (this.#waiting.size === 0 && !this.#isClosing) worker.unref()
      if ('rows' in answered) waiting?.resolve(answered.rows)
      else waiting?.reject(answered.error)
    })
    worker.on('error', (error) => this.#giveUp(worker, error))
    worker.on('exit', (code) =>
      this.#giveUp(worker, new Error(`the thread that reads for reports ended with code ${code}`)),
    )
    return worker
  }

  /** Whoever asks next gets another thread. */
  #giveUp(worker: Worker, error: unknown): void {
    // It ends after it failed, and another may be at work by then.
    if (this.#worker !== worker) return
    this.#worker = undefined
    for (const { reject } of this.#waiting.values()) reject(error)
    this.#waiting.clear()
  }
}
