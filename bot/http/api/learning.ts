import type { Language, NeedTitle, Rate } from './basics.ts'

// --- what the feedback loop gained: GET /api/learning?from=YYYY-MM-DD&to=YYYY-MM-DD&channel=  (as for the dashboard) ---

export type LearntKind = 'intents' | 'gap' | 'policy'

/** Why a challenger was promoted or kept back: a code and its figures, see the gates. */
export interface TryReason {
  code: string
  [figure: string]: unknown
}

/** One challenger, or a model made of a changed pack. */
export interface LearningTry {
  id: string
  kind: LearntKind
  at: number
  outcome: 'promoted' | 'kept-back' | 'rolled-back' | 'from-pack'
  /** Whether it is the one that serves now. */
  serves: boolean
  startedBy: 'sweep' | 'command' | 'pack'
  /** Accepted messages that it was trained on and those that its champion did not know; of intents only. */
  candidates?: { learnt: number; fresh: number }
  reasons: TryReason[]
  /** Share read right on the frozen suite by language; of intents only. */
  suite?: Partial<Record<Language, { cases: number; champion: Rate; challenger: Rate }>>
}

/** A figure before and after, of different conversations. `difference`: after - before, 95 %; null where either has none. */
export interface BeforeAfter {
  before: { value: number | null; low: number | null; high: number | null; n: number }
  after: { value: number | null; low: number | null; high: number | null; n: number }
  difference: { value: number; low: number; high: number } | null
}

/** What changed when a model took over: as long before as after, 28 days at most. */
export interface PromotionEffect {
  modelId: string
  at: number
  days: number
  /** Turns of the bot that were handed over. */
  handoffs: BeforeAfter
  /** Mean gap of a turn. */
  gap: BeforeAfter
  /** Of the bot's answers, those that the customer refused or asked again about. */
  wrongAnswers: BeforeAfter
}

export interface LearningReport {
  from: string
  to: string
  timeZone: string
  channel: string | null
  labels: {
    /** Given in the range: by customers who picked, by agents, by checks. */
    given: { pick: number; agent: number; check: number }
    /** Decided in the range. */
    accepted: number
    rejected: number
    /** Waiting now. */
    pending: number
    weeks: { week: string; monday: string; given: number; accepted: number }[]
  }
  /** The newest first. */
  tries: LearningTry[]
  /** On the frozen suite, of the model that served: one point for each judgement; the oldest first. */
  accuracy: { at: number; modelId: string; language: Language; rate: Rate }[]
  /** Of the promotions of the range, the newest first. */
  effects: PromotionEffect[]
  /** What may be said of the range as a whole; the page and the command say it in words. */
  gained: 'nothing-tried' | 'nothing-promoted' | 'promoted-no-difference-shown' | 'better' | 'worse' | 'mixed'
  /** Needs that came into the pack in the range. */
  newNeeds: { name: string; title: NeedTitle }[]
  definitions: Record<string, Record<Language, string>>
}
