import { setTimeout as sleep } from 'node:timers/promises'
import type { ConversationReference } from 'botbuilder'
import { z } from 'zod'
import { CandorError, type Clock } from '../../../domain/index.ts'
import type { OutboxEntry, Store } from '../../../store/index.ts'
import type { ConversationService } from '../../turn/conversation-service.ts'
import { nextAttempt } from './backoff.ts'
import type { CandorAdapter } from './candor-adapter.ts'
import { toActivity } from './to-activity.ts'

/** How often to look without a hint: for retries, and for what other nodes committed. */
const SWEEP_MS = 2_000
/** How long a delivery that is on the way may take when the server goes down. */
const STOP_GRACE_MS = 3_000
/** Conversations served side by side; within one, messages go one after the other. */
const AT_ONCE = 20

export interface DeliveryOptions {
  store: Pick<Store, 'outbox' | 'people'>
  adapter: Pick<CandorAdapter, 'push'>
  conversations: Pick<ConversationService, 'onCommitted'>
  clock: Clock
  log: { warn(fields: object, text: string): void; error(fields: object, text: string): void }
}

/**
 * Sends the outbox to the channels, each conversation in the order of `seq`, until nothing is due.
 * At least once: a crash between sending and noting it sends that message again.
 * @returns how many were delivered
 */
export async function deliverOutbox({ store, adapter, clock, log }: DeliveryOptions): Promise<number> {
  let delivered = 0
  for (;;) {
    // One entry per conversation, the first not delivered: so a batch can go out side by side.
    const due = await store.outbox.due(clock.now(), AT_ONCE)
    if (due.length === 0) return delivered
    const results = await Promise.all(due.map((entry) => deliver(entry)))
    delivered += results.filter(Boolean).length
  }

  async function deliver({ message, channelReference, attempts }: OutboxEntry): Promise<boolean> {
    try {
      const reference = parseReference(channelReference)
      const agent = message.from === 'agent' ? await store.people.get(message.authorId ?? '') : undefined
      const activity = toActivity(message, {
        teams: reference.channelId === 'msteams',
        userId: reference.user?.id ?? '',
        ...(agent && { agentName: agent.name }),
      })
      await adapter.push(reference, activity)
    } catch (error) {
      const nextAt = nextAttempt(attempts + 1, error, clock.now())
      const problem = error instanceof Error ? error.message : String(error)
      await store.outbox.failed(message.id, nextAt, problem.slice(0, 500))
      const fields = {
        err: error,
        messageId: message.id,
        conversationId: message.conversationId,
        attempts: attempts + 1,
      }
      if (nextAt === null) log.error(fields, 'a message could not be delivered and is given up')
      else log.warn(fields, 'a delivery failed and will be tried again')
      return false
    }
    await store.outbox.delivered(message.id, clock.now())
    return true
  }
}

/**
 * Delivers whenever something was committed, and every two seconds.
 * @returns how to stop: resolves when nothing is on the way, or after three seconds; what is left stays in the outbox
 */
export function startDelivery(options: DeliveryOptions): () => Promise<void> {
  let stopped = false
  let again = false
  let running: Promise<void> | undefined

  async function run(): Promise<void> {
    do {
      again = false
      await deliverOutbox(options).catch((error: unknown) =>
        options.log.error({ err: error }, 'the outbox sweep failed'),
      )
    } while (again && !stopped)
    running = undefined
  }

  const look = () => {
    if (stopped) return
    again = true
    running ??= run()
  }
  const timer = setInterval(look, SWEEP_MS).unref()
  const stopListening = options.conversations.onCommitted(look)
  look()
  return async () => {
    stopped = true
    clearInterval(timer)
    stopListening()
    await Promise.race([running, sleep(STOP_GRACE_MS, undefined, { ref: false })])
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
