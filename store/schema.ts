import type { Generated } from 'kysely'
import type {
  CandidateOrigin,
  CandidateState,
  Channel,
  CompanyPromise,
  ConversationEventKind,
  CsatRating,
  DecisionKind,
  EscalationOutcome,
  EscalationReason,
  GapPart,
  LabelSource,
  Language,
  Message,
  NotAskedReason,
  Objection,
  Owner,
  PromiseVerdictKind,
  Reader,
  ResolvedBy,
  Role,
  SurveyConsent,
  Treatment,
  TrustCause,
} from '../domain/index.ts'
import type { AgentChat, AgentThreadState } from './agent-chat-store.ts'
import type { ModelRecord, ServiceReason } from './model-store.ts'

/**
 * The tables as types, the same on every database. Times are epoch milliseconds, `Json` columns hold JSON as text,
 * flags are 0 or 1, and what is absent in the domain is null here.
 */
export interface Schema {
  customers: CustomerTable
  conversations: ConversationTable
  messages: MessageTable
  dedupe_keys: DedupeKeyTable
  turns: TurnTable
  turn_labels: TurnLabelTable
  candidates: CandidateTable
  candidate_sightings: SightingTable
  conversation_events: ConversationEventTable
  escalations: EscalationTable
  escalation_reasons: EscalationReasonTable
  promises: PromiseTable
  promise_verdicts: PromiseVerdictTable
  treatments: TreatmentTable
  goodwill_months: GoodwillMonthTable
  surveys: SurveyTable
  responses: ResponseTable
  trust_events: TrustEventTable
  agents: AgentTable
  presences: PresenceTable
  reads: ReadTable
  sessions: SessionTable
  sign_in_links: SignInLinkTable
  models: ModelTable
  gap_models: ModelTable
  model_services: ModelServiceTable
  notes: NoteTable
  outbox: OutboxTable
  channel_references: ChannelReferenceTable
  files: FileTable
  release_budgets: ReleaseBudgetTable
  release_spends: ReleaseSpendTable
  releases: ReleaseTable
  settings: SettingTable
  audit: AuditTable
  agent_chats: AgentChatTable
  agent_chat_links: AgentChatLinkTable
  agent_threads: AgentThreadTable
}

type Json = string
type Flag = 0 | 1

interface CustomerTable {
  id: string
  name: string | null
  language: Language
  created_at: number
  survey_consent: SurveyConsent['kind'] | null
  survey_consent_at: number | null
}

export interface ConversationTable {
  id: string
  channel: Channel
  customer_id: string
  language: Language
  owner: Owner
  /** No foreign key here nor elsewhere: what an agent did outlives the agent's account. */
  agent_id: string | null
  escalation_id: string | null
  supervisor_id: string | null
  settled_seq: number
  version: number
  last_seq: number
  /** How many turns there are, so that the sweep for idle conversations need not look. */
  turn_count: number
  state: Json
  created_at: number
  updated_at: number
}

export interface MessageTable {
  conversation_id: string
  seq: number
  id: string
  author: Message['from']
  author_id: string | null
  at: number
  language: Language
  text: string
  body: Json
  client_id: string | null
}

export interface DedupeKeyTable {
  conversation_id: string
  dedupe_key: string
  message_id: string
}

export interface TurnTable {
  id: string
  conversation_id: string
  seq: number
  /** The conversation's, which never changes: the reports filter by it without a join. */
  channel: Channel
  at: number
  understanding: Json
  gap: Json
  /** `gap.value`, for sums. */
  gap_value: number
  decision: Json
  decision_kind: DecisionKind
  /** Null in turns of versions that did not keep it. */
  deliberation: Json | null
  /** The leading need. */
  need: string | null
  /** The belief in it, where the decision was weighed rather than made by a rule: what the random check draws from. */
  confidence: number | null
  /** The need that the reports count the turn for. */
  about: string | null
  /** The parts of the gap, for sums; null in turns of versions that did not keep them. */
  understanding_gap: number | null
  detail_gap: number | null
  answer_gap: number | null
  led_by: GapPart | null
  /** The need that this turn answered, and nothing else. */
  answered: string | null
  /** The need that the turn before answered, while that answer stood. */
  after_answer: string | null
  objection: Objection | null
  uncovered: Flag
  /** What the customer was shown; null where it was not kept, and of source and confidence where nothing was answered. */
  shown_source: Flag | null
  shown_confidence: Flag | null
  shown_person: Flag | null
  model_id: string
  latency_ms: number
}

export interface TurnLabelTable {
  conversation_id: string
  seq: number
  source: LabelSource
  at: number
  meant: 'need' | 'none' | 'unclear'
  /** For `meant: 'need'`. */
  need: string | null
  by: string | null
  answer_wrong: Flag
}

export interface CandidateTable {
  id: string
  language: Language
  key: string
  text: string
  created_at: number
  /** Of its newest sighting. */
  last_seen_at: number
  state: CandidateState
  /** Null while it is pending. */
  decided_by: string | null
  decided_at: number | null
  /** Of accepted ones. */
  meant: 'need' | 'none' | null
  need: string | null
  version: number
}

export interface SightingTable {
  conversation_id: string
  seq: number
  candidate_id: string
  customer_id: string
  at: number
  origin: CandidateOrigin
}

export interface ConversationEventTable {
  /** Counts up within a conversation, not without gaps. */
  number: Generated<number>
  conversation_id: string
  channel: Channel
  kind: ConversationEventKind
  at: number
  by: ResolvedBy['kind'] | null
  agent_id: string | null
  escalation_id: string | null
  not_asked: NotAskedReason | null
}

export interface EscalationTable {
  id: string
  conversation_id: string
  customer_id: string
  language: Language
  /** Null in escalations of versions that did not keep it. */
  seq: number | null
  /** In the order given; `escalation_reasons` holds the same for counting. */
  reasons: Json
  need: string | null
  gap: number
  gap_reasons: Json
  priority: number
  queue: string
  follows: string | null
  preferred_agent_id: string | null
  routing: Json
  /** `routing.step`, to compare and set. */
  routing_step: number
  queued_at: number
  accepted_at: number | null
  agent_id: string | null
  first_reply_at: number | null
  unanswered_since: number | null
  ended_at: number | null
  outcome: EscalationOutcome | null
  true_need: string | null
  no_need: Flag
}

export interface EscalationReasonTable {
  escalation_id: string
  reason: EscalationReason
}

export interface PromiseTable {
  id: string
  customer_id: string
  conversation_id: string
  escalation_id: string | null
  kind: CompanyPromise['kind']
  what: string | null
  made_by: Json
  seq: number | null
  owner_id: string | null
  queue: string | null
  told_by: CompanyPromise['toldBy']
  made_at: number
  due_at: number
  moved_to: number | null
  contact: string | null
  reminded_at: number | null
  asked_at: number | null
  apologised_at: number | null
  kept_at: number | null
  broken_at: number | null
  ended_at: number | null
  unknown: Flag
}

export interface TreatmentTable {
  id: string
  customer_id: string
  conversation_id: string
  /** Counts the customer's treatments. */
  number: number
  cause: string
  reason: Treatment['reason']
  rule: string
  gift: Treatment['gift']
  state: Treatment['state']
  at: number
  /** `YYYY-MM` */
  month: string
  cost_cents: number
  trust_before: number
  used_at: number | null
}

export interface PromiseVerdictTable {
  conversation_id: string
  seq: number
  position: number
  at: number
  agent_id: string
  language: Language
  marker: string
  text: string
  verdict: PromiseVerdictKind
}

interface GoodwillMonthTable {
  /** `YYYY-MM` */
  month: string
  spent_cents: number
}

export interface SurveyTable {
  id: string
  conversation_id: string
  customer_id: string
  channel: Channel
  language: Language
  sent_at: number
  expires_at: number
  form: string
  items: Json | null
  about: Json
  need: string | null
  gap: number | null
  customer_messages: number | null
  reminded_at: number | null
}

export interface ResponseTable {
  survey_id: string
  at: number
  first_at: number
  rating: CsatRating | null
  resolved: Flag | null
  score: number | null
  answers: Json | null
  comment: string | null
}

export interface TrustEventTable {
  /** Counts up within a customer, not without gaps: the order of events of the same millisecond. */
  number: Generated<number>
  id: string
  customer_id: string
  conversation_id: string | null
  at: number
  cause: TrustCause
  gain: number
  loss: number
  score_after: number
  /** Null in rows of versions that did not keep it. */
  channel: Channel | null
  need: string | null
  agent_id: string | null
  /** Id of the row that counts no more since this one. */
  replaces: string | null
}

export interface NoteTable {
  id: string
  conversation_id: string
  after_seq: number
  at: number
  agent_id: string
  text: string
}

interface AgentTable {
  id: string
  email: string
  /** The e-mail in lower case: unique. */
  email_key: string
  name: string
  role: Role
  languages: Json
  queues: Json
  capacity: number
  password_hash: string | null
  created_at: number
}

interface PresenceTable {
  agent_id: string
  available: Flag
  until: number
  since: number
}

interface ReadTable {
  conversation_id: string
  reader: Reader
  seq: number
  at: number
}

interface SessionTable {
  token_hash: string
  agent_id: string
  created_at: number
  expires_at: number
}

interface SignInLinkTable {
  token_hash: string
  agent_id: string
  expires_at: number
}

interface ModelTable {
  id: string
  created_at: number
  data_hash: string
  status: ModelRecord['status']
  manifest: Json
  bytes: Uint8Array
}

interface ModelServiceTable {
  /** Counts up: the order of what happened in the same millisecond. */
  number: Generated<number>
  kind: 'intents' | 'gap'
  /** Null: the one that every installation has. */
  model_id: string | null
  began_at: number
  ended_at: number | null
  reason: ServiceReason
  by: string
  detail: Json | null
}

export interface OutboxTable {
  message_id: string
  conversation_id: string
  seq: number
  queued_at: number
  /** Null when there is nothing left to do: delivered, or given up. */
  next_at: number | null
  attempts: number
  delivered_at: number | null
  problem: string | null
}

interface ChannelReferenceTable {
  conversation_id: string
  reference: Json
}

export interface FileTable {
  conversation_id: string
  id: string
  name: string
  media_type: string
  /** Of `bytes`. */
  size: number
  sha256: string
  at: number
  bytes: Uint8Array
}

interface ReleaseBudgetTable {
  quarter: string
  budget_micros: number
  spent_micros: number
}

interface ReleaseSpendTable {
  period: string
  quarter: string
  epsilon_micros: number
  at: number
}

interface ReleaseTable {
  period: string
  from_at: number
  to_at: number
  at: number
  body: Json
}

interface SettingTable {
  key: string
  value: string
}

interface AuditTable {
  number: Generated<number>
  id: string
  at: number
  actor: string
  action: string
  subject: string
  detail: Json
}

interface AgentChatTable {
  key: string
  kind: AgentChat['kind']
  agent_id: string
  user_id: string
  reference: Json
  linked_at: number
  chosen_conversation_id: string | null
  chosen_at: number | null
}

interface AgentChatLinkTable {
  code_hash: string
  agent_id: string
  expires_at: number
}

interface AgentThreadTable {
  escalation_id: string
  chat_key: string
  conversation_id: string
  thread_key: string | null
  agent_id: string | null
  card_activity_id: string | null
  shown: AgentThreadState
  delivered_seq: number
  attempts: number
  /** Claimed or put off until then. */
  next_at: number
}
