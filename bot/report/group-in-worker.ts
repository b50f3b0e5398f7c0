import { createHash } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import { type Clock, type Language, MINUTE_MS } from '../../domain/index.ts'
import type { MessageCluster } from '../../nlp/index.ts'

export interface GroupedMessage {
  id: string
  text: string
  language: Language
}

/** Groups messages that say alike (see `clusterMessages`); personal data is removed before, so that no group is named by it. */
export type GroupMessages = (messages: readonly GroupedMessage[]) => Promise<MessageCluster[]>

/** How long the groups of the same messages are kept. */
const KEPT_MS = 10 * MINUTE_MS
/** Ranges and channels that managers look at by turns. */
const KEPT_AT_MOST = 20

/** Groups in a worker thread, one set of messages at a time; the same set is grouped once in ten minutes. */
export function groupInWorker(clock: Clock): GroupMessages {
  const kept = new Map<string, { until: number; groups: Promise<MessageCluster[]> }>()
  let before: Promise<unknown> = Promise.resolve()

  return (messages) => {
    if (messages.length === 0) return Promise.resolve([])
    const now = clock.now()
    const key = setKey(messages)
    const known = kept.get(key)
    if (known && known.until > now) return known.groups

    const groups = before.then(() => runWorker(messages))
    before = groups.catch(() => undefined)
    for (const [other, { until }] of kept) if (until <= now || kept.size >= KEPT_AT_MOST) kept.delete(other)
    kept.set(key, { until: now + KEPT_MS, groups })
    // What failed is tried again by whoever asks next.
    groups.catch(() => kept.delete(key))
    return groups
  }
}

function setKey(messages: readonly GroupedMessage[]): string {
  const hash = createHash('sha256')
  for (const id of messages.map((message) => message.id).sort()) hash.update(id).update('\0')
  return hash.digest('base64')
}

function runWorker(messages: readonly GroupedMessage[]): Promise<MessageCluster[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./grouping-worker.ts', import.meta.url), { workerData: messages })
    worker.on('message', resolve)
    worker.on('error', reject)
    worker.on('exit', (code) => reject(new Error(`the worker that groups messages ended with code ${code}`)))
  })
}
