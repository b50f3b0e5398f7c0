import type { CandorChannelData } from './chat.ts'
import type { Language, NeedTitle } from './common.ts'

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
