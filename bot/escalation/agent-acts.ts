import type { Agent, Message, Note, ResolvedOutcome } from '../../domain/index.ts'
import type { CheckedFile } from '../files/index.ts'

/** How an agent ends a conversation. */
export interface Verdict {
  outcome: ResolvedOutcome
  /** What it really was about, if the agent says so. */
  meant?: MeantByAgent
}

/** `none`: no need of the pack. `answer-wrong`: the need that the bot answered, and the answer was wrong. */
export type MeantByAgent = { kind: 'need'; need: string } | { kind: 'none' } | { kind: 'answer-wrong' }

/** To whom an agent passes a conversation on, and what colleagues should know. */
export interface Transfer {
  to: { agentId: string } | { queue: string }
  comment?: string
}

/**
 * What agents do to conversations. Every method resolves after the commit, and throws CandorError CONVERSATION_UNKNOWN
 * where there is none; all but `note` throw TRANSITION_REFUSED where it cannot be done as things are, and
 * CONVERSATION_TAKEN where it is another agent's.
 */
export interface AgentActs {
  /** @throws CandorError AGENT_FULL */
  accept(escalationId: string, agent: Agent): Promise<{ conversationId: string }>
  /**
   * Steps in for the bot or, as a supervisor, for another agent. What waits is accepted instead.
   * @throws CandorError AGENT_FULL
   */
  takeOver(conversationId: string, agent: Agent): Promise<void>
  /** @param said words, or a file. @throws CandorError TEXT_TOO_LONG, FILES_FULL */
  say(conversationId: string, agent: Agent, said: string | CheckedFile, clientId?: string): Promise<Message>
  /** @throws CandorError TEXT_TOO_LONG, CORRECTION_REFUSED for all but the agent's own texts */
  correct(conversationId: string, agent: Agent, seq: number, text: string, clientId?: string): Promise<Message>
  /** Anybody on the staff, whoever owns the conversation. @throws CandorError TEXT_TOO_LONG */
  note(conversationId: string, agent: Agent, text: string): Promise<Note>
  /** @throws CandorError TRANSFER_TO_SELF, AGENT_UNKNOWN, QUEUE_UNKNOWN, TEXT_TOO_LONG */
  transfer(conversationId: string, agent: Agent, transfer: Transfer): Promise<void>
  /** A supervisor joins the agent. @throws CandorError FORBIDDEN, JOINED_BY_OTHER */
  join(conversationId: string, supervisor: Agent): Promise<void>
  leave(conversationId: string, supervisor: Agent): Promise<void>
  returnToBot(conversationId: string, agent: Agent): Promise<void>
  /** @throws CandorError BODY_INVALID for a wrong answer where the bot has answered nothing */
  resolve(conversationId: string, agent: Agent, verdict: Verdict): Promise<void>
  /** An outside hub cannot take the customer: they wait in our own queue. */
  backFromHub(conversationId: string, hubId: string): Promise<void>
}
