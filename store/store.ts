import type {
  Agent,
  Channel,
  CompanyPromise,
  Conversation,
  ConversationEvent,
  Customer,
  Escalation,
  EscalationOutcome,
  FileInfo,
  Language,
  Message,
  NewMessage,
  Note,
  Presence,
  ReadMark,
  ResolvedBy,
  Routing,
  Survey,
  SurveyResponse,
  TrustEvent,
  Turn,
  TurnLabel,
} from '../domain/index.ts'
import type { AgentChatStore } from './agent-chat-store.ts'
import type { EpisodeStore } from './ended-episode.ts'
import type { GapReportStore } from './gap-report.ts'
import type { Period } from './period.ts'
import type { HandoverStore } from './resolved-handover.ts'

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
  survey?: Survey
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
  /** The bytes behind the messages of kind `file`. */
  files?: StoredFile[]
  /** Ids among `messages` that must be pushed to the channel (Direct Line pulls; Teams is pushed to). */
  outbox: string[]
  /** How to reach the customer again on a push channel: the Bot Framework conversation reference as JSON. */
  channelReference?: string
}

export type CommitResult =
  | { kind: 'committed'; conversation: Conversation; messages: Message[] }
  /** Somebody committed since `version` was read: read again and decide again. */
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

/** The only way to notes: what reads messages cannot come upon them. Written by a commit. */
export interface NoteStore {
  /** Oldest first. */
  ofConversation(conversationId: string): Promise<Note[]>
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

/** A turn with what the record has around it. */
export interface RecordedTurn {
  turn: Turn
  /** The customer's message; absent where it was not kept. */
  message?: Pick<Message, 'text' | 'language'>
  /** The conversation's language before the message; absent before the first one. */
  languageBefore?: Language
  /** What the message turned out to be about: at most one label from each source. */
  labels: TurnLabel[]
}

/** A conversation's turns of a period, in order. */
export interface RecordedConversation {
  id: string
  channel: Channel
  customerId: string
  turns: RecordedTurn[]
}

export interface TurnStore {
  /**
   * The conversations with turns in a period, each once, the one with the newest turn first. Read page by page as they are
   * taken, so that years of them fit into memory; stop when there are enough.
   */
  recorded(period: Period): AsyncIterable<RecordedConversation>
}

/** A turn that the bot weighed, with what it turned out to be about. */
export interface LabelledTurn {
  turn: Turn
  label: TurnLabel
}

export interface LabelStore {
  /**
   * The next turn to be checked: of the model's turns in the period whose belief was weighed (`confidence` known) and
   * that nobody checked yet, the first by id. Ids are random, so that whoever checks them in this order checks a
   * random sample.
   */
  nextToCheck(period: Period, modelId: string): Promise<Turn | undefined>
  /** Records the first check of a turn; false when somebody has checked it already, and then nothing is changed. */
  putFirstCheck(label: TurnLabel & { source: 'check' }): Promise<boolean>
  /** The checks of the model's turns since `from`, the oldest check first, with the turns. */
  checks(modelId: string, from: number): Promise<LabelledTurn[]>
  /** How many they are, and when the last was made: cheap, to see whether anything changed. */
  countChecks(modelId: string, from: number): Promise<{ checks: number; lastAt: number | null }>
}

/** What somebody has to do at this moment. */
export interface AgentLoad {
  agentId: string
  /** Conversations they have accepted and not ended. */
  open: number
  /** When they accepted the last one, ended or not. */
  lastAcceptedAt: number
}

export interface EscalationStore {
  get(id: string): Promise<Escalation | undefined>
  /**
   * Not accepted yet: the most urgent first, then the longest waiting. With `waitingMinute` above 0 those behind the limit
   * come into it by waiting, however many more important ones come after them; with 0 (the default) priority alone counts.
   *
   * @param waitingMinute what a minute of waiting adds to the priority, 0 or more
   */
  waiting(limit: number, waitingMinute?: number): Promise<Escalation[]>
  /** Accepted by this agent and not ended. */
  openOf(agentId: string): Promise<Escalation[]>
  countWaiting(): Promise<number>
  /** Accepted by anybody and not ended, the longest accepted first. */
  open(limit: number): Promise<Escalation[]>
  /** Everybody who ever accepted one. */
  loads(): Promise<AgentLoad[]>
  /** The conversation's escalations, the oldest first. */
  ofConversation(conversationId: string): Promise<Escalation[]>
  /**
   * Notes a step of the search for an agent, if the escalation still waits and nobody has noted one since: `routing.step`
   * must be one more than what is stored. @returns whether it was noted
   */
  putRouting(id: string, routing: Routing): Promise<boolean>
}

export interface PromiseStore {
  /** Still to be kept, in time or late; the first due first. */
  open(limit: number): Promise<CompanyPromise[]>
  /** Still to be kept and due before `now`, without a note that they were broken; the first due first. */
  overdue(now: number, limit: number): Promise<CompanyPromise[]>
  /** The oldest first. */
  ofConversation(conversationId: string): Promise<CompanyPromise[]>
  /** The oldest first. */
  ofCustomer(customerId: string): Promise<CompanyPromise[]>
}

/** The end of a conversation, as its customer's history tells it. */
export interface EndedConversation {
  conversationId: string
  endedAt: number
  endedBy: ResolvedBy['kind']
  /** How the agent ended it, when one did. */
  verdict?: EscalationOutcome
  agentName?: string
  need?: string
  rating?: SurveyResponse['rating']
}

export interface CustomerStore {
  get(id: string): Promise<Customer | undefined>
  /** The ledger, oldest first. */
  trustEvents(customerId: string): Promise<TrustEvent[]>
  /** How the customer's conversations ended, the latest first; one that was reopened ended more than once. */
  ended(customerId: string, limit: number): Promise<EndedConversation[]>
}

export interface ReadStore {
  /** Notes that somebody has read so far; never takes it back. @returns whether that was further than before */
  raise(mark: ReadMark): Promise<boolean>
  /** The marks of these conversations, ordered by conversation and reader. */
  ofConversations(ids: readonly string[]): Promise<ReadMark[]>
}

export interface SurveyStore {
  get(id: string): Promise<Survey | undefined>
  responseTo(surveyId: string): Promise<SurveyResponse | undefined>
}

export interface OutboxEntry {
  message: Message
  channelReference: string
  /** Failed tries so far. */
  attempts: number
}

export interface OutboxStore {
  /**
   * Messages to push whose time has come, oldest first; of one conversation only the first undelivered one,
   * so that order holds even when a delivery fails.
   */
  due(now: number, limit: number): Promise<OutboxEntry[]>
  delivered(messageId: string, at: number): Promise<void>
  /** Counts the attempt and sets when to try again; `nextAt` null gives up (the row stays, marked). */
  failed(messageId: string, nextAt: number | null, problem: string): Promise<void>
}

/** A file with its bytes. */
export interface StoredFile extends FileInfo {
  /** Of `content`, in hexadecimal. */
  sha256: string
  at: number
  content: Uint8Array
}

export interface FileStore {
  get(conversationId: string, id: string): Promise<StoredFile | undefined>
  /** How much all files of the conversation take together. */
  totalBytes(conversationId: string): Promise<number>
}

export interface PeopleStore {
  /** @throws CandorError AGENT_EXISTS */
  add(agent: Agent, passwordHash?: string): Promise<void>
  get(id: string): Promise<Agent | undefined>
  /** E-mails are compared in lower case. */
  byEmail(email: string): Promise<{ agent: Agent; passwordHash?: string } | undefined>
  list(): Promise<Agent[]>
  setCapacity(agentId: string, capacity: number): Promise<void>
  setSkills(agentId: string, skills: Pick<Agent, 'languages' | 'queues'>): Promise<void>
  /** Everybody who was ever at the desk. */
  presences(): Promise<Presence[]>
  /** Inserted, or replaced for the same agent. */
  setPresence(presence: Presence): Promise<void>
  setPassword(agentId: string, passwordHash: string): Promise<void>
  /** Tokens are stored as hashes only. */
  createSession(session: { tokenHash: string; agentId: string; createdAt: number; expiresAt: number }): Promise<void>
  sessionAgent(tokenHash: string, now: number): Promise<Agent | undefined>
  endSession(tokenHash: string): Promise<void>
  createSignInLink(link: { tokenHash: string; agentId: string; expiresAt: number }): Promise<void>
  /** The agent, once: a second use gives nothing. Two at once: exactly one gets it. */
  useSignInLink(tokenHash: string, now: number): Promise<Agent | undefined>
}

export interface ModelRecord {
  id: string
  createdAt: number
  /** Hash of the pack and the settings it was trained on. */
  dataHash: string
  status: 'champion' | 'challenger' | 'retired'
  /** JSON: seed, metrics, versions. */
  manifest: string
  bytes: Uint8Array
}

export interface ModelStore {
  save(model: ModelRecord): Promise<void>
  champion(): Promise<ModelRecord | undefined>
  get(id: string): Promise<ModelRecord | undefined>
  /** Newest first, without bytes. */
  list(): Promise<Omit<ModelRecord, 'bytes'>[]>
  /** Makes it the only champion; the one before is retired. */
  promote(id: string): Promise<void>
}

export interface AuditEntry {
  id: string
  at: number
  /** Agent id, or `system`. */
  actor: string
  action: string
  subject: string
  /** JSON. */
  detail: string
}

/**
 * Sums over one period, for analytics to make metrics of. All counts are whole numbers.
 * Survey figures are of the surveys *sent* in the period, so that a rate never compares two windows.
 */
export interface PeriodSums {
  period: Period
  opened: number
  /** `resolved` events by who resolved. */
  resolvedByBot: number
  resolvedByAgent: number
  resolvedByIdle: number
  /** `resolved` events whose conversation had no `escalated` or `taken-over` event since it was opened or last reopened. */
  resolvedWithoutEscalation: number
  reopened: number
  escalated: number
  turns: number
  /** Sum of the turns' gap, for the mean. */
  gapSum: number
  surveysSent: number
  surveyResponses: number
  /** Responses with rating 4 or 5. */
  ratingsSatisfied: number
  ratingSum: number
  saidResolved: number
  saidUnresolved: number
  /** Mean over customers of the score after their last ledger event before the period's end; null without any. */
  trustMean: number | null
  trustCustomers: number
}

/** When what happened to one escalation, epoch milliseconds. */
export interface HandoverTimes
  extends Pick<Escalation, 'queue' | 'queuedAt' | 'acceptedAt' | 'agentId' | 'firstReplyAt' | 'endedAt' | 'outcome'> {
  /** Its agent took over unasked. */
  steppedIn: boolean
  /** When the customer first wrote again after the conversation was closed at its end. */
  reopenedAt?: number
}

export interface ReportStore {
  /** One row per period, in the order given. `channel` undefined: all. */
  sums(periods: Period[], channel?: Channel): Promise<PeriodSums[]>
  /** Customers with the lowest score after their last event before `before`; ties by id. */
  lowestTrust(
    before: number,
    limit: number,
    channel?: Channel,
  ): Promise<{ customerId: string; name?: string; score: number; events: number; lastAt: number }[]>
  /**
   * Escalations by reason in a period; one escalation counts once under each of its reasons. One that follows another is
   * the same handover, passed on, and is not counted.
   */
  escalationReasons(period: Period, channel?: Channel): Promise<{ reason: string; count: number }[]>
  /** Every escalation that began in the period, the earliest first. */
  handovers(period: Period, channel?: Channel): Promise<HandoverTimes[]>
}

/** The one port to what is stored. Implementations: SQLite (one node), PostgreSQL (many). */
export interface Store {
  conversations: ConversationStore
  labels: LabelStore
  turns: TurnStore
  escalations: EscalationStore
  promises: PromiseStore
  handovers: HandoverStore
  customers: CustomerStore
  surveys: SurveyStore
  notes: NoteStore
  outbox: OutboxStore
  files: FileStore
  people: PeopleStore
  reads: ReadStore
  agentChats: AgentChatStore
  models: ModelStore
  /** Every gap model that was tried; a `challenger` is one that was kept back. */
  gapModels: ModelStore
  episodes: EpisodeStore
  reports: ReportStore
  gapReport: GapReportStore
  settings: {
    get(key: string): Promise<string | undefined>
    /** The stored value, or `value`, stored now. Two at once get the same. */
    getOrSet(key: string, value: string): Promise<string>
    set(key: string, value: string): Promise<void>
  }
  audit: {
    append(entry: AuditEntry): Promise<void>
    /** Newest first. */
    list(limit: number): Promise<AuditEntry[]>
  }
  close(): Promise<void>
}
