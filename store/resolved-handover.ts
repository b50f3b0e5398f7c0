import type { CsatRating, Language, Message } from '../domain/index.ts'

/** A handover that ended with the need met, and what was said in it: what other agents may learn from. */
export interface ResolvedHandover {
  escalationId: string
  conversationId: string
  customerId: string
  customerName?: string
  /** Who ended it; absent where the account is gone. */
  agentName?: string
  /** What the agent said the need was, else what the bot believed. */
  need?: string
  endedAt: number
  /** The details that the customer gave, by name. */
  details: Record<string, string>
  /** What the customer wrote in its language, from a little before it, and the agents, in order. */
  messages: Message[]
  rating?: CsatRating
}

export interface HandoverStore {
  /**
   * The handovers in a language that ended `resolved`, the latest first, with its first sixty messages and the twenty before it.
   * @param need only those with this need
   */
  resolved(language: Language, limit: number, need?: string): Promise<ResolvedHandover[]>
}
