import { type ConversationReference, MessageFactory } from 'botbuilder'
import type { KnowledgePack, Message } from '../../../domain/index.ts'
import type { ThreadNow, ThreadProgress } from '../../../store/index.ts'
import { nextAttempt } from '../bot-framework/backoff.ts'
import { type CandorAdapter, statusOf } from '../bot-framework/candor-adapter.ts'
import { parseReference } from '../bot-framework/conversation-reference.ts'
import { escapeMarkdown } from '../bot-framework/escape-markdown.ts'
import { inTime } from '../bot-framework/in-time.ts'
import { type ReadThread, readThread, type ThreadStore, threadCard } from './read-thread.ts'
import { WORDS } from './words.ts'

export interface PostThreadOptions {
  store: ThreadStore
  adapter: Pick<CandorAdapter, 'push' | 'replace'>
  pack(): KnowledgePack
  clock: { now(): number }
  log: { warn(fields: object, text: string): void; error(fields: object, text: string): void }
}

/** Longer than one post may take: then another node, or this one after a crash, takes it up again. */
const CLAIM_MS = 35_000
/** Posted in one go; the rest comes at the next look. */
const PAGE = 50

/**
 * Brings one thread up to date: its card, and what the customer wrote, in the order of `seq`. At least once: a crash
 * between posting and noting it posts that line again. Rejects only when the outcome could not be stored.
 */
export async function postThread({ thread, wanted }: ThreadNow, options: PostThreadOptions): Promise<void> {
  const { store, clock, log } = options
  const claimed = () => clock.now() + CLAIM_MS
  if (!(await store.agentChats.claim(thread, clock.now(), claimed()))) return
  const note = (progress: ThreadProgress) =>
    store.agentChats.progress(thread, { attempts: 0, nextAt: claimed(), ...progress })
  try {
    const read = await readThread({ thread, wanted }, store)
    if (!read) return await store.agentChats.progress(thread, { shown: 'ended' })
    if (thread.cardActivityId === undefined) await postCard(read, note, options)
    else await goOn(read, note, options)
  } catch (error) {
    const attempts = thread.attempts + 1
    const nextAt = nextAttempt(attempts, error, clock.now())
    const { escalationId, conversationId } = thread
    const fields = { err: error, escalationId, conversationId, attempts }
    if (nextAt === null) log.error(fields, 'an agent chat could not be written to and is given up for this customer')
    else log.warn(fields, 'an agent chat could not be written to and will be tried again')
    return await store.agentChats.progress(thread, nextAt === null ? { shown: 'ended' } : { attempts, nextAt })
  }
  await store.agentChats.progress(thread, { attempts: 0 })
}

type Note = (progress: ThreadProgress) => Promise<void>

/** The card shows what was said so far: what is posted goes on from there. */
async function postCard(read: ReadThread, note: Note, { store, adapter, pack }: PostThreadOptions): Promise<void> {
  const { chat, conversation, wanted } = read
  // Over before anybody saw it.
  if (wanted === 'ended') return note({ shown: 'ended' })
  const card = await threadCard(read, pack(), store)
  const id = await inTime(adapter.push(referenceOf(chat.reference, chat.key), MessageFactory.attachment(card)))
  await note({
    shown: wanted,
    cardActivityId: id ?? '',
    threadKey: chat.kind === 'channel' ? `${chat.key};messageid=${id ?? ''}` : chat.key,
    deliveredSeq: conversation.lastSeq,
  })
}

async function goOn(read: ReadThread, note: Note, options: PostThreadOptions): Promise<void> {
  const { thread, wanted } = read
  if (wanted !== 'ended' && wanted !== thread.shown) await changeCard(read, note, options)
  if (wanted === 'open' || thread.shown === 'open') await postMessages(read, note, options)
  if (wanted === 'ended') await changeCard(read, note, options)
}

async function postMessages(read: ReadThread, note: Note, { store, adapter }: PostThreadOptions): Promise<void> {
  const { thread, chat, escalation, customerName } = read
  const reference = referenceOf(chat.reference, thread.threadKey ?? chat.key)
  for (const message of await store.conversations.messages(thread.conversationId, thread.deliveredSeq, PAGE)) {
    // What came after the end is the bot's again.
    if (escalation.endedAt !== undefined && message.at > escalation.endedAt) break
    const name = await speakerOf(message, escalation.agentId, customerName, store)
    if (name !== undefined) {
      const text = `**${escapeMarkdown(name)}:** ${escapeMarkdown(message.text)}`
      await inTime(adapter.push(reference, { type: 'message', text, textFormat: 'markdown' }))
    }
    await note({ deliveredSeq: message.seq })
  }
}

/** Whose words the agent is to see: the customer's, and those of colleagues who have joined; never their own. */
async function speakerOf(
  { from, authorId }: Message,
  agentId: string | undefined,
  customerName: string,
  store: ThreadStore,
): Promise<string | undefined> {
  if (from === 'customer') return customerName
  if (from !== 'agent' || authorId === agentId) return undefined
  return (await store.people.get(authorId ?? ''))?.name ?? WORDS.en.card.colleague
}

async function changeCard(
  read: ReadThread,
  note: Note,
  { store, adapter, pack, log }: PostThreadOptions,
): Promise<void> {
  const { thread, chat, wanted } = read
  const card = await threadCard(read, pack(), store)
  const reference = referenceOf(chat.reference, thread.threadKey ?? chat.key)
  try {
    await inTime(adapter.replace(reference, thread.cardActivityId ?? '', MessageFactory.attachment(card)))
  } catch (error) {
    // Somebody has deleted the card: the conversation goes on below it all the same.
    if (![404, 405, 410].includes(statusOf(error) ?? 0)) throw error
    log.warn({ err: error, escalationId: thread.escalationId }, 'a card in an agent chat is gone')
  }
  await note({ shown: wanted })
}

/** A stored reference, turned to the thread. */
function referenceOf(json: string, conversationId: string): Partial<ConversationReference> {
  const { activityId: _, ...reference } = parseReference(json)
  const { conversation } = reference
  return conversation ? { ...reference, conversation: { ...conversation, id: conversationId } } : reference
}
