import type { Language, NeedTitle, Role } from './basics.ts'
import type { CandorChannelData, FileInfo } from './chat.ts'
import type { DeskGift } from './goodwill.ts'
import type { DeskPromise } from './promises.ts'

// --- the desk: for agents, managers and administrators ---
// GET  /api/desk/queue                                   -> DeskQueue
// GET  /api/desk/with-bot                                -> {conversations: DeskBotConversation[]}  whom the bot serves now, the largest gap first
// GET  /api/desk/conversations/:id                       -> DeskConversation
// POST /api/desk/presence                                {available} -> {presence: DeskPresence}
// POST /api/desk/escalations/:id/accept                  {} -> DeskConversation | 409 CONVERSATION_TAKEN, AGENT_FULL, OFFERED_TO_OTHER
// POST /api/desk/escalations/:id/pass                    {} -> {}  "not me": offered to the next one
// POST /api/desk/conversations/:id/messages              {text, clientId} -> {message: DeskMessage}
// POST /api/desk/conversations/:id/messages/:seq/correct {text, clientId} -> {message: DeskMessage}  one's own message only
// POST /api/desk/conversations/:id/files                 the bytes; headers x-candor-file-name (URI-encoded), x-candor-client-id -> {message: DeskMessage}
// GET  /api/desk/conversations/:id/files/:fileId         -> the bytes
// POST /api/desk/conversations/:id/notes                 {text} -> {note: DeskNote}  never shown to the customer
// POST /api/desk/conversations/:id/take-over             {} -> DeskConversation  from the bot; from another agent for supervisors
// POST /api/desk/conversations/:id/transfer              {to: {agentId} | {queue}, comment?} -> {}
// POST /api/desk/conversations/:id/join, …/leave         {} -> {}  supervisors
// POST /api/desk/conversations/:id/return                {} -> {}
// POST /api/desk/conversations/:id/resolve               {outcome, meant?: DeskMeant} -> {}  trueNeed: "x" is short for meant: {kind: "need", need: "x"}
// GET  /api/desk/conversations/:id/help                  -> DeskHelp
// GET  /api/desk/replies                                 -> {replies: CannedReply[]}
// POST /api/desk/teams-link                              {} -> DeskTeamsLink
// WS   /api/desk/live                                    frames: DeskFrame from the server, DeskCommand to it

export interface DeskQueue {
  now: number
  me: DeskPresence & {
    agentId: string
    name: string
    supervisor: boolean
    /** Customers are offered to them while they are available; to managers never. */
    takesOffers: boolean
    /** Conversations taken at once, at most. */
    capacity: number
  }
  /** The most urgent first. */
  waiting: DeskEscalation[]
  /** What this agent has open. */
  mine: DeskEscalation[]
  /** For supervisors: what the others have open. */
  others: DeskEscalation[]
  /** Everybody who serves customers, this agent included: whom a conversation can be transferred to. */
  colleagues: DeskColleague[]
  queues: DeskQueueState[]
}

export interface DeskPresence {
  /** Takes conversations: chosen by the agent. */
  available: boolean
  since: number
}

export interface DeskColleague {
  agentId: string
  name: string
  role: Role
  /** Signs of life, and takes conversations. */
  atDesk: boolean
  available: boolean
  languages: Language[]
  /** Names of queues; empty: all. */
  queues: string[]
  open: number
  capacity: number
}

export interface DeskQueueState {
  name: string
  title: Record<Language, string>
  waiting: number
  /** Within its hours; otherwise `opensAt`, if that is known. */
  openNow: boolean
  opensAt?: number
}

/** Somebody whom the bot is serving at this moment. */
export interface DeskBotConversation {
  conversationId: string
  customerName: string
  language: Language
  channel: string
  gap: number
  gapReasons: { code: string; contribution: number }[]
  need?: NeedTitle
  lastText: string
  at: number
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
  /** How urgent it is now, 0 or more. */
  urgency: number
  /** Name of the queue. */
  queue: string
  queuedAt: number
  acceptedAt?: number
  /** Who has it, for what others have open. */
  agentName?: string
  /** Only this agent (and supervisors) may take it until then. */
  offer?: { agentId: string; agentName: string; mine: boolean; until: number }
  /** Everybody may take it, and this agent was not asked before: the moment in which an agent is being looked for is none. */
  openCall: boolean
  /** Waits so long, or passed by so many, that supervisors are called. */
  supervisorsCalled: boolean
  /** The customer was served by a person before, in this conversation. */
  followsOn: boolean
  /** Since when what the customer wrote has had no answer of the agent. */
  unansweredSince?: number
  /** What was promised to this customer and is open, the first due first. */
  promises: DeskPromise[]
  /** What this customer was given as goodwill in the last months, the latest first; absent when it is nothing. */
  gifts?: DeskGift[]
  /** The newest `seq`, and up to where this agent has read. */
  lastSeq: number
  readSeq: number
  /** What the customer wrote last. */
  lastText: string
}

export interface DeskMessage {
  id: string
  seq: number
  from: 'customer' | 'bot' | 'agent' | 'system'
  authorName?: string
  at: number
  text: string
  kind: CandorChannelData['kind']
  /** The agent who asks wrote it. */
  mine: boolean
  /** The text it has now: a later correction replaced it. */
  correctedTo?: string
  /** `correction`: the `seq` of the message that it replaces. */
  corrects?: number
  /** `file`. */
  file?: FileInfo & { url: string }
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
  /** A supervisor who has joined; `joined`: it is the one who asks. */
  supervisorName?: string
  joined: boolean
  channel: string
  language: Language
  /** `named`: the name is theirs, and not the end of their id. */
  customer: { id: string; name: string; named: boolean; trust: { score: number; low: number; high: number; n: number } }
  escalation?: DeskEscalation
  /** The parts of the gap at the handover, each 0..1. */
  gapParts?: { understanding: number; detail: number; answer: number }
  /** What the bot tried, oldest first. */
  tried: DeskStep[]
  messages: DeskMessage[]
  /** What the customer needs, as far as can be told: the need, the details given for it, and what is missing. */
  inOneLine: Record<Language, string>
  /** In order. */
  notes: DeskNote[]
  /** Up to where the customer has read; 0 when that is not known. */
  customerReadSeq: number
  /** Open ones, the first due first. */
  promises: DeskPromise[]
  /** Given so far by name, to the bot and to agents. */
  details: Record<string, string>
  /** For the outcome: every need by name with its title. */
  needs: { name: string; title: Record<Language, string> }[]
  /** The need that the bot had answered before the handover, if it had: an answer that can have been wrong. */
  answered?: NeedTitle
}

/** What an agent says it really was about. `none`: no need of the pack. `answer-wrong`: what `answered` says, wrongly answered. */
export type DeskMeant = { kind: 'need'; need: string } | { kind: 'none' } | { kind: 'answer-wrong' }

/** A word among colleagues; the customer never sees it. */
export interface DeskNote {
  id: string
  at: number
  authorName: string
  text: string
  /** Stands behind the message with this `seq`. */
  afterSeq: number
}

/** What helps the agent answer; read when they open a conversation and after each customer message. */
export interface DeskHelp {
  /** The best first; never sent by themselves. */
  suggestions: DeskSuggestion[]
  /**
   * How the customer's conversations ended, the latest first; one that was reopened ended more than once. `outcome`: an
   * agent's verdict, else `bot` or `idle` for who closed it.
   */
  history: {
    conversationId: string
    at: number
    need?: NeedTitle
    outcome: string
    agentName?: string
    rating?: number
  }[]
}

export type DeskSuggestion = { text: string; language: Language } & (
  | { from: 'pack'; need: NeedTitle; probability: number }
  /** From a conversation that a person resolved: how often it was said, and the rating it had on average, 1..5. */
  | { from: 'resolved'; need?: NeedTitle; used: number; meanRating?: number; similarity: number }
)

/** A reply of the pack, in the agent's name, with `{customer}` and the names of details in braces for what differs. */
export interface CannedReply {
  name: string
  title: Record<Language, string>
  text: Record<Language, string>
}

/** What the server sends. Frames of one conversation come in the order of `seq`, without gap or repeat. */
export type DeskFrame =
  /** The queue looks different: read it again. */
  | { kind: 'queue' }
  /** New messages of a conversation that this desk follows; `lastSeq`: of the last one. */
  | { kind: 'messages'; conversationId: string; messages: DeskMessage[]; lastSeq: number }
  /** Something else of the conversation changed (owner, notes, gap): read it again. */
  | { kind: 'conversation'; conversationId: string }
  | { kind: 'typing'; conversationId: string; from: 'customer' | 'agent'; name?: string }
  /** Up to where the customer has read. */
  | { kind: 'read'; conversationId: string; seq: number }

/** What a desk sends: at most 4 KiB a frame. */
export type DeskCommand =
  /** From now on send messages of these conversations after these `seq`; replaces what was followed before. */
  | { kind: 'follow'; conversations: Record<string, number> }
  | { kind: 'typing'; conversationId: string }
  /** The agent has read so far. */
  | { kind: 'read'; conversationId: string; seq: number }

/** Sent to the bot in Teams as "link CODE", it makes that chat one in which this agent works. */
export interface DeskTeamsLink {
  /** Works once. */
  code: string
  expiresAt: number
}
