import type { Language, Rate } from './basics.ts'

// --- promises: what the company said it would do for a customer ---
// GET  /api/desk/promises?whose=mine|all                 -> {promises: DeskPromise[]}  still to be kept, the first due first
// POST /api/desk/conversations/:id/promises              {what, dueAt, seq?, toldBy?} -> {promise: DeskPromise}
// POST /api/desk/conversations/:id/promise-proposals     {text} -> {proposals: DeskPromiseProposal[]}  what a text promises
// POST /api/desk/conversations/:id/promise-verdicts      {seq, what, verdict} -> {kept: boolean}  what the agent said of a proposal
// POST /api/desk/promises/:id/done                       {} -> {promise}
// POST /api/desk/promises/:id/not-done                   {} -> {promise}  it was a mistake
// POST /api/desk/promises/:id/withdraw                   {reason, wish: customer | company} -> {promise}
// POST /api/desk/promises/:id/move                       {to, was} -> {promise}  `was`: the time that the agent saw
// POST /api/desk/promises/:id/take                       {from?: agentId} -> {promise}  `from`: who saw to it when the agent looked
// GET  /v3/directline/conversations/:id/promises         -> {promises: ChatPromise[]}  with the conversation's token
// GET  /api/hearing                                      -> HearingReport  for managers
// POST /api/hearing/again                                {marker} -> HearingReport  a rule proposes again
// GET  /api/promises?from&to&channel                     -> PromiseReport  for managers

/** `late`: done after its time; `broken`: not done in time, and never will be; `unknown`: nobody can tell. */
export type ShownPromiseState = 'open' | 'overdue' | 'kept' | 'late' | 'broken' | 'withdrawn' | 'unknown'

/** Something the company said it would do, as staff see it. */
export interface DeskPromise {
  id: string
  conversationId: string
  customerName: string
  /** `answer`: a person answers by then. */
  kind: 'answer' | 'deed'
  /** Of a deed, in the customer's language. */
  what?: string
  madeBy: 'bot' | 'pack' | 'agent'
  madeAt: number
  /** Kept in time until then. */
  dueAt: number
  /** The customer was told this later time. */
  movedTo?: number
  /** How the customer wants to be reached, if they said. */
  contact?: string
  overdue: boolean
  state: ShownPromiseState
  /** Who sees to it; absent: everybody in its queue. */
  owner?: { agentId: string; name: string }
  /** The one who asks sees to it. */
  mine: boolean
  toldBy: 'staff' | 'customer'
  /** The customer was asked whether it was done. */
  asked: boolean
  /** It is due soon, and its owner was reminded. */
  reminded: boolean
  /** The one who asks may mark it as done, withdraw it or move it. */
  mayAct: boolean
}

/** What a text of an agent promises; `dueAt` is absent where it names no time. */
export interface DeskPromiseProposal {
  what: string
  dueAt?: number
  /** The company is closed then. */
  closed?: true
}

/** Something promised to the customer who asks. `what` is absent where a person was to answer. */
export interface ChatPromise {
  what?: string
  madeAt: number
  dueAt: number
  movedTo?: number
  state: ShownPromiseState
}

/** How many promises were due in a time, by what became of them. `keptInTime`: of those whose time has passed and of which somebody can tell. */
export interface PromiseCounts {
  kept: number
  late: number
  broken: number
  open: number
  overdue: number
  withdrawn: number
  unknown: number
  keptInTime: Rate
}

/** Whose word it was. */
export type PromiseMakerName =
  | { kind: 'bot' }
  | { kind: 'pack'; need: string; title?: Record<Language, string> }
  | { kind: 'agent'; agentId: string; name: string }

export interface PromiseReport {
  from: string
  to: string
  timeZone: string
  /** Promises due in the week; the first and the last may be cut by the range. */
  weeks: { week: string; monday: string; days: number; counts: PromiseCounts }[]
  /** The same promises by whose word it was, the most first. */
  makers: { maker: PromiseMakerName; counts: PromiseCounts }[]
  total: PromiseCounts
}

/** How well promises are heard in what agents write, by what the agents said of each proposal. */
export interface HearingReport {
  /** So many days back. */
  days: number
  /** Of the proposals that were answered, those that were accepted or changed. */
  languages: { language: Language; taken: Rate }[]
  /** Those kept back first, then the most used. */
  rules: {
    /** Language, wording and deed: `zh-will.call`. */
    marker: string
    taken: Rate
    /** It was refused again and again, and proposes nothing now. */
    keptBack: boolean
    /** A manager let it propose again then; only what was answered since counts. */
    againAt?: number
  }[]
}
