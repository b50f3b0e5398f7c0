import type { NeedTitle } from './basics.ts'
import type { ShownPromiseState } from './promises.ts'

// --- one customer: GET /api/customers/ID/trust, for supervisors, and for agents who serve or served them ---

export interface ShownTrust {
  score: number
  low: number
  high: number
  /** Rows behind it; 0: this is where everybody starts. */
  n: number
}

/** Causes of rows in the ledger; `bot` pages have words for each. */
export type LedgerCause =
  | 'survey-rating'
  | 'survey-resolved'
  | 'survey-unresolved'
  | 'survey-recommend'
  | 'survey-effort'
  | 'escalation-resolved'
  | 'escalation-unresolved'
  | 'conversation-reopened'
  | 'promise-kept'
  | 'promise-broken'

/** A row of the ledger as anybody may see it whom it concerns. */
export interface LedgerLine {
  at: number
  cause: LedgerCause
  /** What speaks for the company, 0..1. */
  share: number
  /** False: a later row stands in for it, because the customer has changed an answer. */
  counts: boolean
}

export interface ShownPromise {
  kind: 'answer' | 'deed'
  /** Of a deed: what was promised, in the customer's language. */
  what?: string
  madeAt: number
  dueAt: number
  /** The customer was told this later time; the first one decides whether it was kept. */
  movedTo?: number
  state: ShownPromiseState
}

export interface CustomerTrust {
  customerId: string
  name: string
  since: number
  trust: ShownTrust
  /** Where everybody starts. */
  prior: ShownTrust
  /** At the end of each day, or each seventh where there are many, by the company's calendar; the last one is now. */
  path: { day: string; score: number; low: number; high: number }[]
  /** The latest first. */
  ledger: (LedgerLine & {
    id: string
    /** Observations. */
    weight: number
    before: number
    after: number
    conversationId?: string
    need?: NeedTitle
    /** Who served; absent: the bot alone. */
    agentName?: string
    /** The row that it stands in for. */
    replaces?: string
  })[]
  promises: (ShownPromise & { id: string; conversationId: string; ownerName?: string })[]
  surveys: {
    id: string
    form: string
    sentAt: number
    conversationId: string
    /** Absent: the bot. */
    agentName?: string
    need?: NeedTitle
    /** CSAT 1..5, NPS 0..10, CES 1..7; absent where it was not given or there is none. */
    answer?: { at: number; changed: boolean; value?: number; resolved?: boolean }
  }[]
  /** Whether they are asked how it went. */
  asked: boolean
}

// --- the customer's own eyes: GET /api/my/trust, POST /api/my/surveys {ask}, with the customer's key as bearer ---

export interface MyTrust {
  trust: ShownTrust
  /** The latest first. */
  ledger: LedgerLine[]
  promises: ShownPromise[]
  /** Whether the customer is asked how it went; absent where nothing is stored of them. */
  asked?: boolean
}
