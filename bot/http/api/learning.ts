import type { Language, NeedTitle, Rate } from './basics.ts'

// --- what the feedback loop gained: GET /api/learning?from=YYYY-MM-DD&to=YYYY-MM-DD&channel=  (as for the dashboard) ---

/**
 * Why a challenger of the model that understands messages was promoted or kept back, with the figures: counts of judged
 * messages; levels, p and errors 0..1. What each means: `IntentGateReason`.
 */
export type IntentTryReason =
  | { code: 'too-few-cases'; cases: number; needed: number }
  | { code: 'better' | 'not-better'; cases: number; gained: number; lost: number; p: number; level: number }
  | { code: 'surer' | 'not-surer'; champion: number; challenger: number; p: number; level: number }
  | { code: 'new-needs'; needs: string[] }
  | { code: 'needs-gone'; needs: string[] }
  | {
      code: 'not-worse' | 'worse'
      among: 'all' | 'other-needs' | 'suite'
      gained: number
      lost: number
      p: number
      level: number
    }
  | { code: 'calibration-kept' | 'calibration-worse'; champion: number; challenger: number; p: number }
  | { code: 'out-of-scope-kept' | 'out-of-scope-worse'; cases: number; champion: number; challenger: number; p: number }
  | { code: 'language-worse'; language: Language; gained: number; lost: number; p: number }

/** The same of a gap model: Brier scores and calibration errors, 0..1. What each means: `GapGateReason`. */
export type GapTryReason =
  | { code: 'too-few-outcomes'; outcomes: number; needed: number }
  | { code: 'better' | 'not-better'; champion: number; challenger: number; p: number; level: number }
  | { code: 'calibration-kept' | 'calibration-worse'; champion: number; challenger: number }
  | { code: 'language-worse'; language: Language; champion: number; challenger: number; p: number }

/**
 * The same of figures of the policy. `before`, `after`: mean worth of a conversation that they decide differently, in the
 * unit of the policy's stakes. What each means: `PolicyGateReason`.
 */
export type PolicyTryReason =
  | { code: 'too-few-cases'; cases: number; needed: number }
  | { code: 'better' | 'not-better'; cases: number; before: number; after: number; p: number; level: number }
  | { code: 'language-worse'; language: Language; cases: number; before: number; after: number; p: number }

/** A rate that the guard found worse after a model took over, with how many of how many; `p` of at most `level`. */
export interface GuardFinding {
  rate: 'handed-over' | 'wrong-answer' | 'checked-wrong' | 'not-resolved'
  before: { bad: number; of: number }
  after: { bad: number; of: number }
  p: number
  level: number
}

/** What became of a model that was tried. */
export interface ModelFate {
  /** `chosen`: by a person, whatever the gate said. `rolled-back`: it has served, and was gone back from. */
  outcome: 'promoted' | 'kept-back' | 'chosen' | 'rolled-back'
  /** Whether it is the one that serves now. */
  serves: boolean
  /** When it was gone back from, by a person or by the guard that watches a new model; of `rolled-back` ones only. */
  rolledBack?: {
    at: number
    by: 'guard' | 'person'
    /** What the guard went by; none where a person went back. */
    worse: GuardFinding[]
  }
}

/** A figure of policy.yaml, under its place there; 0..1. */
export interface PolicyFigure {
  path: 'decide.answerAbove' | 'stakes.standard.personSolves'
  before: number
  after: number
}

/** What was held against what was in force, and what became of it. */
export type LearningTry = { id: string; at: number } & (
  | ({
      kind: 'intents'
      startedBy: 'sweep' | 'command'
      reasons: IntentTryReason[]
      /** Accepted messages that it was trained on, and those that its champion did not know. */
      candidates: { learnt: number; fresh: number }
    } & ModelFate)
  | ({ kind: 'gap'; reasons: GapTryReason[] } & ModelFate)
  | {
      kind: 'policy'
      /** `applied`: they have served since then, until policy.yaml was changed. `proposed`: a manager decides. */
      outcome: 'applied' | 'proposed' | 'kept-back'
      serves: boolean
      /** Proposed and not written yet: policy.yaml is as it was, and nothing was tried for it since. */
      waits: boolean
      /** Those that would change. */
      figures: PolicyFigure[]
      reasons: PolicyTryReason[]
    }
)

/** 0..1 with its interval, 95 %; the ends are null where one conversation or none cannot tell. */
export interface ComparedFigure {
  value: number | null
  low: number | null
  high: number | null
  /** Turns. */
  n: number
  conversations: number
}

/** A figure before and after, of different conversations. `difference`: after - before, 95 %; null where either cannot tell. */
export interface BeforeAfter {
  before: ComparedFigure
  after: ComparedFigure
  difference: { value: number; low: number; high: number } | null
}

/** What changed when a model, or other figures of the policy, took over. */
export interface PromotionEffect {
  /** Of the try, where it is the policy. */
  modelId: string
  kind: LearningTry['kind']
  at: number
  /** The length of either side, at most 28 days. */
  lengthMs: number
  /** It was gone back from. */
  rolledBack: boolean
  /** Turns of the bot that were handed over. */
  handoffs: BeforeAfter
  /** Mean gap of a turn; null where another gap model took over with it or in between. */
  gap: BeforeAfter | null
  /** Of the bot's answers, those that the customer refused or asked again about. */
  wrongAnswers: BeforeAfter
}

/** What may be said of the range as a whole; the page and the command say it in words. */
export type Gained =
  | 'nothing-tried'
  | 'nothing-promoted'
  | 'only-proposed'
  | 'all-rolled-back'
  | 'no-difference-shown'
  | 'better'
  | 'worse'
  | 'mixed'

export interface LearningReport {
  from: string
  to: string
  timeZone: string
  /** Of the effects; all else is of all channels. */
  channel: string | null
  labels: {
    /** Given in the range: by customers who picked, by agents, by checks. */
    given: { pick: number; agent: number; check: number }
    /** Decided in the range. */
    accepted: number
    rejected: number
    /** Waiting now. */
    pending: number
    weeks: { week: string; monday: string; days: number; given: number; accepted: number }[]
  }
  /** Accepted since the last try, now, and how many it takes for the next one. */
  next: { accepted: number; needed: number }
  /** The newest first. */
  tries: LearningTry[]
  /** Id of the model that understands messages now; null where none was made yet. */
  serving: string | null
  /**
   * On the frozen suite, of the model that served: a point by language for each judgement, and where a person or the guard
   * put another one into service; the oldest first.
   */
  accuracy: { at: number; modelId: string; language: Language; rate: Rate }[]
  /** Of what took over in the range, the newest first. */
  effects: PromotionEffect[]
  gained: Gained
  /** Needs that a model of the range brought into service. */
  newNeeds: { name: string; title: NeedTitle }[]
  definitions: Record<string, Record<Language, string>>
}
