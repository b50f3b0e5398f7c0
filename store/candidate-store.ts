import type {
  Candidate,
  CandidateDecision,
  CandidateOrigin,
  CandidateState,
  CandidateVerdict,
  Language,
  Sighting,
} from '../domain/index.ts'
import type { Period } from './period.ts'

/** A customer's message that may become a candidate, as it was written. */
export interface CandidateSource extends Sighting {
  text: string
  language: Language
}

/** A message that has become one: its text is without personal data. */
export interface GatheredCandidate extends CandidateSource {
  key: string
}

/** A candidate with where it was seen. */
export interface CandidateWithSightings extends Candidate {
  /** The oldest first. */
  sightings: Sighting[]
}

/** The same with what was said of it: read where it was said, so that it is never out of date. */
export interface ReviewedCandidate extends CandidateWithSightings {
  /** One per labelled message and source, the oldest first. */
  verdicts: CandidateVerdict[]
}

export interface CandidateFilter {
  state: CandidateState
  language?: Language
  /** So many at most that a customer has sent, the newest; what somebody else has sent, too, comes with theirs. */
  perCustomer?: number
}

export interface CandidateStore {
  /**
   * Messages that may teach something and came about in the period: turns of the bot that handed over or offered a list,
   * the last answer of an episode without an agent that was rated 1 or 2 of 5 (by the time of the rating), messages that
   * an agent has spoken of (`handed-over`) and messages that were checked at random (by the time of the verdict). A
   * message may come more than once, for another reason too. The oldest first, by `at`.
   */
  sources(period: Period, limit: number): Promise<CandidateSource[]>
  /**
   * Keeps them; one with words that are there already is one more sighting of that candidate, whatever was decided about
   * it. A message is one sighting, its first origin stays. @returns how many sightings are new
   */
  gather(messages: readonly GatheredCandidate[], newId: () => string): Promise<number>
  get(id: string): Promise<ReviewedCandidate | undefined>
  /** The newest sighting first; of decided ones the latest decision first. */
  list(filter: CandidateFilter, limit: number): Promise<ReviewedCandidate[]>
  /**
   * Decides, or takes a decision back (`pending`).
   * @param version the one that was looked at
   * @returns `changed`: somebody has decided in the meantime, and nothing is changed
   */
  decide(id: string, version: number, decision: CandidateDecision): Promise<'done' | 'changed' | 'unknown'>
  /** All that were accepted, the earliest decision first. */
  accepted(): Promise<CandidateWithSightings[]>
  counts(): Promise<Record<CandidateState, number>>
  /** Sightings in the period by origin. */
  gathered(period: Period): Promise<Record<CandidateOrigin, number>>
}
