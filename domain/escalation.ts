import type { EscalationReason } from './decision.ts'
import type { GapReason } from './gap.ts'
import type { Language } from './language.ts'

export const ESCALATION_OUTCOMES = ['resolved', 'unresolved', 'spam', 'returned', 'transferred', 'given-back'] as const
/**
 * How a handover ended. `returned`: the agent gave the conversation back to the bot. `transferred` and `given-back` (the
 * agent was gone): another escalation follows.
 */
export type EscalationOutcome = (typeof ESCALATION_OUTCOMES)[number]

/** After these another escalation goes on with the same handover. */
export const PASSED_ON_OUTCOMES = ['transferred', 'given-back'] as const satisfies EscalationOutcome[]

export const RESOLVED_OUTCOMES = ['resolved', 'unresolved', 'spam'] as const satisfies EscalationOutcome[]
/** What an agent may say of a conversation that they close. */
export type ResolvedOutcome = (typeof RESOLVED_OUTCOMES)[number]

/**
 * A handover to a person, from its place in a queue to the end of one agent's work on it. Who passes a conversation on
 * ends theirs and begins another that `follows` it, so that each is the work of one agent at most.
 */
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
  /** 0 or more, larger is more urgent: how it was when it began to wait. Waiting adds to it (`urgency`). */
  priority: number
  /** Name of the policy's queue that it waits in. */
  queue: string
  /** The escalation of the same conversation that it goes on with. */
  follows?: string
  /** Who should have it if they can: it was transferred to them, or they served the customer before. */
  preferredAgentId?: string
  routing: Routing
  queuedAt: number
  acceptedAt?: number
  agentId?: string
  /** When its agent first wrote to the customer. */
  firstReplyAt?: number
  /** Since when something that the customer wrote has had no answer of its agent; absent while nothing has. */
  unansweredSince?: number
  endedAt?: number
  outcome?: EscalationOutcome
  /** What the agent says the customer really needed. */
  trueNeed?: string
  /** The agent says that it was none of the pack's needs. */
  noNeed?: true
}

/** How far the search for an agent has come. */
export interface Routing {
  /** Counts the steps, so that of two at once one is refused. */
  step: number
  /** Only this agent may take it until then; a supervisor may at any time. */
  offer?: { agentId: string; at: number; until: number }
  /** Agents who let an offer run out or passed it on, in order: it is not offered to them again. */
  passedBy: string[]
  /** Since when everybody may take it. */
  openSince?: number
  /** Since when the supervisors are called. */
  calledAt?: number
}

export function newRouting(): Routing {
  return { step: 0, passedBy: [] }
}
