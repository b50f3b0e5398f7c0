import type { Channel } from './conversation.ts'
import type { Language } from './language.ts'

/** A question asked after a resolution. Who is rated is fixed when it is sent, whatever happens to the conversation later. */
export interface Survey {
  id: string
  conversationId: string
  customerId: string
  channel: Channel
  language: Language
  sentAt: number
  /** After this it takes no answer. */
  expiresAt: number
  about: { kind: 'bot'; modelId: string } | { kind: 'agent'; agentId: string; escalationId: string }
  need?: string
}

export interface SurveyResponse {
  surveyId: string
  at: number
  /** CSAT, 1 (bad) .. 5 (very good). */
  rating: 1 | 2 | 3 | 4 | 5
  /** Was the need met? */
  resolved?: boolean
  comment?: string
}
