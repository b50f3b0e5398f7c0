import type { NeedTitle } from './basics.ts'

// --- evidence of trust by what it is about: GET /api/trust/groups?from=&to=&channel=, for managers ---

export type TrustGroupingName = 'need' | 'answer' | 'agent' | 'channel'

/** What customers' ledgers took in about one thing. */
export interface TrustGroupRow {
  key: string
  /** Of needs and answers. */
  title?: NeedTitle
  /** Of agents. */
  name?: string
  /** The part of the evidence that is for the company, 0..1; null where there is none. */
  value: number | null
  /** 95 %, over customers; null where one customer tells nothing of how customers differ. */
  low: number | null
  high: number | null
  rows: number
  customers: number
}

export interface TrustGroups {
  from: string
  to: string
  timeZone: string
  channel: string | null
  /** Those with the most rows first. */
  groups: Record<TrustGroupingName, TrustGroupRow[]>
}
