import type { Language, Rate } from './basics.ts'

// --- the gap: GET /api/gap?from=YYYY-MM-DD&to=YYYY-MM-DD&channel=  (as for the dashboard) ---

export interface GapFigures {
  turns: number
  /** Mean over the turns, 0..1; null without any. */
  gap: number | null
  /** Means of its parts; null where no turn kept them. */
  parts: { understanding: number | null; detail: number | null; answer: number | null }
}

export interface GapWeek extends GapFigures {
  /** ISO 8601, e.g. `2026-W47`. */
  week: string
  /** YYYY-MM-DD */
  monday: string
  /** Of its days, how many the range has: 1..7. */
  days: number
}

export interface NeedGap extends GapFigures {
  need: string
  title: Record<Language, string>
  conversations: number
  /** Turns with a gap above 0.5. */
  large: Rate
  clarifications: number
  handovers: number
  /** Customers who were dissatisfied, of those who answered a survey about it. */
  dissatisfied: Rate
}

export interface AnswerGap {
  need: string
  title: Record<Language, string>
  /** Nobody has written the answer yet. */
  draft: boolean
  answers: number
  /** Mean gap of the turns that directly followed it; null without any. */
  gapAfter: number | null
  /** Of those turns: with a gap above 0.5, or an objection. */
  missed: Rate
  refused: number
  repeated: number
}

/** What would close a gap, with the share that says so. */
export type GapRemedy = { evidence: Rate } & (
  | { kind: 'person-by-policy' | 'missing-details' | 'no-need' }
  | { kind: 'missing-answer'; draft: boolean }
  | { kind: 'confusable-needs'; other: string; otherTitle: Record<Language, string> }
)

export interface LargestGap {
  about:
    | { kind: 'need'; need: string; title: Record<Language, string> }
    /** Messages of one kind that no need covers. `name`: proposed, empty where they have no word in common. In the examples, names and numbers of people are left out. */
    | { kind: 'cluster'; name: string; language: Language; examples: string[] }
  messages: number
  handovers: number
  dissatisfied: number
  /** How many conversations stayed unmet, as far as the gap can tell. */
  unmet: number
  /** In the unit of the policy's stakes. */
  cost: number
  /** Of the cost of everything, 0..1. */
  share: number
  /** False where there are too few messages to say what would close it. */
  enough: boolean
  remedies: GapRemedy[]
}

export interface GapReport {
  from: string
  to: string
  timeZone: string
  channel: string | null
  /** `notKept`: turns of a version that did not keep what they were about; they count in these totals and in nothing else here. */
  total: GapFigures & { conversations: number; notKept: number; large: Rate }
  /** The dearest first, at most ten, each with at least 1 % of the whole cost. */
  largest: LargestGap[]
  weeks: GapWeek[]
  needs: NeedGap[]
  answers: AnswerGap[]
  /** Messages that no need covers, and how many of them are in groups. `newestOnly`: there were more than could be looked at. */
  uncovered: { messages: number; grouped: number; newestOnly: boolean }
  /** What counts for no need and no group: the bot could not tell, and nobody said. */
  unplaced: { handovers: number; dissatisfied: number }
  /** Costs of the policy: of a handover, and of a need left unmet, where a need has no other. */
  prices: { handover: number; unserved: number }
  definitions: Record<string, Record<Language, string>>
}
