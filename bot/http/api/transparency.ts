import type { Language } from './basics.ts'

// --- the public page: GET /api/transparency -> TransparencyPage; the same for everybody, without a cookie or a token ---

export interface TransparencyPage {
  company: Record<Language, string>
  facts: CompanyFacts
  privacy: {
    /** Of the policy: how often figures are released, and how much they may tell of one customer in a quarter. */
    releaseEvery: 'week' | 'month' | 'quarter'
    epsilonPerQuarter: number
    rowsPerCustomer: number
    /** The policy wants no figures. */
    isOff: boolean
    /** Groups of fewer are not shown. */
    fewest: number
  }
  /** The newest period first. */
  releases: PublicRelease[]
  /** The last period that has ended, where its figures are not there. Days are YYYY-MM-DD, both included. */
  missing?: { firstDay: string; lastDay: string; why: 'soon' | 'budget-spent' | 'taken-down' }
}

/** What the company says of itself, in its pack and its policy. */
export interface CompanyFacts {
  promises: {
    about: Record<Language, string>
    what: Record<Language, string>
    withinHours: number
    /** Only hours count in which the company is open. */
    openHours: boolean
    /** It holds once the customer is handed over to a person, not with the answer alone. */
    onceHandedOver: boolean
  }[]
  hours: OpeningTimes
  /** Of queues that have hours of their own. */
  queueHours: ({ queue: Record<Language, string> } & OpeningTimes)[]
  /** Titles of the needs that always go to a person. */
  toPerson: Record<Language, string>[]
  languages: Language[]
  /** What the bot is held to: of its own answers at most this share is wrong, shown with this confidence on checked messages. */
  guarantee: { atMostWrong: number; confidence: number; days: number }
  /** How sure it must be to answer until that is shown, 0..1. */
  answersAbove: number
  surveyExpiresHours: number
}

export interface OpeningTimes {
  /** IANA name. */
  timeZone: string
  /** `HH:MM-HH:MM`; a day that is not there is closed. */
  week: Partial<Record<'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun', string[] | undefined>>
  /** YYYY-MM-DD. */
  holidays: string[]
  /** Open hours within which a person answers whoever met nobody. */
  answerWithinHours: number
}

/** A share of noisy counts. `above`, `below`: fewer than ten are on the other side, and how many is not said. */
export type PublicShare =
  | { kind: 'share' | 'above' | 'below'; share: number; low: number; high: number; n: number }
  /** Not shown: too few, or more noise than figure. */
  | { kind: 'few' }
  | { kind: 'uncertain' }

/** Figures of one period, differentially private; never computed again. Days are YYYY-MM-DD, both included. */
export interface PublicRelease {
  every: 'week' | 'month' | 'quarter'
  firstDay: string
  lastDay: string
  timeZone: string
  releasedAt: number
  figures: {
    promisesInTime: PublicShare
    answeredWithin: { minutes: number; share: PublicShare }[]
    botAlone: PublicShare
    satisfiedWithBot: PublicShare
    satisfiedWithPerson: PublicShare
  }
  noise: {
    epsilon: number
    rowsPerCustomer: number
    tables: { table: string; epsilon: number; standardDeviation: number }[]
  }
}
