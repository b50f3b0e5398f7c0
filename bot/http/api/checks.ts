import type { Language } from './basics.ts'

// --- the guarantee and the random check, for managers and administrators ---
// GET  /api/assurance                                -> Assurance
// GET  /api/checks/next                              -> NextCheck
// POST /api/checks {conversationId, seq, meant}      -> CheckedMessage | 409 CHECK_TAKEN

/** How it stands with "at most `atMostWrong` of what the bot answers on its own is wrong". */
export interface Assurance {
  /** `days`: only checks of messages of the last days count. */
  promise: { atMostWrong: number; confidence: number; days: number }
  guarantee:
    | { kind: 'guaranteed'; answerAbove: number; riskAtMost: number; answered: number; wrong: number; labels: number }
    | { kind: 'not-enough-evidence'; labels: number; needed: number }
    /** `lowestBound`: at most so many answers are wrong under the best threshold. */
    | { kind: 'not-shown'; labels: number; lowestBound: number }
  /** Messages checked, those of them that count for the guarantee, and how many of these the next look takes. */
  checks: number
  labels: number
  needed: number
  /** The bot answers on its own only above this belief; `since`: the newest check it rests on. */
  answerAbove:
    | { value: number; from: 'guarantee' | 'earlier-guarantee'; since: number }
    | { value: number; from: 'policy' }
  /** Lists to choose from: how often they hold what the customer needs. */
  lists: Record<Language, ListAssurance>
}

export interface ListAssurance {
  wanted: number
  guaranteed: number
  /** The most that lists of four entries can hold. */
  attainable: number
  /** Measured on cases held out; `coverageAtLeast`: exact lower bound, 95 %. */
  coverage: number
  coverageAtLeast: number
  cases: number
  /** What it is calibrated on: the pack's own examples, or customers' messages that were checked. */
  from: 'examples' | 'customers'
  /** Checked messages of customers that count, and how many it takes to use them. */
  customerCases: number
  customerCasesNeeded: number
}

export type Meant = { kind: 'need'; need: string } | { kind: 'none' } | { kind: 'unclear' }

export type NextCheck =
  /** Every message of the last days that could be checked was. */
  | { kind: 'nothing-left' }
  | {
      kind: 'check'
      conversationId: string
      seq: number
      at: number
      text: string
      /** What the customer wrote before, oldest first. What the bot did is told after the verdict, so as not to sway it. */
      before: { at: number; text: string }[]
      needs: { name: string; title: Record<Language, string> }[]
    }

/** What the bot made of the message just checked. */
export interface CheckedMessage {
  believed: { name: string; title: Record<Language, string>; probability: number }
  agrees: boolean
  replies: string[]
}
