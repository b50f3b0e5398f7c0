import { trustScore } from '../../analytics/index.ts'
import {
  type Agent,
  CandorError,
  type Clock,
  type Conversation,
  type Escalation,
  type Message,
} from '../../domain/index.ts'
import type { CommitResult, ConversationCommit, Store } from '../../store/index.ts'
import { type AgentAct, accept, resolve, returnToBot, say, type Verdict } from '../escalation/agent-acts.ts'
import { backFromHub } from '../escalation/back-from-hub.ts'
import { asksForTrust, segmentOf } from '../policy/index.ts'
import { takeSurveyResponse } from '../survey/take-response.ts'
import type { Committed, ConversationService, Inbound, Receipt } from './conversation-service.ts'
import { carryOut, customerWrote, resolveByBot } from './customer-wrote.ts'
import { ConversationDraft, type DraftContext } from './draft.ts'
import { EARLIER_MESSAGES } from './earlier-lines.ts'
import { inOrder } from './in-order.ts'
import type { Mind } from './mind.ts'

export interface StoredConversationsOptions {
  store: Store
  /** The mind of this moment; asked once per turn, so that a turn never changes its mind halfway. */
  mind(): Mind
  clock: Clock
  newId(): string
  /** Milliseconds from any fixed point, for latencies. */
  stopwatch(): number
}

/** Longer messages are refused, not cut. */
export const MAX_TEXT_LENGTH = 4000

/** Nodes that keep overtaking each other on one conversation: more often than this is a fault, not a race. */
const MAX_TRIES = 25

type Done = Extract<CommitResult, { kind: 'committed' }>

/** The conversation service over a store. See the port for what each method promises. */
export class StoredConversations implements ConversationService {
  readonly #options: StoredConversationsOptions
  readonly #queue = inOrder()
  readonly #listeners = new Set<(committed: Committed) => void>()

  constructor(options: StoredConversationsOptions) {
    this.#options = options
  }

  async receive(inbound: Inbound): Promise<Receipt> {
    checkLength(inbound.text)
    const startedAt = this.#options.stopwatch()
    const result = await this.#change(inbound.conversationId, (conversation) =>
      inbound.survey ? this.#respond(conversation, inbound) : this.#turn(conversation, inbound, startedAt),
    )
    if (result.kind === 'duplicate') return { messageId: result.messageId, duplicate: true }
    return { messageId: result.messages[0]?.id ?? '', duplicate: false }
  }

  async accept(escalationId: string, agent: Agent): Promise<{ conversationId: string }> {
    const escalation = await this.#options.store.escalations.get(escalationId)
    if (!escalation) throw new CandorError('CONVERSATION_UNKNOWN', { id: escalationId })
    const { conversationId } = escalation
    await this.#change(conversationId, async (conversation) => {
      const known = existing(conversation, conversationId)
      const current = await this.#openEscalation(known)
      // A retry of what has already worked.
      if (known.agentId === agent.id && current?.id === escalationId) return undefined
      // The escalation on the agent's screen may have ended long ago; a newer one is not what was clicked.
      if (current?.id !== escalationId) throw new CandorError('TRANSITION_REFUSED', refusalOf('accept', known))
      return this.#allowed('accept', known, accept(known, current, agent, this.#context()))
    })
    return { conversationId }
  }

  async say(conversationId: string, agent: Agent, text: string, clientId?: string): Promise<Message> {
    checkLength(text)
    const result = await this.#change(conversationId, (conversation) => {
      const known = existing(conversation, conversationId)
      return this.#allowed('reply', known, say(known, agent, text, clientId, this.#context()))
    })
    const messageId = result.kind === 'duplicate' ? result.messageId : result.messages[0]?.id
    const message =
      result.kind === 'committed'
        ? result.messages[0]
        : (await this.#options.store.conversations.messages(conversationId, 0, Number.MAX_SAFE_INTEGER)).find(
            ({ id }) => id === messageId,
          )
    if (!message) throw new CandorError('CONVERSATION_UNKNOWN', { id: conversationId })
    return message
  }

  async returnToBot(conversationId: string, agent: Agent): Promise<void> {
    await this.#change(conversationId, async (conversation) => {
      const known = existing(conversation, conversationId)
      const escalation = await this.#openEscalation(known)
      if (!escalation) throw new CandorError('TRANSITION_REFUSED', refusalOf('return', known))
      return this.#allowed('return', known, returnToBot(known, escalation, agent, this.#context()))
    })
  }

  async resolve(conversationId: string, agent: Agent, verdict: Verdict): Promise<void> {
    await this.#change(conversationId, async (conversation) => {
      const known = existing(conversation, conversationId)
      const escalation = await this.#openEscalation(known)
      if (!escalation) throw new CandorError('TRANSITION_REFUSED', refusalOf('resolve', known))
      const ledger = await this.#options.store.customers.trustEvents(known.customerId)
      const { policy } = this.#options.mind()
      return this.#allowed(
        'resolve',
        known,
        resolve(known, escalation, ledger, agent, verdict, policy, this.#context()),
      )
    })
  }

  async backFromHub(conversationId: string, hubId: string): Promise<void> {
    await this.#change(conversationId, async (conversation) => {
      const known = existing(conversation, conversationId)
      const escalation = await this.#openEscalation(known)
      if (!escalation) throw new CandorError('TRANSITION_REFUSED', refusalOf('back from the hub', known))
      return this.#allowed('back from the hub', known, backFromHub(known, escalation, hubId, this.#context()))
    })
  }

  async closeIdle(conversationId: string, before: number): Promise<boolean> {
    let closed = false
    await this.#change(conversationId, async (conversation) => {
      closed = conversation !== undefined && conversation.owner === 'bot' && conversation.updatedAt < before
      if (!conversation || !closed) return undefined
      const context = this.#context()
      const draft = new ConversationDraft(conversation, context)
      resolveByBot(draft, this.#options.mind(), 'idle', context)
      return draft.finish()
    })
    return closed
  }

  onCommitted(listener: (committed: Committed) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async #turn(
    conversation: Conversation | undefined,
    inbound: Inbound,
    startedAt: number,
  ): Promise<ConversationCommit> {
    const mind = this.#options.mind()
    const context = this.#context()
    const segment = await this.#segment(mind, conversation, inbound, context.now)
    const earlier = await this.#earlier(conversation)
    const turn = customerWrote(mind, conversation, inbound, segment, earlier, context)
    const waiting =
      turn.outcome?.decision.kind === 'escalate' ? await this.#options.store.escalations.countWaiting() : 0
    return carryOut(mind, turn, waiting, this.#options.stopwatch() - startedAt, context)
  }

  /** Reads nothing where nothing is to be read: a first message, and one that the bot is not to answer. */
  async #earlier(conversation: Conversation | undefined): Promise<Message[]> {
    if (conversation?.owner !== 'bot') return []
    const { id, lastSeq } = conversation
    return this.#options.store.conversations.messages(id, Math.max(0, lastSeq - EARLIER_MESSAGES), EARLIER_MESSAGES)
  }

  /** Reads the ledger only for a policy whose segments ask about trust: most do not. */
  async #segment(
    mind: Mind,
    conversation: Conversation | undefined,
    { channel, customer, localeHint }: Inbound,
    now: number,
  ) {
    const { policy, pack } = mind
    if (policy.segments.length === 0) return undefined
    const ledger = asksForTrust(policy) ? await this.#options.store.customers.trustEvents(customer.id) : []
    const language = conversation?.language ?? localeHint ?? pack.defaultLanguage
    return segmentOf(policy, { channel, language, trust: trustScore(ledger, now, policy.trust).score })
  }

  async #respond(conversation: Conversation | undefined, inbound: Inbound): Promise<ConversationCommit> {
    const { store } = this.#options
    const known = existing(conversation, inbound.conversationId)
    const surveyId = inbound.survey?.surveyId ?? ''
    const [survey, earlier, ledger] = await Promise.all([
      store.surveys.get(surveyId),
      store.surveys.responseTo(surveyId),
      store.customers.trustEvents(known.customerId),
    ])
    const { policy } = this.#options.mind()
    return takeSurveyResponse({ conversation: known, survey, earlier, ledger }, inbound, policy, this.#context())
  }

  /** Load, decide, commit; from the start again when somebody else was faster. `undefined` from `decide`: nothing to do. */
  #change(
    conversationId: string,
    decide: (
      conversation: Conversation | undefined,
    ) => ConversationCommit | undefined | Promise<ConversationCommit | undefined>,
  ): Promise<Exclude<CommitResult, { kind: 'conflict' | 'full' }>> {
    const { store } = this.#options
    return this.#queue(conversationId, async () => {
      for (let tries = 0; tries < MAX_TRIES; tries++) {
        const conversation = await store.conversations.get(conversationId)
        const change = await decide(conversation)
        if (!change) return { kind: 'committed', conversation: existing(conversation, conversationId), messages: [] }
        const result = await store.conversations.commit(change)
        if (result.kind === 'conflict') continue
        if (result.kind === 'full') throw new CandorError('AGENT_FULL', { limit: change.capacity?.limit ?? 0 })
        if (result.kind === 'committed') this.#tell(result, change)
        return result
      }
      throw new CandorError('CONVERSATION_BUSY')
    })
  }

  #tell({ conversation, messages }: Done, change: ConversationCommit): void {
    const queueChanged =
      change.escalations !== undefined || conversation.owner === 'queued' || conversation.owner === 'agent'
    for (const listener of this.#listeners) listener({ conversationId: conversation.id, messages, queueChanged })
  }

  #allowed(what: string, conversation: Conversation, act: AgentAct): ConversationCommit | Promise<never> {
    if (act.kind === 'done') return act.commit
    if (act.why === 'other-agent') return this.#takenByOther(conversation)
    throw new CandorError('TRANSITION_REFUSED', refusalOf(what, conversation))
  }

  async #takenByOther({ agentId }: Conversation): Promise<never> {
    const other = agentId === undefined ? undefined : await this.#options.store.people.get(agentId)
    throw new CandorError('CONVERSATION_TAKEN', { by: other?.name ?? 'somebody else' })
  }

  async #openEscalation({ escalationId }: Conversation): Promise<Escalation | undefined> {
    return escalationId === undefined ? undefined : this.#options.store.escalations.get(escalationId)
  }

  #context(): DraftContext {
    return { now: this.#options.clock.now(), newId: this.#options.newId }
  }
}

function existing(conversation: Conversation | undefined, id: string): Conversation {
  if (!conversation) throw new CandorError('CONVERSATION_UNKNOWN', { id })
  return conversation
}

function refusalOf(event: string, { owner }: Conversation): Record<string, string> {
  return { event, owner, mend: 'Load it again: somebody else may have acted.' }
}

function checkLength(text: string): void {
  if (text.length > MAX_TEXT_LENGTH) {
    throw new CandorError('TEXT_TOO_LONG', { length: text.length, limit: MAX_TEXT_LENGTH })
  }
}
