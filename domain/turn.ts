import type { Decision } from './decision.ts'
import type { InformationGap } from './gap.ts'
import type { Understanding } from './understanding.ts'

/** One customer message and what the bot decided about it. Evidence: never changed after it was written. */
export interface Turn {
  id: string
  conversationId: string
  /** `seq` of the customer's message. */
  seq: number
  at: number
  understanding: Understanding
  gap: InformationGap
  decision: Decision
  /** Which model understood it. */
  modelId: string
  /** Server time from receipt to decision, in milliseconds. */
  latencyMs: number
}
