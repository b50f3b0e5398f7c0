import type { DialogueState } from './conversation.ts'
import type { Alternative, Decision } from './decision.ts'
import type { Belief, InformationGap } from './gap.ts'
import type { Language } from './language.ts'
import type { NeedProbability, Understanding } from './understanding.ts'

/** One customer message and what the bot decided about it. Evidence: never changed after it was written. */
export interface Turn {
  id: string
  conversationId: string
  /** `seq` of the customer's message. */
  seq: number
  at: number
  understanding: Understanding
  gap: InformationGap
  decision: Decision
  /** Absent in turns recorded by versions that did not keep it. */
  deliberation?: Deliberation
  /** Absent in turns recorded by versions that did not keep it. */
  shown?: TurnShown
  /** Which model understood it. */
  modelId: string
  /** Server time from receipt to decision, in milliseconds. */
  latencyMs: number
}

/** What the bot told the customer of itself with a turn, kept as it was said. */
export interface TurnShown {
  /** Every answer of the turn named its source; absent where it answered nothing. */
  source?: boolean
  /** Every answer of the turn said how sure the bot is; absent where it answered nothing. */
  confidence?: boolean
  /** The turn said how to reach a person, or was the way to one. */
  person: boolean
}

/** What a decision rested on beside the message: enough to explain it, and to decide it anew under another policy. */
export interface Deliberation {
  /** The dialogue before the message. */
  before: DialogueState
  /** What the bot believed with it. */
  belief: Belief
  /** The need that the message was taken to be about, with 0..1; absent when there is none to take. */
  leading?: NeedProbability
  /** The bot answers on its own only above this belief, 0..1: the policy's threshold, or the guarantee's. */
  answerAbove: number
  /** The customer's segment in the policy, if any. */
  segment?: string
  /** The agent who had resolved the conversation before, and could have had it again. */
  formerAgentId?: string
  /** `rule`: a rule stood above the utilities. `utility`: the best of the alternatives that were open. */
  by: 'rule' | 'utility'
  /** What could have been done and what it is worth, best first; empty where a rule decided without weighing. */
  alternatives: Alternative[]
  /** Absent in turns recorded by versions that did not keep it. */
  gapEstimate?: GapEstimate
}

/** What the gap was estimated from, so that a model can learn from just what was known. */
export interface GapEstimate {
  /** `prior`, or the id of the trained model. */
  modelId: string
  /** Spoken at the turn. */
  language: Language
  /** The numeric features of the turn by name; what was not known is absent. */
  signs: Readonly<Record<string, number>>
}

export const LABEL_SOURCES = ['pick', 'agent', 'check'] as const
/**
 * Who said what a message was about: the customer, by picking from a list (`pick`); the agent who resolved it (`agent`);
 * a person who checked a message drawn at random (`check`). Only the last are a fair sample of all messages.
 */
export type LabelSource = (typeof LABEL_SOURCES)[number]

/** What a message turned out to be about. A turn has at most one label from each source; a later one replaces it. */
export interface TurnLabel {
  conversationId: string
  /** `seq` of the message. */
  seq: number
  at: number
  source: LabelSource
  /** `none`: none of the pack's needs. `unclear`: a person could not tell either. */
  meant: { kind: 'need'; need: string } | { kind: 'none' } | { kind: 'unclear' }
  /** The need was understood, and what the bot answered to it was wrong: nothing to learn about the need. */
  answerWrong?: true
  /** The agent's id, for `agent` and `check`. */
  by?: string
}
