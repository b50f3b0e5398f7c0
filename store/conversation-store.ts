import type {
  Channel,
  CompanyPromise,
  Conversation,
  ConversationEvent,
  Customer,
  Escalation,
  Language,
  Message,
  NewMessage,
  Note,
  Survey,
  SurveyResponse,
  TrustEvent,
  Turn,
  TurnLabel,
} from '../domain/index.ts'
import type { StoredFile } from './file-store.ts'
import type { TreatmentClaim } from './goodwill-store.ts'

/**
 * Everything that one event does to one conversation. Committed in one transaction, or not at all.
 * It is the only way to write to a conversation, so who wins a race is decided in one place.
 */
export interface ConversationCommit {
  /** The conversation as it shall be. `version` is the one it was read at (0: new); the store counts it on and sets `lastSeq`. */
  conversation: Conversation
  /** Written in this order, numbered on from `lastSeq` without a gap. */
  messages: NewMessage[]
  /** The client's id of the message that caused this. A second commit with the same key in this conversation has no effect. */
  dedupeKey?: string
  /** Inserted if new, else name and language brought up to date. */
  customer?: Customer
  turn?: Turn
  events: ConversationEvent[]
  /** Inserted, or replaced by id. */
  escalations?: Escalation[]
  /** Inserted; of one that is there, only when the customer was reminded is brought up to date. */
  survey?: Survey
  /** Refuses the commit, as a conflict, when its customer was asked this form at `since` or later, in any conversation. */
  notAskedSince?: { form: string; since: number }
  /** Replaces an earlier response to the same survey. */
  response?: SurveyResponse
  trustEvents: TrustEvent[]
  /** Refuses the commit when the agent has as many conversations open already: for whoever accepts one more. */
  capacity?: { agentId: string; limit: number }
  /** What earlier messages turned out to be about: inserted, or replaced for the same turn and source. */
  labels?: TurnLabel[]
  /** What colleagues say among themselves. */
  notes?: Note[]
  /** Inserted, or replaced by id. */
  promises?: CompanyPromise[]
  /** Goodwill, decided on what was read; see `TreatmentClaim`. */
  treatment?: TreatmentClaim
  /** Id of a treatment that a handover makes use of now. */
  usedTreatment?: string
  /** The bytes behind the messages of kind `file`. */
  files?: StoredFile[]
  /** Ids among `messages` that must be pushed to the channel (Direct Line pulls; Teams is pushed to). */
  outbox: string[]
  /** How to reach the customer again on a push channel: the Bot Framework conversation reference as JSON. */
  channelReference?: string
}

export type CommitResult =
  | { kind: 'committed'; conversation: Conversation; messages: Message[] }
  /** Somebody committed since `version` was read, or what a treatment rests on is no longer so: read and decide again. */
  | { kind: 'conflict' }
  /** The agent has as many conversations open as `capacity` allows. */
  | { kind: 'full' }
  /** The dedupe key was taken: `messageId` is the message stored the first time. */
  | { kind: 'duplicate'; messageId: string }

export interface ConversationStore {
  get(id: string): Promise<Conversation | undefined>
  commit(change: ConversationCommit): Promise<CommitResult>
  /** The message stored under a dedupe key, if any. */
  duplicateOf(conversationId: string, dedupeKey: string): Promise<string | undefined>
  /** Messages with `seq > afterSeq`, in order, at most `limit`. */
  messages(conversationId: string, afterSeq: number, limit: number): Promise<Message[]>
  turns(conversationId: string): Promise<Turn[]>
  events(conversationId: string): Promise<ConversationEvent[]>
  channelReference(conversationId: string): Promise<string | undefined>
  /**
   * Whom the bot serves: conversations that it owns, changed since `since`, with a turn since they were last settled. The
   * largest gap of their last turn first, then by id.
   */
  withBot(since: number, limit: number): Promise<ServedByBot[]>
  /** What lists show of these conversations, in any order; unknown ids are left out. */
  glances(ids: readonly string[]): Promise<ConversationGlance[]>
  /** How far these conversations have come, in any order: cheap, to see whether anything changed. Unknown ids are left out. */
  versions(ids: readonly string[]): Promise<Pick<Conversation, 'id' | 'version' | 'lastSeq'>[]>
  /**
   * Ids of conversations owned by the bot whose last change is older than `before`, that have at least one turn and in which
   * no promise is to be kept. Oldest first.
   */
  idle(before: number, limit: number): Promise<string[]>
}

/** A conversation that the bot is having, and how it goes. */
export interface ServedByBot {
  conversation: Conversation
  /** As the channel gives it. */
  customerName?: string
  lastTurn: Turn
  /** What the customer wrote last. */
  lastText: string
}

/** What a list shows of a conversation. */
export interface ConversationGlance {
  conversationId: string
  channel: Channel
  language: Language
  lastSeq: number
  customerName?: string
  /** What the customer wrote last, if they have written at all. */
  lastText?: string
}
