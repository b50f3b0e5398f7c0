import { setTimeout as sleep } from 'node:timers/promises'
import type { ConversationReference } from 'botbuilder'
import { z } from 'zod'
import { CandorError, type Clock, type Message } from '../../../domain/index.ts'
import type { OutboxEntry, Store } from '../../../store/index.ts'
import type { FileKey } from '../../files/index.ts'
import type { ConversationService } from '../../turn/conversation-service.ts'
import { nextAttempt } from './backoff.ts'
import type { CandorAdapter } from './candor-adapter.ts'
import { toActivity } from './to-activity.ts'

/** How often to look without a hint: for retries, and for what other nodes committed. */
const SWEEP_MS = 2_000
/** Conversations served side by side; within one, messages go one after the other. */
const AT_ONCE = 20
/** A connector that has not answered by then is taken as failed; the SDK itself would wait for ever. */
const PUSH_TIMEOUT_MS = 30_000
/** How long deliveries that are on the way may take when the server goes down. */
const STOP_GRACE_MS = 3_000

export interface DeliveryOptions {
  store: Pick<Store, 'outbox' | 'people'>
  adapter: Pick<CandorAdapter, 'push'>
  conversations: Pick<ConversationService, 'onCommitted'>
  clock: Clock
  /** Where a file can be fetched from anywhere; absent without a public address. */
  fileUrl?: (key: FileKey) => Promise<string>
  log: { warn(fields: object, text: string): void; error(fields: object, text: string): void }
}

/**
 * Sends the outbox to the channels: whenever something was committed, and every two seconds. Each conversation in the
 * order of `seq`, and none waits for another. At least once: a crash between sending and noting it sends that message
 * again.
 *
 * @returns how to stop: resolves when nothing is on the way, or after three seconds; what is left stays in the outbox
 */
export function startDelivery(options: DeliveryOptions): () => Promise<void> {
  const { store, clock, log } = options
  const onTheWay = new Map<string, Promise<void>>()
  let stopped = false
  let looking: Promise<void> | undefined
  let again = false

  async function lookAtOutbox(): Promise<void> {
    try {
      do {
        again = false
        // Taken before the outbox is read: what ends in between may still stand in the answer as due.
        const busy = new Set(onTheWay.keys())
        const due = await store.outbox.due(clock.now(), AT_ONCE + busy.size)
        for (const entry of due) {
          const { conversationId } = entry.message
          if (busy.has(conversationId) || onTheWay.size >= AT_ONCE || stopped) continue
          const delivery = deliver(entry, options).finally(() => {
            onTheWay.delete(conversationId)
            look()
          })
          onTheWay.set(conversationId, delivery)
        }
      } while (again && !stopped)
    } catch (error) {
      log.error({ err: error }, 'the outbox could not be read')
    } finally {
      looking = undefined
    }
  }

  function look(): void {
    if (stopped) return
    again = true
    looking ??= lookAtOutbox()
  }

  const timer = setInterval(look, SWEEP_MS).unref()
  const stopListening = options.conversations.onCommitted(look)
  look()
  return async () => {
    stopped = true
    clearInterval(timer)
    stopListening()
    await Promise.race([Promise.all([looking, ...onTheWay.values()]), sleep(STOP_GRACE_MS, undefined, { ref: false })])
  }
}

/** Delivers one message and notes how it went; never rejects. */
async function deliver({ message, channelReference, attempts }: OutboxEntry, options: DeliveryOptions): Promise<void> {
  const { store, clock, log } = options
  const { id, conversationId } = message
  try {
    try {
      await push(message, channelReference, options)
    } catch (error) {
      const nextAt = nextAttempt(attempts + 1, error, clock.now())
      const problem = error instanceof Error ? error.message : String(error)
      await store.outbox.failed(id, nextAt, problem.slice(0, 500))
      const fields = { err: error, messageId: id, conversationId, attempts: attempts + 1 }
      if (nextAt === null) log.error(fields, 'a message could not be delivered and is given up')
      else log.warn(fields, 'a delivery failed and will be tried again')
      return
    }
    await store.outbox.delivered(id, clock.now())
  } catch (error) {
    log.error({ err: error, messageId: id, conversationId }, 'the outcome of a delivery could not be stored')
    // Still due, so it will be sent again: not at once, or a database in trouble makes a flood of repeats.
    await sleep(SWEEP_MS, undefined, { ref: false })
  }
}

async function push(
  message: Message,
  channelReference: string,
  { store, adapter, fileUrl }: DeliveryOptions,
): Promise<void> {
  const { body, conversationId } = message
  const reference = parseReference(channelReference)
  const agent = message.from === 'agent' ? await store.people.get(message.authorId ?? '') : undefined
  const activity = toActivity(message, {
    teams: reference.channelId === 'msteams',
    userId: reference.user?.id ?? '',
    ...(agent && { agentName: agent.name }),
    ...(fileUrl && body.kind === 'file' && { fileUrl: await fileUrl({ conversationId, fileId: body.file.id }) }),
  })
  const timeout = new AbortController()
  const tooLate = sleep(PUSH_TIMEOUT_MS, undefined, { ref: false, signal: timeout.signal }).then(() => {
    throw new CandorError('CONNECTOR_SILENT', { seconds: PUSH_TIMEOUT_MS / 1000 })
  })
  try {
    await Promise.race([adapter.push(reference, activity), tooLate])
  } finally {
    timeout.abort()
    tooLate.catch(() => {})
  }
}

const referenceSchema = z.looseObject({
  channelId: z.string(),
  serviceUrl: z.string(),
  conversation: z.looseObject({ id: z.string() }),
  user: z.looseObject({ id: z.string() }).optional(),
})

function parseReference(json: string): Partial<ConversationReference> {
  const parsed = referenceSchema.safeParse(JSON.parse(json || 'null'))
  // Ours, written at receipt: if it cannot be read, trying again will not help.
  if (!parsed.success) throw new CandorError('SERVICE_URL_REFUSED', { url: 'in the stored reference' })
  return parsed.data as unknown as Partial<ConversationReference>
}
