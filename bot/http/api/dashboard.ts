import type { Language, Rate } from './basics.ts'
import type { BotAndAgent, CsatFigures } from './satisfaction.ts'

// --- the dashboard: GET /api/dashboard?from=YYYY-MM-DD&to=YYYY-MM-DD&channel=  (days inclusive, in the company's time zone) ---

export interface DashboardDay {
  /** YYYY-MM-DD */
  day: string
  conversations: number
  containment: Rate
  escalations: number
  /** Of the CSAT surveys sent that day, as on the page about satisfaction. */
  csat: BotAndAgent<CsatFigures>
  gap: number | null
  trust: number | null
}

/** How much is known of how the conversations turned out that ended in the period. */
export interface Outcomes {
  /** By whose word; they add up to what is known. */
  known: Record<'survey' | 'agent' | 'reopened' | 'abandoned', number>
  /** Nobody knows. */
  missing: number
  /** Spam. */
  excluded: number
  /** Ended so lately that the customer may still come back. */
  pending: number
}

/** What estimates the gap now: weights set by hand, or learnt from that many known outcomes while so many were missing. */
export type GapModelInForce = { kind: 'prior' } | { kind: 'trained'; id: string; outcomes: number; missing: number }

export interface Dashboard {
  from: string
  to: string
  timeZone: string
  channel: string | null
  total: Omit<DashboardDay, 'day'> & { reopened: number; turns: number }
  days: DashboardDay[]
  escalationReasons: { reason: string; count: number }[]
  outcomes: Outcomes
  gapModel: GapModelInForce
  lowestTrust: {
    customerId: string
    name: string
    trust: number
    low: number
    high: number
    n: number
    lastAt: number
  }[]
  /** Definition of each metric in both languages, by its key, so that a page can explain what it shows. */
  definitions: Record<string, Record<Language, string>>
}
