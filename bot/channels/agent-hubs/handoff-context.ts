import type { Activity } from 'botbuilder'
import type { Conversation, Customer, Escalation, KnowledgePack, Message } from '../../../domain/index.ts'
import { bothLanguages } from '../../../domain/index.ts'

export interface HandoffFacts {
  conversation: Conversation
  customer: Customer | undefined
  escalation: Escalation
  /** Up to the handover, in order. */
  messages: readonly Message[]
}

/** What a hub gets to know with `handoff.initiate`: everything that our own desk would show. */
export interface HandoffContext {
  escalationId: string
  customer: { id: string; name?: string; language: string }
  need?: { name: string; title: { en: string; zh: string } }
  reasons: string[]
  /** 0..1 */
  gap: number
  gapReasons: { code: string; contribution: number }[]
  details: Record<string, string>
}

export function handoffContext(
  { conversation, customer, escalation }: HandoffFacts,
  pack: Pick<KnowledgePack, 'needs'>,
): HandoffContext {
  const need = pack.needs.find(({ name }) => name === escalation.need)
  return {
    escalationId: escalation.id,
    customer: {
      id: conversation.customerId,
      language: conversation.language,
      ...(customer?.name !== undefined && { name: customer.name }),
    },
    ...(need && { need: { name: need.name, title: bothLanguages(need.title) } }),
    reasons: escalation.reasons,
    gap: escalation.gap,
    gapReasons: escalation.gapReasons,
    details: conversation.state.details,
  }
}

/** The conversation as activities, as the Bot Framework's transcripts hold it. */
export function handoffTranscript({ conversation, customer, messages }: HandoffFacts): Partial<Activity>[] {
  return messages.map(({ id, from, at, language, text }) => ({
    type: 'message',
    id,
    timestamp: new Date(at),
    locale: language === 'zh' ? 'zh-CN' : 'en-US',
    text,
    from:
      from === 'customer'
        ? { id: conversation.customerId, name: customer?.name ?? '', role: 'user' }
        : { id: from, name: from, role: 'bot' },
  }))
}
