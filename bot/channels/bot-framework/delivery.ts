import type { Clock, MessageBody } from '../../../domain/index.ts'
import type { OutboxEntry, Store } from '../../../store/index.ts'
import type { FileKey } from '../../files/index.ts'
import type { ConversationService } from '../../turn/conversation-service.ts'
import type { Handoffs } from '../agent-hubs/handoffs.ts'
import { nextAttempt } from './backoff.ts'
import type { CandorAdapter } from './candor-adapter.ts'
import { parseReference } from './conversation-reference.ts'
import { inTime } from './in-time.ts'
import { keepDelivering } from './keep-delivering.ts'
import { toActivity } from './to-activity.ts'

export interface DeliveryOptions {
  store: Pick<Store, 'outbox' | 'people'>
  adapter: Pick<CandorAdapter, 'push'>
  conversations: Pick<ConversationService, 'onCommitted'>
  handoffs: Handoffs
  clock: Clock
  /** Where a file can be fetched from anywhere; absent without a public address. */
  fileUrl?: (key: FileKey) => Promise<string>
  /** Where a survey can be answered from anywhere; absent without a public address. */
  surveyUrl?: (survey: Extract<MessageBody, { kind: 'survey' }>) => Promise<string>
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
  const { store, clock, log, conversations } = options
  return keepDelivering({
    due: (limit) => store.outbox.due(clock.now(), limit),
    keyOf: ({ message }) => message.conversationId,
    deliver: (entry) => deliver(entry, options),
    onHint: (look) => conversations.onCommitted(look),
    onUnreadable: (error) => log.error({ err: error }, 'the outbox could not be read'),
    onUnnoted: (error, { message: { id: messageId, conversationId } }) =>
      log.error({ err: error, messageId, conversationId }, 'the outcome of a delivery could not be stored'),
  })
}

/** Delivers one message and notes how it went. Rejects only when that could not be stored. */
async function deliver({ message, channelReference, attempts }: OutboxEntry, options: DeliveryOptions): Promise<void> {
  const { store, clock, log } = options
  const { id, conversationId } = message
  try {
    await push({ message, channelReference, attempts }, options)
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
}

async function push(
  { message, channelReference, attempts }: OutboxEntry,
  { store, adapter, handoffs, clock, fileUrl, surveyUrl }: DeliveryOptions,
): Promise<void> {
  const { body, conversationId } = message
  const reference = parseReference(channelReference)
  const channelId = reference.channelId ?? ''
  const agent = message.from === 'agent' ? await store.people.get(message.authorId ?? '') : undefined
  const activity = toActivity(message, {
    teams: channelId === 'msteams',
    userId: reference.user?.id ?? '',
    ...(agent && { agentName: agent.name }),
    ...(surveyUrl && body.kind === 'survey' && { surveyUrl: await surveyUrl(body) }),
    ...(fileUrl && body.kind === 'file' && { fileUrl: await fileUrl({ conversationId, fileId: body.file.id }) }),
  })
  const initiation = await handoffs.initiation(message, channelId)
  await inTime(adapter.push(reference, activity))
  if (!initiation) return
  try {
    await inTime(adapter.push(reference, initiation))
  } catch (error) {
    // What may get better is tried again together with the words before it: better said twice than not at all.
    if (nextAttempt(attempts + 1, error, clock.now()) !== null) throw error
    await handoffs.refused(message.conversationId, channelId)
  }
}
