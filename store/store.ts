import type { CompanyPromise, Note, ReadMark, Survey, SurveyResponse } from '../domain/index.ts'
import type { AgentChatStore } from './agent-chat-store.ts'
import type { CandidateStore } from './candidate-store.ts'
import type { ConversationStore } from './conversation-store.ts'
import type { CustomerStore } from './customer-store.ts'
import type { EpisodeStore } from './ended-episode.ts'
import type { EscalationStore } from './escalation-store.ts'
import type { FileStore } from './file-store.ts'
import type { GapReportStore } from './gap-report.ts'
import type { LabelStore } from './label-store.ts'
import type { LearningReportStore } from './learning-report.ts'
import type { ModelStore } from './model-store.ts'
import type { OutboxStore } from './outbox-store.ts'
import type { PeopleStore } from './people-store.ts'
import type { ReportStore } from './report-store.ts'
import type { HandoverStore } from './resolved-handover.ts'
import type { ServedStore } from './served-store.ts'
import type { TurnStore } from './turn-store.ts'

/** The only way to notes: what reads messages cannot come upon them. Written by a commit. */
export interface NoteStore {
  /** Oldest first. */
  ofConversation(conversationId: string): Promise<Note[]>
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
