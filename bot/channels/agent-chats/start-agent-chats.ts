import type { Store } from '../../../store/index.ts'
import type { ConversationService } from '../../turn/conversation-service.ts'
import { keepDelivering } from '../bot-framework/keep-delivering.ts'
import { chatsToTell } from './chats-to-tell.ts'
import { type PostThreadOptions, postThread } from './post-thread.ts'

export interface StartAgentChatsOptions extends PostThreadOptions {
  store: Pick<Store, 'agentChats' | 'escalations' | 'conversations' | 'customers' | 'people'>
  conversations: Pick<ConversationService, 'onCommitted'>
  /** What a minute of waiting adds to the priority: who waits comes into the queue that is looked at in the end. */
  waitingMinute(): number
}

/** Longer queues are a crisis in which nobody reads every card. */
const QUEUE_LIMIT = 200

/**
 * Shows agents in Teams who waits, and what their customers write. Everything is told from what is stored, so that a
 * restart changes nothing.
 *
 * @returns how to stop
 */
export function startAgentChats(options: StartAgentChatsOptions): () => Promise<void> {
  const { store, conversations, clock, log } = options
  return keepDelivering({
    async due(limit) {
      await beginThreads(options)
      return store.agentChats.due(clock.now(), limit)
    },
    keyOf: ({ thread }) => `${thread.escalationId} ${thread.chatKey}`,
    deliver: (now) => postThread(now, options),
    onHint: (look) => conversations.onCommitted(({ queueChanged }) => queueChanged && look()),
    onUnreadable: (error) => log.error({ err: error }, 'the agent chats could not be read'),
    onUnnoted: (error, { thread: { escalationId } }) =>
      log.error({ err: error, escalationId }, 'what was written to an agent chat could not be stored'),
  })
}

async function beginThreads({ store, clock, waitingMinute }: StartAgentChatsOptions): Promise<void> {
  const chats = await store.agentChats.list()
  if (chats.length === 0) return
  const [waiting, agents, presences, live] = await Promise.all([
    store.escalations.waiting(QUEUE_LIMIT, waitingMinute()),
    store.people.list(),
    store.people.presences(),
    store.agentChats.live(),
  ])
  const begun = new Set(live.map(({ escalationId, chatKey }) => `${escalationId} ${chatKey}`))
  for (const escalation of waiting) {
    for (const chat of chatsToTell(escalation, { chats, agents, presences, now: clock.now() })) {
      if (begun.has(`${escalation.id} ${chat.key}`)) continue
      await store.agentChats.begin({
        escalationId: escalation.id,
        chatKey: chat.key,
        conversationId: escalation.conversationId,
        ...(chat.kind === 'personal' && { agentId: chat.agentId }),
      })
    }
  }
}
