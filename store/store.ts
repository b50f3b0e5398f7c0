import type { Channel, NotAskedReason, Note, ReadMark, Survey, SurveyResponse } from '../domain/index.ts'
import type { AgentChatStore } from './agent-chat-store.ts'
import type { CandidateStore } from './candidate-store.ts'
import type { ConversationStore } from './conversation-store.ts'
import type { CustomerStore } from './customer-store.ts'
import type { EpisodeStore } from './ended-episode.ts'
import type { EscalationStore } from './escalation-store.ts'
import type { FileStore } from './file-store.ts'
import type { GapReportStore } from './gap-report.ts'
import type { GoodwillStore } from './goodwill-store.ts'
import type { LabelStore } from './label-store.ts'
import type { LearningReportStore } from './learning-report.ts'
import type { ModelStore } from './model-store.ts'
import type { OutboxStore } from './outbox-store.ts'
import type { PeopleStore } from './people-store.ts'
import type { Period } from './period.ts'
import type { PromiseStore } from './promise-store.ts'
import type { PromiseVerdictStore } from './promise-verdict-store.ts'
import type { ReleaseStore } from './release-store.ts'
import type { ReportStore } from './report-store.ts'
import type { HandoverStore } from './resolved-handover.ts'
import type { ServedStore } from './served-store.ts'
import type { SurveyReportStore } from './survey-report.ts'
import type { TrustGroupStore } from './trust-groups.ts'
import type { TrustHistoryStore } from './trust-history.ts'
import type { TurnStore } from './turn-store.ts'

/** The only way to notes: what reads messages cannot come upon them. Written by a commit. */
export interface NoteStore {
  /** Oldest first. */
  ofConversation(conversationId: string): Promise<Note[]>
}

export interface ReadStore {
  /** Notes that somebody has read so far; never takes it back. @returns whether that was further than before */
  raise(mark: ReadMark): Promise<boolean>
  /** The marks of these conversations, ordered by conversation and reader. */
  ofConversations(ids: readonly string[]): Promise<ReadMark[]>
}

/** The last survey of one form that a customer was sent. */
export interface LastAsked {
  form: string
  sentAt: number
  answered: boolean
}

export interface NotAskedCount {
  reason: NotAskedReason
  count: number
}

export interface SurveyStore {
  get(id: string): Promise<Survey | undefined>
  responseTo(surveyId: string): Promise<SurveyResponse | undefined>
  /** What a customer was asked last, one of each form, in any order. */
  lastAsked(customerId: string): Promise<LastAsked[]>
  /** How many messages the customer has written in a conversation, without their answers to surveys. */
  customerMessages(conversationId: string): Promise<number>
  /**
   * Whom to remind: the last survey of its customer, sent at `sentBefore` or before, open at `now`, without an answer and
   * without a reminder, of customers who have not refused and are not in a conversation (with a person or for one, or with
   * the bot since `quietSince`). The oldest first.
   */
  toRemind(at: { now: number; sentBefore: number; quietSince: number }, limit: number): Promise<Survey[]>
  /** How many resolutions in the period were not asked about, by reason, the most first. */
  notAsked(period: Period, channel?: Channel): Promise<NotAskedCount[]>
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

/** The one port to what is stored. Implementations: SQLite (one node), PostgreSQL (many). */
export interface Store {
  conversations: ConversationStore
  labels: LabelStore
  candidates: CandidateStore
  turns: TurnStore
  escalations: EscalationStore
  promises: PromiseStore
  promiseVerdicts: PromiseVerdictStore
  goodwill: GoodwillStore
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
  served: ServedStore
  episodes: EpisodeStore
  reports: ReportStore
  gapReport: GapReportStore
  learningReport: LearningReportStore
  surveyReport: SurveyReportStore
  trustGroups: TrustGroupStore
  trustHistory: TrustHistoryStore
  releases: ReleaseStore
  settings: {
    get(key: string): Promise<string | undefined>
    /** The stored value, or `value`, stored now. Two at once get the same. */
    getOrSet(key: string, value: string): Promise<string>
    /** Stores `value` where `before` is stored. Of two at once one does. @returns whether it did */
    replace(key: string, before: string, value: string): Promise<boolean>
    set(key: string, value: string): Promise<void>
  }
  audit: {
    append(entry: AuditEntry): Promise<void>
    /** Newest first. @param of only those of an action, since a time */
    list(limit: number, of?: { action: string; since: number }): Promise<AuditEntry[]>
  }
  close(): Promise<void>
}
