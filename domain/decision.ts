/** Why a conversation goes to a person. Appears in the desk, the report and the logs. */
export const ESCALATION_REASONS = [
  'asked-for-person',
  'safety',
  'legal',
  'need-requires-person',
  'clarification-failed',
  'answer-refused',
  'need-repeated',
  'out-of-scope',
  'gap-too-large',
  'risk-too-large',
  // The customer came back to the person who served them.
  'reopened',
  // A person stepped in unasked.
  'taken-over',
] as const
export type EscalationReason = (typeof ESCALATION_REASONS)[number]

/** One need of a message being served: its answer, or a question for what the answer lacks. */
export type Serving =
  | { kind: 'answer'; need: string; confidence: number }
  | { kind: 'ask'; need: string; detail: string }

/** What the bot does with a turn: a value, never a side effect. */
export type Decision =
  | Serving
  /** A message with several needs: each is served, in order; a question comes last. */
  | { kind: 'several'; parts: Serving[] }
  | { kind: 'clarify'; candidates: string[] }
  /** The customer writes in a language that the bot does not speak. */
  | { kind: 'decline-language' }
  | { kind: 'escalate'; reasons: EscalationReason[] }
  | { kind: 'smalltalk'; need: string }
  /** The customer asks what was understood: they are told, and an open question stays open. */
  | { kind: 'explain' }
  | { kind: 'resolve' }

export type DecisionKind = Decision['kind']

/** The needs that a decision answers. */
export function answeredNeeds(decision: Decision): string[] {
  const parts = decision.kind === 'several' ? decision.parts : [decision]
  return parts.flatMap((part) => (part.kind === 'answer' ? [part.need] : []))
}

/**
 * Something the bot could have done with a turn, and what it is worth on average, in the unit of the policy's stakes.
 * Kept beside the decision, so that it can be explained and decided anew under other stakes.
 */
export type Alternative =
  | { kind: 'answer'; need: string; utility: number }
  | { kind: 'ask'; need: string; detail: string; utility: number }
  | { kind: 'clarify'; candidates: string[]; utility: number }
  | { kind: 'escalate'; utility: number }
