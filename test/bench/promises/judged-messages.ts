import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import Papa from 'papaparse'

/** What a person said of one message of a real chat. The message is not kept: only a hash of it. */
export interface MessageJudgement {
  /** What the rules did with it when the held-out half was first looked at: every `found` one was judged, of `passed` a random sample. */
  first: 'found' | 'passed'
  promise: boolean
}

/** The judgements by the first 12 hex digits of the message's SHA-256. */
export function readMessageJudgements(): ReadonlyMap<string, MessageJudgement> {
  const file = new URL('judged-messages.csv', import.meta.url)
  const { data } = Papa.parse<{ hash: string; first: 'found' | 'passed'; promise: string }>(
    readFileSync(file, 'utf8').trim(),
    { header: true },
  )
  return new Map(data.map(({ hash, first, promise }) => [hash, { first, promise: promise === 'yes' }]))
}

export function hashOfMessage(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}
