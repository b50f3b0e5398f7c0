import type { EscalationReason } from './decision.ts'
import type { Language } from './language.ts'
import type { SurveyAnswers, SurveyConsent, SurveyItem } from './survey.ts'

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
  'promise-noted',
  'promise-late',
  'promise-done',
  'promise-undone',
  'promise-moved',
  'promise-withdrawn',
  'promise-thanks',
  'survey-thanks',
  'survey-refused',
  'survey-allowed',
  'goodwill',
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
  /**
   * `need`: which small talk or closing words these are, when the bot says them. `offersPerson`, here and below: the bot
   * says with it how to reach a person; a client that always shows a button for that needs no words. `noted`, here and
   * below: what was promised by these words, in words.
   */
  | { kind: 'text'; need?: string; offersPerson?: true; noted?: string }
  | { kind: 'answer'; need: string; confidence: number; source?: Source; offersPerson?: true; noted?: string }
  | { kind: 'clarification'; options: { need: string; title: string }[]; offersPerson: boolean }
  | { kind: 'question'; need: string; detail: string; choices?: string[]; offersPerson?: true }
  /** `promisedBy`: until when a person answers, for an absence with a promise. */
  | {
      kind: 'handover'
      reasons: EscalationReason[]
      waitingBefore: number
      absence?: Absence
      promisedBy?: number
      noted?: string
    }
  /** `still-waiting`: nobody is there any more; what a `handover` says of it. `survey-refused`: on which survey. */
  | { kind: 'notice'; code: NoticeCode; absence?: Absence; promisedBy?: number; surveyId?: string }
  /** Has it happened? `choices`: yes and no. */
  | { kind: 'promise-question'; promiseId: string; choices: [string, string] }
  /** The customer's answer to that: it is about the record, and says nothing of what they need. Older versions kept a `text`. */
  | { kind: 'promise-response'; promiseId: string; hasHappened: boolean }
  /** The agent's own words again, as they should have been; `of`: `seq` of the message that they replace. */
  | { kind: 'correction'; of: number }
  /** A file that the customer or an agent sent. `text` is its name. */
  | { kind: 'file'; file: FileInfo }
  /** What is asked, for a form of the company's own; `form` and `expiresAt` are absent in surveys of older versions, which are `csat`. */
  | { kind: 'survey'; surveyId: string; form?: string; items?: SurveyItem[]; expiresAt?: number; reminder?: true }
  /** What the customer answered, or whether they want to be asked at all. Older versions kept neither. */
  | { kind: 'survey-response'; surveyId: string; answers?: SurveyAnswers; consent?: SurveyConsent['kind'] }

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
