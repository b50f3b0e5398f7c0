import type { Language, NeedTitle } from './basics.ts'
import type { Meant } from './checks.ts'

// --- what may be learnt, for managers and administrators ---
// GET  /api/review/candidates?state=&language=                    -> CandidatePage
// POST /api/review/candidates/:id {version, act: CandidateAct}    -> CandidateView | 404 CANDIDATE_UNKNOWN | 409 CANDIDATE_CHANGED
// GET  /api/review/backlog?from=&to=&channel=                     -> Backlog
// POST /api/review/backlog {cluster, from, to, channel, name, title}  -> PackChange | 404 CLUSTER_UNKNOWN | 409 NEED_EXISTS | 409 PACK_READ_ONLY
// GET  /api/review/answers                                        -> AnswerProposals
// POST /api/review/answers {need, language, text, replaces}       -> PackChange | 409 ANSWER_CHANGED | 409 PACK_READ_ONLY

export type CandidateState = 'pending' | 'accepted' | 'rejected'
export type CandidateOrigin = 'handed-over' | 'clarified' | 'rated-low' | 'checked'

/** What a manager says it means; the same act again changes what was said before. */
export type CandidateAct =
  | { kind: 'accept'; meant: Exclude<Meant, { kind: 'unclear' }> }
  | { kind: 'reject' }
  /** Back among the pending. */
  | { kind: 'undo' }

/** A message without personal data, one for all that have the same words. */
export interface CandidateView {
  id: string
  language: Language
  text: string
  state: CandidateState
  /** The one looked at is sent along with an act. */
  version: number
  /** What agents, customers and checks said it means; the most frequent first. */
  verdicts: { source: 'pick' | 'agent' | 'check'; meant: Meant; answerWrong: boolean; count: number; byName?: string }[]
  /** What the model that serves makes of it now: at most three needs, best first. */
  believed: { name: string; title: NeedTitle; probability: number }[]
  outOfScope: number
  /** What would be accepted by one press of a key: what people said, else what the bot believes; absent where they differ. */
  proposal?: Exclude<Meant, { kind: 'unclear' }>
  origins: CandidateOrigin[]
  messages: number
  customers: number
  lastSeenAt: number
  /** Why it stands where it stands, each 0..1; of pending ones only. */
  gain?: { uncertainty: number; density: number; diversity: number }
  /** Of decided ones. `use`: what it is for once accepted; the frozen suite judges and never teaches. */
  decided?: {
    meant?: Exclude<Meant, { kind: 'unclear' }>
    /** Absent where the policy accepted it. */
    byName?: string
    at: number
    use?: 'training' | 'suite'
  }
}

export interface CandidatePage {
  /** Of pending ones: what teaches most first. At most 100. */
  candidates: CandidateView[]
  counts: Record<CandidateState, number>
  needs: { name: string; title: NeedTitle }[]
  /** `never`: nothing is learnt before a person has looked; `agents`: an agent's verdict is enough. */
  acceptUnreviewed: 'never' | 'agents'
}

/** Messages of one kind that no need covers. */
export interface BacklogItem {
  /** Names the group in a request for the same days and channel. */
  cluster: string
  language: Language
  /** A title to propose; may be empty. */
  name: string
  messages: number
  customers: number
  handovers: number
  dissatisfied: number
  /** In the unit of the policy's stakes. */
  cost: number
  /** Without personal data, the most typical first: what the draft need would be taught. */
  examples: string[]
  /** The need of the pack that was made of it. */
  drafted?: string
}

export interface Backlog {
  from: string
  to: string
  timeZone: string
  /** The dearest first. */
  items: BacklogItem[]
  /** Messages that no need covers, and how many of them are in groups. `newestOnly`: there were more than could be looked at. */
  uncovered: { messages: number; grouped: number; newestOnly: boolean }
  /** Whether this server may write the pack's folder. */
  writable: boolean
}

/** What was written into the pack's folder. */
export interface PackChange {
  /** Relative to the pack. */
  file: string
  need: string
  /** What changed, as `candor pack diff` says it. */
  changes: string[]
}

/** What agents answered often to a need whose own answer is missing or badly rated. */
export interface AnswerProposal {
  need: string
  title: NeedTitle
  language: Language
  /** Names and numbers are placeholders or left out. A person reads and changes it before it is taken. */
  text: string
  /** Handovers in which an agent wrote this or nearly this. */
  given: number
  rated: AnswerRating
  /** What the pack says now; `replaces` of the request, so that nobody's change is lost. */
  current: { text: string; draft: boolean; rated: AnswerRating }
  because: 'no-answer' | 'badly-rated'
}

/** Ratings 1..5 of what was answered; `mean` null without any. The interval is 95 %, by Student's t. */
export interface AnswerRating {
  n: number
  mean: number | null
  low: number | null
  high: number | null
}

export interface AnswerProposals {
  proposals: AnswerProposal[]
  writable: boolean
}
