import { createHash } from 'node:crypto'
import { type Message, MINUTE_MS } from '../../../domain/index.ts'
import type { BotActivity } from './from-activity.ts'

/**
 * Teams sends a message again when no answer came: after 15 s under the same activity id, and a layer above it about
 * 30 s later under a new one. Both must have one effect, also after a restart and on another node. So the dedupe key
 * that is stored with a message, `id#hash`, holds both: the activity id, and a hash over what stays the same in a new
 * delivery of the same intent (conversation, sender, text, value, and the time at which the client says it was written).
 * Without any client time the hash would also swallow a customer's second "yes", so then there is none.
 */
const HASH_LENGTH = 16

/** How long a new id with the same hash is the same message sent again. */
const RESEND_MS = MINUTE_MS

/** How many messages back to look; a resend comes within seconds. */
export const RESEND_LOOKBACK = 50

/** The dedupe key of a message activity; undefined when it has neither an id nor a time of its own. */
export function resendKey(activity: BotActivity): string | undefined {
  const hash = intentHash(activity)
  return hash === undefined ? activity.id : `${activity.id ?? ''}#${hash}`
}

/** The same for every delivery of one intent; undefined without a time of the client's own. */
export function intentHash(activity: BotActivity): string | undefined {
  const { conversation, from, text, value } = activity
  const writtenAt = activity.localTimestamp ?? activity.timestamp
  if (!writtenAt) return undefined
  const intent = JSON.stringify([conversation.id, from.id, text ?? '', value ?? null, writtenAt])
  return createHash('sha256').update(intent).digest('base64url').slice(0, HASH_LENGTH)
}

/** Whether the message that comes under `key` is among those stored before. */
export function isResend(key: string, stored: readonly Message[], now: number): boolean {
  const wanted = partsOf(key)
  return stored.some((message) => {
    if (message.from !== 'customer' || message.clientId === undefined) return false
    const known = partsOf(message.clientId)
    if (wanted.id !== '' && wanted.id === known.id) return true
    return wanted.hash !== '' && wanted.hash === known.hash && now - message.at <= RESEND_MS
  })
}

function partsOf(key: string): { id: string; hash: string } {
  const at = key.lastIndexOf('#')
  const hash = at < 0 ? '' : key.slice(at + 1)
  return hash.length === HASH_LENGTH ? { id: key.slice(0, at), hash } : { id: key, hash: '' }
}
