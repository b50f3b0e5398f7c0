import type { Agent, Channel, Language, Message, ResolvedOutcome } from '../../domain/index.ts'

/** A customer's message as a channel hands it in: checked for shape, not yet understood. */
export interface Inbound {
  conversationId: string
  channel: Channel
  customer: { id: string; name?: string }
  /** The client's own id of the message; the same id twice has one effect. */
  clientId?: string
  /** At most 4,000 characters; may be empty when `survey` is given. */
  text: string
  /** The customer's answer to a survey card. */
  survey?: { surveyId: string; rating: number; resolved?: boolean; comment?: string }
  /** The language of the customer's browser or client, a hint for messages that do not tell. */
  localeHint?: Language
  /** The outside agent hub that serves this channel's customers (`agentHub`), if any. */
  hubId?: string
  /** How to push to this conversation later (Bot Framework conversation reference as JSON). */
  channelReference?: string
}

export interface Receipt {
  /** Id of the stored message; for a duplicate the id it got the first time. */
  messageId: string
  duplicate: boolean
}

/** Told after every commit. A hint to look, never the truth itself. */
export interface Committed {
  conversationId: string
  messages: Message[]
  /** True when the desk's queue looks different now. */
  queueChanged: boolean
}

/**
 * The only door to a conversation: whatever happens to one goes
 * load -> decide (pure) -> commit, again from the start when somebody else was faster.
 * Every method resolves after the commit: what it acknowledges is stored.
 */
export interface ConversationService {
  /** @throws CandorError TEXT_TOO_LONG, SURVEY_UNKNOWN, SURVEY_EXPIRED, BODY_INVALID, CONVERSATION_BUSY */
  receive(inbound: Inbound): Promise<Receipt>
  /** @throws CandorError CONVERSATION_TAKEN, AGENT_FULL, TRANSITION_REFUSED, CONVERSATION_UNKNOWN */
  accept(escalationId: string, agent: Agent): Promise<{ conversationId: string }>
  /** @throws CandorError TRANSITION_REFUSED, CONVERSATION_UNKNOWN, TEXT_TOO_LONG */
  say(conversationId: string, agent: Agent, text: string, clientId?: string): Promise<Message>
  returnToBot(conversationId: string, agent: Agent): Promise<void>
  resolve(conversationId: string, agent: Agent, verdict: { outcome: ResolvedOutcome; trueNeed?: string }): Promise<void>
  /**
   * An outside hub cannot take the customer: they wait in our own queue.
   * @throws CandorError TRANSITION_REFUSED, CONVERSATION_TAKEN, CONVERSATION_UNKNOWN
   */
  backFromHub(conversationId: string, hubId: string): Promise<void>
  /** Closes a conversation that the bot owns and nobody has written in since `before`. False when that is not so (any more). */
  closeIdle(conversationId: string, before: number): Promise<boolean>
  /** The listener is called after each commit on this node; returns how to stop listening. */
  onCommitted(listener: (committed: Committed) => void): () => void
}
