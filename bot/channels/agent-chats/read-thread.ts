import type { Attachment } from 'botbuilder'
import type { Agent, Conversation, Escalation, KnowledgePack, Language } from '../../../domain/index.ts'
import type { AgentChat, Store, ThreadNow } from '../../../store/index.ts'
import { customerName } from '../../escalation/customer-name.ts'
import { escalationCard } from './escalation-card.ts'

/** Everything stored about a thread. */
export interface ReadThread extends ThreadNow {
  chat: AgentChat
  escalation: Escalation
  conversation: Conversation
  customerName: string
  /** Of whoever reads the chat. */
  language: Language
}

export type ThreadStore = Pick<Store, 'agentChats' | 'escalations' | 'conversations' | 'customers' | 'people'>

/** Enough to find what was said last, behind the system's words. */
const GLANCE = 12

/** @returns undefined when the chat, or what it is about, is gone */
export async function readThread(now: ThreadNow, store: ThreadStore): Promise<ReadThread | undefined> {
  const { chatKey, escalationId, conversationId } = now.thread
  const [chat, escalation, conversation] = await Promise.all([
    store.agentChats.get(chatKey),
    store.escalations.get(escalationId),
    store.conversations.get(conversationId),
  ])
  if (!chat || !escalation || !conversation) return undefined
  const [customer, linkedBy] = await Promise.all([
    store.customers.get(conversation.customerId),
    store.people.get(chat.agentId),
  ])
  const name = customerName(customer?.name, conversation.customerId)
  return { ...now, chat, escalation, conversation, customerName: name, language: languageOf(linkedBy) }
}

/** The first language that they serve customers in. */
export function languageOf(agent: Pick<Agent, 'languages'> | undefined): Language {
  return agent?.languages[0] ?? 'en'
}

/** What the thread's card says now. */
export async function threadCard(read: ReadThread, pack: KnowledgePack, store: ThreadStore): Promise<Attachment> {
  const { chat, escalation, conversation, customerName, wanted, language } = read
  const [agent, messages] = await Promise.all([
    store.people.get(escalation.agentId ?? ''),
    store.conversations.messages(conversation.id, Math.max(0, conversation.lastSeq - GLANCE), GLANCE),
  ])
  const facts = { state: wanted, chat, escalation, conversation, customerName, agentName: agent?.name ?? '', messages }
  return escalationCard(facts, language, pack)
}
