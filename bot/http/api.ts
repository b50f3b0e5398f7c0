/**
 * The types of everything the pages exchange with the server, as JSON. The pages import nothing else of the server.
 * Times are epoch milliseconds; shares, gaps and trust are 0..1.
 */

export type Language = 'en' | 'zh'
export type Role = 'agent' | 'manager' | 'administrator'

/** Every error answer: 4xx or 5xx. */
export interface ApiError {
  /** `details`: what the message was filled with, for pages that say it in their own words. */
  error: { code: string; message: string; details?: Record<string, string | number> }
}

// --- sign-in: POST /api/session {email, password} | POST /api/session/link {token} | GET, DELETE /api/session ---

export interface Session {
  agent: { id: string; name: string; email: string; role: Role }
  /** To be sent as `x-candor-csrf` with every request that changes something. */
  csrfToken: string
  /** True until the person has set a password (after a sign-in link): POST /api/session/password {password}. */
  needsPassword: boolean
}

// --- the public chat: GET /api/chat/config ---

export interface ChatConfig {
  company: Record<Language, string>
  languages: Language[]
  defaultLanguage: Language
  /** First questions to offer; the page has its own when there are none. */
  suggestions?: Record<Language, string[]>
}

// --- the help page: GET /api/help -> HelpText | 404 NOT_FOUND where the company has written none ---

export interface HelpText {
  company: Record<Language, string>
  /** Markdown; a heading may name its section at its end: `### Delivery {#delivery}`. */
  help: Partial<Record<Language, string>>
}

/** Answer of POST /v3/directline/tokens/generate. Body: `{customerKey?, conversationId?}`. */
export interface ChatToken {
  conversationId: string
  token: string
  /** Seconds. */
  expires_in: number
  /** Proves later that this is the same customer; kept by the browser. */
  customerKey: string
}

/**
 * `channelData.candor` of every activity from the company: what a text alone cannot show.
 * A client that does not know it still has `text`, `suggestedActions` and `attachments`.
 */
export interface CandorChannelData {
  from: 'customer' | 'bot' | 'agent' | 'system'
  language: Language
  kind: 'text' | 'answer' | 'clarification' | 'question' | 'handover' | 'notice' | 'survey' | 'survey-response'
  /** The need this is about: `answer`, `question`, and small talk. */
  need?: string
  /** `answer`: how sure the bot is, and where the answer comes from. */
  confidence?: number
  source?: { title: string; url?: string }
  /** `clarification` and `question`: what can be picked. */
  options?: string[]
  /** `notice`. */
  code?: string
  /** `handover`: how many waited before. */
  waitingBefore?: number
  /** `handover`: nobody is there now; `backAt` when somebody is, absent when nobody knows. */
  absence?: { backAt?: number }
  /** `survey`. */
  surveyId?: string
  agentName?: string
}

// --- the desk ---
// GET  /api/desk/queue                          -> DeskQueue
// GET  /api/desk/conversations/:id              -> DeskConversation
// POST /api/desk/escalations/:id/accept         -> DeskConversation | 409 CONVERSATION_TAKEN, AGENT_FULL
// POST /api/desk/conversations/:id/messages     {text, clientId} -> {message: DeskMessage}
// POST /api/desk/conversations/:id/return       {} -> {}
// POST /api/desk/conversations/:id/resolve      {outcome, trueNeed?} -> {}
// WS   /api/desk/live  frames: DeskHint: something changed, look again

export interface DeskQueue {
  now: number
  waiting: DeskEscalation[]
  mine: DeskEscalation[]
}

export interface DeskEscalation {
  id: string
  conversationId: string
  customerName: string
  language: Language
  channel: string
  reasons: string[]
  /** Title of the need the bot believed in most, in both languages. */
  need?: Record<Language, string>
  gap: number
  gapReasons: { code: string; contribution: number }[]
  priority: number
  queuedAt: number
  acceptedAt?: number
  /** What the customer wrote last. */
  lastText: string
  /** True when no agent has answered what the customer wrote last. */
  customerWaits: boolean
}

export interface DeskMessage {
  id: string
  seq: number
  from: 'customer' | 'bot' | 'agent' | 'system'
  authorName?: string
  at: number
  text: string
  kind: CandorChannelData['kind']
  /** What the bot understood, for customer messages it answered. */
  understood?: {
    language: Language
    needs: { need: string; title: Record<Language, string>; probability: number }[]
    outOfScope: number
    entities: { type: string; text: string; value: string }[]
    sentiment: number
    gap: number
    gapReasons: { code: string; contribution: number }[]
    decision: string
  }
}

/** A need's title in both languages. */
export type NeedTitle = Record<Language, string>

/** Something the bot did, and how the customer took it; `open`: they have said nothing to it. */
export type DeskAct =
  /** `needs` empty: asked to say it in other words. */
  | { kind: 'offered'; needs: NeedTitle[]; picked?: NeedTitle; taken: 'picked' | 'nothing-picked' | 'open' }
  /** `belief`: how sure the bot was of the need, 0..1. */
  | {
      kind: 'answered'
      need: NeedTitle
      belief: number
      taken: 'refused' | 'accepted' | 'asked-again' | 'moved-on' | 'open'
    }
  | { kind: 'asked'; need: NeedTitle; detail: string; taken: 'given' | 'not-given' | 'open' }
  | { kind: 'handed-over'; reasons: string[] }
  | { kind: 'other'; decision: string }

/** What the bot did with one message. */
export interface DeskStep {
  /** Of the customer's message. */
  seq: number
  at: number
  did: DeskAct[]
  /** What it could have done, best first; absent in turns of versions that did not keep it. */
  weighed?: {
    /** `rule`: a rule stood above what things are worth. */
    by: 'rule' | 'utility'
    /** The bot answers only above this belief, 0..1. */
    answerAbove: number
    /** `utility`: worth on average, in the unit of the policy's stakes. */
    alternatives: {
      kind: 'answer' | 'ask' | 'clarify' | 'escalate'
      needs: NeedTitle[]
      detail?: string
      utility: number
      chosen: boolean
    }[]
  }
}

export interface DeskConversation {
  id: string
  owner: 'bot' | 'queued' | 'agent' | 'closed'
  /** The agent who owns it, if any; `mine` tells whether that is the one who asks. */
  agentName?: string
  mine: boolean
  channel: string
  language: Language
  customer: { id: string; name: string; trust: { score: number; low: number; high: number; n: number } }
  escalation?: DeskEscalation
  /** The parts of the gap at the handover, each 0..1. */
  gapParts?: { understanding: number; detail: number; answer: number }
  /** What the bot tried, oldest first. */
  tried: DeskStep[]
  messages: DeskMessage[]
  details: Record<string, string>
  /** For the outcome: every need by name with its title. */
  needs: { name: string; title: Record<Language, string> }[]
}

export type DeskHint = { kind: 'queue' } | { kind: 'conversation'; conversationId: string }

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

// --- the dashboard: GET /api/dashboard?from=YYYY-MM-DD&to=YYYY-MM-DD&channel=  (days inclusive, in the company's time zone) ---

/** A rate with what it was counted from; `value` null when the denominator is 0. Interval: Wilson, 95 %. */
export interface Rate {
  value: number | null
  numerator: number
  denominator: number
  low: number
  high: number
}

export interface DashboardDay {
  /** YYYY-MM-DD */
  day: string
  conversations: number
  containment: Rate
  escalations: number
  csat: Rate
  responseRate: Rate
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
  total: Omit<DashboardDay, 'day'> & { reopened: number; turns: number; meanRating: number | null; saidResolved: Rate }
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
