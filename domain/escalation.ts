import type { EscalationReason } from './decision.ts'
import type { GapReason } from './gap.ts'
import type { Language } from './language.ts'

export const ESCALATION_OUTCOMES = ['resolved', 'unresolved', 'spam', 'returned'] as const
/** How a handover ended. `returned`: the agent gave the conversation back to the bot. */
export type EscalationOutcome = (typeof ESCALATION_OUTCOMES)[number]

/** A handover to a person. */
export interface Escalation {
  id: string
  conversationId: string
  customerId: string
  language: Language
  /** `seq` of the message that led to it; absent where an older version did not keep it. */
  seq?: number
  reasons: EscalationReason[]
  /** The need the bot believed in most, if any. */
  need?: string
  /** Gap when it was handed over, 0..1, and why. */
  gap: number
  gapReasons: GapReason[]
  /** 0..1, larger is more urgent. */
  priority: number
  queuedAt: number
  acceptedAt?: number
  agentId?: string
  endedAt?: number
  outcome?: EscalationOutcome
  /** What the agent says the customer really needed. */
  trueNeed?: string
}
