import type { Activity } from 'botbuilder'
import { type KnowledgePack, localize } from '../../../domain/index.ts'
import type { Store } from '../../../store/index.ts'
import { toActivity } from './to-activity.ts'

/** Activities per answer and per frame; a client that is behind asks again. */
export const PAGE = 200

export interface ActivityPage {
  activities: Partial<Activity>[]
  /** `seq` of the last activity, or where the reader already was. */
  lastSeq: number
}

export interface ReaderOf {
  conversationId: string
  userId: string
  knowsCandor: boolean
}

export type ActivityReader = (of: ReaderOf, afterSeq: number) => Promise<ActivityPage>

/** Reads a conversation from the store as Direct Line activities, a page at a time, in order and without a gap. */
export function activityReader(store: Pick<Store, 'conversations' | 'people'>, pack: KnowledgePack): ActivityReader {
  return async ({ conversationId, userId, knowsCandor }, afterSeq) => {
    const messages = await store.conversations.messages(conversationId, afterSeq, PAGE)
    const agentIds = new Set(messages.flatMap((message) => (message.from === 'agent' ? [message.authorId ?? ''] : [])))
    const agents = await Promise.all([...agentIds].map((id) => store.people.get(id)))
    const names = new Map(agents.flatMap((agent) => (agent ? [[agent.id, agent.name] as const] : [])))
    const activities = messages.map((message) => {
      const agentName = message.from === 'agent' ? names.get(message.authorId ?? '') : undefined
      return toActivity(message, {
        userId,
        botName: localize(pack.title, message.language),
        knowsCandor,
        ...(agentName !== undefined && { agentName }),
      })
    })
    return { activities, lastSeq: messages.at(-1)?.seq ?? afterSeq }
  }
}
