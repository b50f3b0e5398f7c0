import type { Belief, InformationGap } from './gap.ts'
import type { Language } from './language.ts'
import type { ConversationEventKind, Ownership, ResolvedBy } from './ownership.ts'
import type { NotAskedReason } from './survey.ts'

export const CHANNELS = ['web', 'teams', 'botframework'] as const
/** `web` is Direct Line; `teams` and `botframework` (every other Bot Framework channel) come in at /api/messages. */
export type Channel = (typeof CHANNELS)[number]

/** Who speaks for the company. Always exactly one. */
const OWNERS = ['bot', 'queued', 'agent', 'closed'] as const
export type Owner = (typeof OWNERS)[number]

/**
 * What the bot carries from turn to turn. All of it is derived from the messages,
 * and kept so that a turn need not read the whole conversation.
 */
export interface DialogueState {
  /** What the bot believed after the last turn; absent before the first one. */
  belief?: Belief
  /** The last question the bot asked, if the customer has not settled it yet. */
  pending?: /** `seq`: of the customer's message that was not clear. */
    | { kind: 'clarification'; seq: number; options: { need: string; title: string }[] }
    | { kind: 'detail'; need: string; detail: string; times: number }
  /** Id of the promise of which the customer was asked last whether it was kept, until they write. */
  askedPromise?: string
  /** Needs of an earlier message that wait behind the pending question, in order. */
  queue: string[]
  /** Details given so far, by name. */
  details: Record<string, string>
  /** The need that was answered last, how often in a row, and the `seq` of the answer where it is known. */
  answered?: { need: string; times: number; seq?: number }
  /** Clarifications since the last answer. */
  clarifications: number
  /** Refusals of answers ("that is not what I asked") since the conversation began or was reopened. */
  refusals: number
  /** Sentiment per customer message, newest last, at most five. */
  sentiments: number[]
  gap?: InformationGap
  /**
   * Customer messages that the bot has heard since the conversation began, was reopened or came back from an agent, and
   * the `seq` of the first of them. Absent before that, and in states stored by versions that did not keep it.
   */
  heard?: { messages: number; fromSeq: number }
}

export interface Conversation extends Ownership {
  id: string
  channel: Channel
  customerId: string
  /** The language the customer wrote last. */
  language: Language
  /** Counts commits; a commit on an older version is refused. */
  version: number
  /** `seq` of the newest message; 0 when there is none. */
  lastSeq: number
  state: DialogueState
  createdAt: number
  updatedAt: number
}

export function newDialogueState(): DialogueState {
  return { queue: [], details: {}, clarifications: 0, refusals: 0, sentiments: [] }
}

/** One thing that happened to a conversation, for the record and the metrics. */
export interface ConversationEvent {
  kind: ConversationEventKind
  at: number
  /** Who closed it, for `resolved`. */
  by?: ResolvedBy['kind']
  agentId?: string
  escalationId?: string
  /** Of `resolved`: why the customer was not asked how it went. Absent where they were, and in older versions' events. */
  notAsked?: NotAskedReason
}
