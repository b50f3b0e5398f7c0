import type { EscalationOutcome } from '../../../domain/index.ts'

/**
 * One customer's wait for a person and that person's work, times in epoch milliseconds. The bot's time lies before
 * `queuedAt`, and a customer who comes back after the end is another handover: so no figure made of these holds the
 * bot's time, or spans a reopening.
 */
export interface HandoverFacts {
  queue: string
  /** The agent stepped in unasked: nobody waited. */
  steppedIn: boolean
  queuedAt: number
  acceptedAt?: number
  agentId?: string
  /** When the agent first wrote to the customer. */
  firstReplyAt?: number
  endedAt?: number
  outcome?: EscalationOutcome
  /** When the customer first wrote again after the conversation was closed at its end. */
  reopenedAt?: number
}

/** What a figure may depend on besides the handovers. */
export interface HandoverContext {
  /** Epoch milliseconds. */
  now: number
  /** Who comes back within this time was not served. */
  reopenWithinMs: number
}

/** The contract of a figure over handovers: what it means in words, and how it is made. */
export interface HandoverMetric<Value> {
  key: string
  definition: { en: string; zh: string }
  of(handovers: readonly HandoverFacts[], context: HandoverContext): Value
}
