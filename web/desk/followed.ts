import type { DeskConversation, DeskFrame, DeskQueue } from '../../bot/http/api.ts'
import { completeUpTo, mergeMessages } from './merge-messages.ts'

/** The conversations that the desk has read, by id, with everything that was said in them since. */
export type Followed = Readonly<Record<string, DeskConversation>>

/** A conversation was read. It may be older than what has come since: messages and read marks stay. */
export function withRead(followed: Followed, read: DeskConversation): Followed {
  const known = followed[read.id]
  if (!known) return { ...followed, [read.id]: read }
  const messages = mergeMessages(known.messages, read.messages)
  const customerReadSeq = Math.max(known.customerReadSeq, read.customerReadSeq)
  return { ...followed, [read.id]: { ...read, messages, customerReadSeq } }
}

/** A frame of the live desk; of a conversation that was never read it changes nothing. */
export function withFrame(followed: Followed, frame: DeskFrame): Followed {
  const known = frame.kind === 'queue' ? undefined : followed[frame.conversationId]
  if (!known) return followed
  switch (frame.kind) {
    case 'messages':
      return { ...followed, [known.id]: { ...known, messages: mergeMessages(known.messages, frame.messages) } }
    case 'read':
      return { ...followed, [known.id]: { ...known, customerReadSeq: Math.max(known.customerReadSeq, frame.seq) } }
    default:
      return followed
  }
}

/** What is neither open nor this agent's is forgotten: it is read anew when it is opened. */
export function keptOf(followed: Followed, openId: string | undefined, queue: DeskQueue | undefined): Followed {
  const kept = new Set([openId, ...(queue?.mine ?? []).map(({ conversationId }) => conversationId)])
  const entries = Object.entries(followed).filter(([id]) => kept.has(id))
  return entries.length === Object.keys(followed).length ? followed : Object.fromEntries(entries)
}

/** What to follow, and from where: what is open and this agent's, as far as it was read. */
export function positionsOf(followed: Followed): Record<string, number> {
  return Object.fromEntries(Object.values(followed).map(({ id, messages }) => [id, completeUpTo(messages)]))
}

/** Something came after something that has not come: it must be asked for again. */
export function hasGap(followed: Followed): boolean {
  return Object.values(followed).some(({ messages }) => completeUpTo(messages) !== (messages.at(-1)?.seq ?? 0))
}
