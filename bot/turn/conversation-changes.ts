import { CandorError, type Clock, type Conversation } from '../../domain/index.ts'
import type { CommitResult, ConversationCommit, Store } from '../../store/index.ts'
import type { Committed } from './conversation-service.ts'
import type { DraftContext } from './draft.ts'
import { inOrder } from './in-order.ts'

export interface ConversationChangesOptions {
  store: Pick<Store, 'conversations'>
  clock: Clock
  newId(): string
  /** What a change means beyond itself, for the promises to the customer: part of the same transaction. */
  settle(change: ConversationCommit, context: DraftContext): Promise<ConversationCommit>
}

/** Longer messages are refused, not cut. */
const MAX_TEXT_LENGTH = 4000

/** Nodes that keep overtaking each other on one conversation: more often than this is a fault, not a race. */
const MAX_TRIES = 25

type Done = Extract<CommitResult, { kind: 'committed' }>

/** The one way in which anything happens to a conversation: load, decide, commit; whoever listens is told. */
export class ConversationChanges {
  readonly #options: ConversationChangesOptions
  readonly #queue = inOrder()
  readonly #listeners = new Set<(committed: Committed) => void>()

  constructor(options: ConversationChangesOptions) {
    this.#options = options
  }

  /**
   * Load, decide, commit; from the start again when somebody else was faster. `undefined` from `decide`: nothing to do.
   * @throws CandorError AGENT_FULL, CONVERSATION_BUSY, CONVERSATION_UNKNOWN when there is nothing to do to nothing
   */
  change(
    conversationId: string,
    decide: (
      conversation: Conversation | undefined,
    ) => ConversationCommit | undefined | Promise<ConversationCommit | undefined>,
  ): Promise<Exclude<CommitResult, { kind: 'conflict' | 'full' }>> {
    const { conversations } = this.#options.store
    return this.#queue(conversationId, async () => {
      for (let tries = 0; tries < MAX_TRIES; tries++) {
        const conversation = await conversations.get(conversationId)
        const decided = await decide(conversation)
        if (!decided) return { kind: 'committed', conversation: existing(conversation, conversationId), messages: [] }
        // Of the moment in which it was decided: what this change has broken is told by its time from what was broken before.
        const context = { ...this.context(), now: decided.conversation.updatedAt }
        const change = await this.#options.settle(decided, context)
        const result = await conversations.commit(change)
        if (result.kind === 'conflict') continue
        if (result.kind === 'full') throw new CandorError('AGENT_FULL', { limit: change.capacity?.limit ?? 0 })
        if (result.kind === 'committed') this.#tell(result, change)
        return result
      }
      throw new CandorError('CONVERSATION_BUSY')
    })
  }

  /** Time and names of this moment. */
  context(): DraftContext {
    return { now: this.#options.clock.now(), newId: this.#options.newId }
  }

  onCommitted(listener: (committed: Committed) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Tells whoever listens that the queue looks different, though nothing was said. */
  announce(conversationId: string): void {
    this.#tellAll({ conversationId, messages: [], queueChanged: true })
  }

  #tell({ conversation, messages }: Done, change: ConversationCommit): void {
    const queueChanged =
      change.escalations !== undefined ||
      change.promises !== undefined ||
      conversation.owner === 'queued' ||
      conversation.owner === 'agent'
    const { id: conversationId, owner, agentId } = conversation
    const onlySaid = owner === 'agent' && change.events.length === 0 && change.turn === undefined
    const saidWith = onlySaid ? agentId : undefined
    this.#tellAll({ conversationId, messages, queueChanged, ...(saidWith !== undefined && { saidWith }) })
  }

  #tellAll(committed: Committed): void {
    for (const listener of this.#listeners) listener(committed)
  }
}

/** @throws CandorError CONVERSATION_UNKNOWN */
export function existing(conversation: Conversation | undefined, id: string): Conversation {
  if (!conversation) throw new CandorError('CONVERSATION_UNKNOWN', { id })
  return conversation
}

/** @throws CandorError TEXT_TOO_LONG */
export function checkLength(text: string): void {
  if (text.length > MAX_TEXT_LENGTH) {
    throw new CandorError('TEXT_TOO_LONG', { length: text.length, limit: MAX_TEXT_LENGTH })
  }
}
