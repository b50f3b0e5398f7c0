import type { Language } from './basics.ts'

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
  /** Number of the message in its conversation: 1, 2, 3 … */
  seq: number
  from: 'customer' | 'bot' | 'agent' | 'system'
  language: Language
  kind:
    | 'text'
    | 'answer'
    | 'clarification'
    | 'question'
    | 'handover'
    | 'notice'
    | 'survey'
    | 'survey-response'
    | 'correction'
    | 'file'
    | 'promise-question'
    | 'promise-response'
  /** The need this is about: `answer`, `question`, and small talk. */
  need?: string
  /** `answer`: how sure the bot is, and where the answer comes from. */
  confidence?: number
  source?: { title: string; url?: string }
  /** `clarification`, `question` and `promise-question`: what can be picked. */
  options?: string[]
  /** `notice`. */
  code?: string
  /** `handover`: how many waited before. */
  waitingBefore?: number
  /** `handover`, and `notice` of code `still-waiting`: nobody is there now; `backAt` when somebody is, absent when nobody knows. */
  absence?: { backAt?: number }
  /** With `absence`: until when a person answers. */
  promisedBy?: number
  /** What these words promise, and until when, in words. */
  noted?: string
  /** `survey`, `survey-response`, and `notice` of code `survey-refused`. */
  surveyId?: string
  /** `survey`: until when it takes an answer. */
  expiresAt?: number
  /** `survey-response`: what the customer answered, by the names of the items, or whether they want to be asked at all. */
  answers?: Readonly<Record<string, number | boolean | string>>
  consent?: 'given' | 'refused'
  agentName?: string
  /** `correction`: the `seq` of the message that this one replaces. */
  corrects?: number
  /** `file`; where it is fetched stands in the activity's attachment. */
  file?: FileInfo
}

/** A file without its bytes. */
export interface FileInfo {
  id: string
  name: string
  mediaType: string
  bytes: number
}
