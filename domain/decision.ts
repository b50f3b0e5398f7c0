/** Why a conversation goes to a person. Appears in the desk, the report and the logs. */
export const ESCALATION_REASONS = [
  'asked-for-person',
  'need-requires-person',
  'clarification-failed',
  'answer-refused',
  'need-repeated',
  'out-of-scope',
  'gap-too-large',
] as const
export type EscalationReason = (typeof ESCALATION_REASONS)[number]

/** What the bot does with a turn: a value, never a side effect. */
export type Decision =
  | { kind: 'answer'; need: string; confidence: number }
  | { kind: 'clarify'; candidates: string[] }
  | { kind: 'ask'; need: string; detail: string }
  | { kind: 'escalate'; reasons: EscalationReason[] }
  | { kind: 'smalltalk'; need: string }
  | { kind: 'resolve' }

export type DecisionKind = Decision['kind']
