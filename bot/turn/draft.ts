import { createHash } from 'node:crypto'
import {
  type Agent,
  type Author,
  type CompanyPromise,
  type Conversation,
  type Escalation,
  type Language,
  moveOwnership,
  type NewMessage,
  type NotAskedReason,
  type Note,
  newDialogueState,
  type OwnershipEvent,
  type OwnershipResult,
  type TrustEvent,
  type TurnLabel,
} from '../../domain/index.ts'
import type { ConversationCommit, StoredFile } from '../../store/index.ts'
import type { CheckedFile } from '../files/index.ts'
import type { Inbound } from './conversation-service.ts'
import type { Utterance } from './reply.ts'

/** Time and names for what is new: passed in, so that a conversation can be replayed exactly. */
export interface DraftContext {
  now: number
  newId(): string
}

/** A conversation that nobody has stored yet. */
export function newConversation(inbound: Inbound, language: Language, now: number): Conversation {
  return {
    id: inbound.conversationId,
    channel: inbound.channel,
    customerId: inbound.customer.id,
    language,
    owner: 'bot',
    settledSeq: 0,
    version: 0,
    lastSeq: 0,
    state: newDialogueState(),
    createdAt: now,
    updatedAt: now,
  }
}

/**
 * Collects what one event does to a conversation, to be committed as a whole.
 * Ownership can only change through the state machine, and the log follows it by itself.
 */
export class ConversationDraft {
  conversation: Conversation
  readonly #context: DraftContext
  readonly #commit: Omit<ConversationCommit, 'conversation'> = { messages: [], events: [], trustEvents: [], outbox: [] }

  readonly #escalations: Escalation[] = []
  readonly #labels: TurnLabel[] = []
  readonly #promises: CompanyPromise[] = []
  readonly #files: StoredFile[] = []
  readonly #notes: Note[] = []

  constructor(conversation: Conversation, context: DraftContext) {
    this.#context = context
    this.conversation = { ...conversation, updatedAt: context.now }
    if (conversation.version === 0) this.#commit.events.push({ kind: 'opened', at: context.now })
  }

  /** Messages of the customer that came with this event, without answers to surveys. */
  get customerMessages(): number {
    return this.#commit.messages.filter(({ from, body }) => from === 'customer' && body.kind !== 'survey-response')
      .length
  }

  /** `seq` that the next message will get. */
  get nextSeq(): number {
    return this.conversation.lastSeq + this.#commit.messages.length + 1
  }

  move(event: OwnershipEvent): OwnershipResult {
    const { owner, agentId, supervisorId, escalationId, settledSeq, ...rest } = this.conversation
    const result = moveOwnership(
      {
        owner,
        settledSeq,
        ...(agentId !== undefined && { agentId }),
        ...(supervisorId !== undefined && { supervisorId }),
        ...(escalationId !== undefined && { escalationId }),
      },
      event,
    )
    if (result.kind === 'refused') return result
    const handling = result.ownership.escalationId ?? escalationId
    this.conversation = { ...rest, ...result.ownership }
    if (result.happened) {
      this.#commit.events.push({
        kind: result.happened,
        at: this.#context.now,
        ...(event.kind === 'resolved' && { by: event.by.kind }),
        ...(agentId !== undefined && { agentId }),
        ...((event.kind === 'accepted' || event.kind === 'taken-over') && { agentId: event.agentId }),
        ...((event.kind === 'joined' || event.kind === 'left') && { agentId: event.supervisorId }),
        ...(handling !== undefined && { escalationId: handling }),
      })
    }
    return result
  }

  /** Adds a message; everything the company says on a push channel also goes to the outbox. */
  say(
    from: Author,
    { text, body }: Utterance,
    {
      quiet,
      ...extra
    }: {
      authorId?: string
      clientId?: string
      /** The conversation's where it is absent. */
      language?: Language
      /** Stands there, and is not pushed. */
      quiet?: boolean
    } = {},
  ): NewMessage {
    const message: NewMessage = {
      id: this.#context.newId(),
      from,
      at: this.#context.now,
      language: this.conversation.language,
      text,
      body,
      ...extra,
    }
    this.#commit.messages.push(message)
    if (from !== 'customer' && !quiet && this.conversation.channel !== 'web') this.#commit.outbox.push(message.id)
    return message
  }

  /** Takes a file along. @returns what is said of it: its name */
  attach({ name, mediaType, content }: CheckedFile): Utterance {
    const file = { id: this.#context.newId(), name, mediaType, bytes: content.length }
    const sha256 = createHash('sha256').update(content).digest('hex')
    this.#files.push({ ...file, sha256, at: this.#context.now, content })
    return { text: name, body: { kind: 'file', file } }
  }

  /** What an agent writes; sent again under the same client id it has no effect. */
  sayAsAgent({ id }: Agent, utterance: Utterance, clientId: string | undefined): void {
    this.say('agent', utterance, { authorId: id, ...(clientId !== undefined && { clientId }) })
    if (clientId !== undefined) this.#commit.dedupeKey = `agent:${id}:${clientId}`
  }

  /** What the channel says of the customer: who it is, how to reach them, and which message this was. */
  receivedFrom(inbound: Inbound): void {
    const { customer, clientId, channelReference } = inbound
    this.#commit.customer = {
      id: customer.id,
      language: this.conversation.language,
      createdAt: this.#context.now,
      ...(customer.name !== undefined && { name: customer.name }),
    }
    // Customers choose their ids freely: apart from agents', or they could suppress an agent's message.
    if (clientId !== undefined) this.#commit.dedupeKey = `customer:${clientId}`
    if (channelReference !== undefined) this.#commit.channelReference = channelReference
  }

  record(parts: Pick<ConversationCommit, 'turn' | 'survey' | 'notAskedSince' | 'response'>): void {
    Object.assign(this.#commit, parts)
  }

  /** The resolution that was just made is not asked about. */
  notAsked(because: NotAskedReason): void {
    const resolved = this.#commit.events.findLast(({ kind }) => kind === 'resolved')
    if (resolved) resolved.notAsked = because
  }

  /** The message that is said next is the answer to the need that was answered last. */
  answersNext(): void {
    const { state } = this.conversation
    if (!state.answered) return
    this.conversation = {
      ...this.conversation,
      state: { ...state, answered: { ...state.answered, seq: this.nextSeq } },
    }
  }

  /** Begins an escalation, or brings one up to date. */
  escalation(escalation: Escalation): void {
    this.#escalations.push(escalation)
  }

  /** What a message turned out to be about. */
  label(label: Omit<TurnLabel, 'conversationId' | 'at'>): void {
    this.#labels.push({ ...label, conversationId: this.conversation.id, at: this.#context.now })
  }

  /** Makes a promise, or brings one up to date. */
  promise(promise: CompanyPromise): void {
    this.#promises.push(promise)
  }

  /** The handover makes use of goodwill that was given before. */
  useTreatment(id: string): void {
    this.#commit.usedTreatment = id
  }

  /** A word among colleagues. */
  note(note: Note): void {
    this.#notes.push(note)
  }

  trust(...events: TrustEvent[]): void {
    this.#commit.trustEvents.push(...events)
  }

  finish(): ConversationCommit {
    const escalations = this.#escalations.length > 0 && { escalations: this.#escalations }
    const labels = this.#labels.length > 0 && { labels: this.#labels }
    const promises = this.#promises.length > 0 && { promises: this.#promises }
    const files = this.#files.length > 0 && { files: this.#files }
    const notes = this.#notes.length > 0 && { notes: this.#notes }
    const more = { ...escalations, ...labels, ...promises, ...files, ...notes }
    return { ...this.#commit, ...more, conversation: this.conversation }
  }
}
