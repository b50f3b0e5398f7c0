import type { Language } from './basics.ts'

// --- what if: GET /api/policy -> PolicyInForce, POST /api/policy/replay {policy, from, to} -> PolicyComparison
//     | 400 POLICY_INVALID with details.problem and details.problemZh | 409 REPLAY_RUNNING ---

export interface PolicyInForce {
  /** YAML as it was written, with its comments. */
  text: string
  /** Days begin and end in it. */
  timeZone: string
}

/**
 * Recorded conversations decided anew: under the policy in force ("before") and under another one ("after").
 * In each conversation the first difference counts; what would have followed, the record cannot tell.
 */
export interface PolicyComparison {
  /** YYYY-MM-DD, both included. */
  from: string
  to: string
  timeZone: string
  /** Conversations with at least one turn that could be decided anew, and how many of them differ. */
  conversations: number
  changedConversations: number
  /** Not null: there were more conversations, and only this many, the newest, were looked at. */
  cappedAt: number | null
  /** Every turn looked at is in exactly one of: compared, notKnown, a reason of undecidable. */
  turns: {
    recorded: number
    compared: number
    /** After the first difference of their conversation. */
    notKnown: number
    undecidable: Record<'no-deliberation' | 'text-not-kept' | 'need-gone', number>
  }
  /** How many recorded decisions the policy in force makes again, of those it could decide. */
  reproduced: { count: number; of: number }
  handovers: PolicyChange
  answers: PolicyChange
  lists: PolicyChange
  /** Of the conversations with a handover more, those that went to a person later in the record anyway. */
  handedOverLaterAnyway: number
  /** Answers by what the message was about: by everybody's word, and by random checks alone. */
  answered: { known: AnsweredTruth; checked: AnsweredTruth }
  /** What the new policy expects to gain by its own stakes: an estimate, from the differences that it could value. */
  expectedGain: { perConversation: number | null; valued: number; of: number }
  matrix: PolicyMatrixCell[]
  /** Parts of the policy that differ and that this comparison cannot try. */
  notTried: string[]
}

/** Conversations in which something comes about at the first difference (`more`) or does so no longer (`fewer`). */
export interface PolicyChange {
  more: number
  fewer: number
  /** Conversations they are counted among. */
  of: number
  /** more - fewer, per 100 conversations, with its 95 % interval (Tango's score interval); null when there are none. */
  per100: number | null
  low: number
  high: number
}

export interface AnsweredTruth {
  /** Compared messages of which it is known what they were about. */
  messages: number
  wrongBefore: number
  wrongAfter: number
  /** Of wrong answers, among conversations with such a message. */
  wrong: PolicyChange
  /** `unknown`: nobody has said what the message was about. */
  newlyAnswered: { right: number; wrong: number; unknown: number }
  noLongerAnswered: { right: number; wrong: number; unknown: number }
  answeredOtherwise: { nowRight: number; nowWrong: number; asBefore: number; unknown: number }
}

export interface PolicyMatrixCell {
  /** Kinds of decision: answer, ask, several, clarify, decline-language, explain, escalate, smalltalk, resolve. */
  before: string
  after: string
  turns: number
  /** Of these, where the customer would see a difference: another need, another list. */
  differing: number
  examples: PolicyExample[]
}

export interface PolicyExample {
  conversationId: string
  at: number
  /** What the customer wrote, shortened. */
  text: string
  before: PolicyExampleDecision
  after: PolicyExampleDecision
}

/** Titles of the needs that are answered, asked about or offered. */
export interface PolicyExampleDecision {
  kind: string
  needs: Record<Language, string>[]
}
