import type { Language } from './language.ts'
import type { LabelSource } from './turn.ts'

/** Why a message may be worth learning from; `checked`: a person checked it at random. */
export const CANDIDATE_ORIGINS = ['handed-over', 'clarified', 'rated-low', 'checked'] as const
export type CandidateOrigin = (typeof CANDIDATE_ORIGINS)[number]

/** What a reviewed message is about: one of the pack's needs, or (`none`) no need that the pack has yet. */
export type ReviewedMeaning = { kind: 'need'; need: string } | { kind: 'none' }

/** What somebody said a candidate means. */
export interface CandidateVerdict {
  source: LabelSource
  meant: ReviewedMeaning | { kind: 'unclear' }
  /** The need was understood, and what the bot answered to it was wrong. */
  answerWrong: boolean
  /** Id of the agent; absent where the customer said so, by picking from a list. */
  by?: string
}

export const CANDIDATE_STATES = ['pending', 'accepted', 'rejected'] as const
export type CandidateState = (typeof CANDIDATE_STATES)[number]

/** How a person, or the policy where it says so, has decided on a candidate. */
export type CandidateDecision =
  | { state: 'pending' }
  | { state: 'rejected'; by: string; at: number }
  /** `by`: the agent's id, or `policy`. */
  | { state: 'accepted'; by: string; at: number; meant: ReviewedMeaning }

/**
 * A message that the bot may learn from, without anything that tells who wrote it. Messages with the same words are one
 * candidate, however many customers have sent them.
 */
export interface Candidate {
  id: string
  language: Language
  /** Personal data is replaced (`redact`). */
  text: string
  /** What messages with the same words have in common; unique within a language. */
  key: string
  createdAt: number
  decision: CandidateDecision
  /** Counts the decisions, so that of two people at once one is told. */
  version: number
}

/** One message of a customer that is a candidate. */
export interface Sighting {
  conversationId: string
  /** `seq` of the message. */
  seq: number
  customerId: string
  /** When it became one: the time of the turn, of the rating or of the verdict. */
  at: number
  origin: CandidateOrigin
}
