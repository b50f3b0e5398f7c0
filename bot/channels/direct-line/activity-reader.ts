import type { Activity } from 'botbuilder'
import { type KnowledgePack, localize, type Message } from '../../../domain/index.ts'
import type { Store } from '../../../store/index.ts'
import type { FileLinks } from '../../files/index.ts'
import { toActivity } from './to-activity.ts'

/**
 * Activities per read; a client that is behind asks again. The official client hands them out on timers, 4 ms apart on an
 * idle machine, and mixes them with those of its next poll (200 ms to a second later) when it is not done by then.
 */
export const PAGE = 25

export interface NumberedActivity {
  seq: number
  activity: Partial<Activity>
}

export interface ReaderOf {
  conversationId: string
  userId: string
  knowsCandor: boolean
  /** How this server is reached from there, e.g. `https://shop.example`. */
  origin: string
}

export type ActivityReader = (of: ReaderOf, afterSeq: number) => Promise<NumberedActivity[]>

/** Reads a conversation from the store as Direct Line activities, a page at a time, in order and without a gap. */
export function activityReader(
  store: Pick<Store, 'conversations' | 'people'>,
  pack: () => KnowledgePack,
  links: Pick<FileLinks, 'path'>,
): ActivityReader {
  return async ({ conversationId, userId, knowsCandor, origin }, afterSeq) => {
    const messages = await store.conversations.messages(conversationId, afterSeq, PAGE)
    const agentIds = new Set(messages.flatMap((message) => (message.from === 'agent' ? [message.authorId ?? ''] : [])))
    const agents = await Promise.all([...agentIds].map((id) => store.people.get(id)))
    const names = new Map(agents.flatMap((agent) => (agent ? [[agent.id, agent.name] as const] : [])))
    const activityOf = async (message: Message): Promise<NumberedActivity> => {
      const agentName = message.from === 'agent' ? names.get(message.authorId ?? '') : undefined
      const botName = localize(pack().title, message.language)
      const { body } = message
      const fileUrl =
        body.kind === 'file' ? `${origin}${await links.path({ conversationId, fileId: body.file.id })}` : undefined
      const extras = {
        userId,
        botName,
        knowsCandor,
        ...(agentName !== undefined && { agentName }),
        ...(fileUrl !== undefined && { fileUrl }),
      }
      return { seq: message.seq, activity: toActivity(message, extras) }
    }
    return Promise.all(messages.map(activityOf))
  }
}
