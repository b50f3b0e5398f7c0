import type { Channel, CompanyPromise, Language, Message, Survey } from '../../domain/index.ts'
import type { AgentActs } from '../escalation/agent-acts.ts'
import type { AgentSearch } from '../escalation/agent-search.ts'
import type { CheckedFile } from '../files/index.ts'
import type { PromiseActs } from '../promises/promise-acts.ts'
import type { FilledIn } from '../survey/index.ts'

/** A customer's message as a channel hands it in: checked for shape, not yet understood. */
export interface Inbound {
  conversationId: string
  channel: Channel
  customer: { id: string; name?: string }
  /** The client's own id of the message; the same id twice has one effect. */
  clientId?: string
  /** At most 4,000 characters; may be empty when `survey`, `surveyConsent` or files are given. */
  text: string
  /** At most five. Each becomes a message of its own, behind the text. */
  files?: CheckedFile[]
  /** Names of files that were sent with it and could not be received. */
  lostFiles?: string[]
  /** The customer's answer to a survey, by the names of its items, as filled in. */
  survey?: { surveyId: string } & FilledIn
  /** Whether the customer wants to be asked again, said on a survey. */
  surveyConsent?: { surveyId: string; ask: boolean }
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

/** Told after every commit, and when the search for an agent has moved on (without messages then). A hint to look, never the truth itself. */
export interface Committed {
  conversationId: string
  messages: Message[]
  /** True when the desk's queue looks different now. */
  queueChanged: boolean
  /**
   * Id of the agent who has the conversation, when nothing happened but that something was said: for nobody else does
   * the queue look different, and of the conversation there is nothing to read but the messages.
   */
  saidWith?: string
}

/**
 * The only door to a conversation: whatever happens to one goes
 * load -> decide (pure) -> commit, again from the start when somebody else was faster.
 * Every method resolves after the commit: what it acknowledges is stored.
 */
export interface ConversationService extends AgentActs, AgentSearch, PromiseActs {
  /** @throws CandorError TEXT_TOO_LONG, FILES_TOO_MANY, FILES_FULL, SURVEY_UNKNOWN, SURVEY_EXPIRED, BODY_INVALID, CONVERSATION_BUSY */
  receive(inbound: Inbound): Promise<Receipt>
  /** Closes a conversation that the bot owns and nobody has written in since `before`. False when that is not so (any more). */
  closeIdle(conversationId: string, before: number): Promise<boolean>
  /** Shows the customer a survey once more. False when it is answered, reminded of or expired meanwhile. */
  remindOfSurvey(survey: Pick<Survey, 'id' | 'conversationId'>): Promise<boolean>
  /** Tells a customer who waits that nobody is there any more, and promises an answer. False when that is not so, or is told. */
  tellAbsence(conversationId: string): Promise<boolean>
  /** Gives a customer who has trusted the company for long what the policy's rules give for it, if they do. @returns whether it was given */
  thank(conversationId: string): Promise<boolean>
  /**
   * Does what is due since the time of promises has passed: notes those that were not kept, tells the customer, asks them of
   * what only they can tell. @returns those that have changed, each once for each thing for ever
   */
  watchPromises(conversationId: string): Promise<CompanyPromise[]>
  /** Notes that the owner of a promise is reminded now. @returns the promise; undefined when that is not to be done (any more) */
  remindOfPromise(promiseId: string): Promise<CompanyPromise | undefined>
  /** The listener is called after each commit on this node; returns how to stop listening. */
  onCommitted(listener: (committed: Committed) => void): () => void
}
