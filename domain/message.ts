import type { EscalationReason } from './decision.ts'
import type { Language } from './language.ts'

export type Author = 'customer' | 'bot' | 'agent' | 'system'

/** Where an answer comes from, so that the customer can check it. */
export interface Source {
  title: string
  url?: string
}

/** Nobody is there to take over. `backAt`: when somebody is, epoch milliseconds; absent when nobody knows. */
export interface Absence {
  backAt?: number
}

export const NOTICE_CODES = [
  'agent-joined',
  'agent-left',
  'transferred',
  'returned-to-bot',
  'resolved',
  'reopened',
  'still-waiting',
  'contact-noted',
  'file-not-received',
  'survey-thanks',
] as const
export type NoticeCode = (typeof NOTICE_CODES)[number]

/** A stored file without its bytes. */
export interface FileInfo {
  id: string
  /** As the sender called it, without any path. */
  name: string
  /** Told from the bytes, never from the name. */
  mediaType: string
  bytes: number
}

/** What a message carries besides its text. Channels decide how it looks. */
export type MessageBody =
  /** `need`: which small talk or closing words these are, when the bot says them. */
  | { kind: 'text'; need?: string }
  | { kind: 'answer'; need: string; confidence: number; source?: Source }
  | { kind: 'clarification'; options: { need: string; title: string }[]; offersPerson: boolean }
  | { kind: 'question'; need: string; detail: string; choices?: string[] }
  /** `promisedBy`: until when a person answers, for an absence with a promise. */
  | { kind: 'handover'; reasons: EscalationReason[]; waitingBefore: number; absence?: Absence; promisedBy?: number }
  /** `still-waiting`: nobody is there any more; what a `handover` says of it. */
  | { kind: 'notice'; code: NoticeCode; absence?: Absence; promisedBy?: number }
  /** The agent's own words again, as they should have been; `of`: `seq` of the message that they replace. */
  | { kind: 'correction'; of: number }
  /** A file that the customer or an agent sent. `text` is its name. */
  | { kind: 'file'; file: FileInfo }
  | { kind: 'survey'; surveyId: string }
  | { kind: 'survey-response'; surveyId: string }

/** One line of a conversation, whoever wrote it. `text` alone must make sense on a channel that can show nothing else. */
export interface Message {
  id: string
  conversationId: string
  /** 1, 2, 3 … without a gap within the conversation: the Direct Line watermark and the order of replay. */
  seq: number
  from: Author
  /** The agent's id when `from` is `agent`, the customer's when it is `customer`. */
  authorId?: string
  /** Milliseconds since the Unix epoch. */
  at: number
  language: Language
  text: string
  body: MessageBody
  /** The client's own id (`channelData.clientActivityID`, or the activity id of the channel). */
  clientId?: string
}

export type NewMessage = Omit<Message, 'conversationId' | 'seq'>
