import type { Channel, CsatRating, EscalationReason, GapPart, Language } from '../domain/index.ts'
import type { Period } from './period.ts'

/**
 * Sums over turns, for the report on the gap. All counts are whole numbers; a gap above `LARGE_GAP` is large.
 * The parts are summed over `partsKnown` turns: older versions did not keep them.
 */
export interface GapSums {
  turns: number
  gapSum: number
  /** Turns with a large gap. */
  large: number
  partsKnown: number
  understandingSum: number
  detailSum: number
  answerSum: number
}

export interface NeedGapSums extends Omit<GapSums, 'partsKnown'> {
  /** Absent: turns about no need in particular (see `turnFacts`), and those of versions that did not keep it. */
  need?: string
  /** In which at least one of the turns was. */
  conversations: number
  /** Of the turns with a large gap, how many each part led. */
  largeLedBy: Record<GapPart, number>
  /** Turns in which the bot offered a list. */
  clarifications: number
  /** Sum over conversations of the gap of their last turn that was not handed over: how many stayed unmet, as far as the gap can tell. */
  unmet: number
}

/** How an answer was met, by the turns of the period that directly followed it while it stood. */
export interface AnswerGapSums {
  /** The need that was answered, alone. */
  need: string
  /** How often in the period. */
  answers: number
  /** Turns that followed one. */
  followed: number
  /** Of those: their gap, how many had a large one or objected, and how many refused it or asked the same again. */
  gapSum: number
  missed: number
  refused: number
  repeated: number
}

export interface NeedHandovers {
  /** What the agent says it was, else what the bot believed; absent where that is unknown or the message is out of scope. */
  need?: string
  count: number
  /** One handover counts once under each of its reasons. */
  reasons: { reason: EscalationReason; count: number }[]
}

export interface NeedVerdicts {
  /** The need that the survey is about, if any. */
  need?: string
  /** Of the surveys sent in the period. */
  responses: number
  /** Rated 1 or 2, or said that the need was not met. */
  dissatisfied: number
}

/** How often customers gave a rating to what the bot did for a need. */
export interface BotRatings {
  need: string
  language: Language
  rating: CsatRating
  count: number
}

/** A message that none of the needs covers: the bot believed in none, it was handed over as out of scope, or a person said so. */
export interface UncoveredMessage {
  /** Id of the message. */
  id: string
  conversationId: string
  customerId: string
  seq: number
  at: number
  language: Language
  text: string
  /** 0..1 */
  gap: number
  /** In a handover that counts for no need. */
  handedOver: boolean
  /** The customer of this conversation was dissatisfied, in a survey about no need. */
  dissatisfied: boolean
}

export interface GapReportStore {
  /** One row per period, in the order given. `channel` undefined: all, here and below. */
  sums(periods: Period[], channel?: Channel): Promise<GapSums[]>
  /** In how many conversations there was a turn. */
  conversations(period: Period, channel?: Channel): Promise<number>
  byNeed(period: Period, channel?: Channel): Promise<NeedGapSums[]>
  byAnswer(period: Period, channel?: Channel): Promise<AnswerGapSums[]>
  handovers(period: Period, channel?: Channel): Promise<NeedHandovers[]>
  verdicts(period: Period, channel?: Channel): Promise<NeedVerdicts[]>
  /** Of surveys about the bot that were sent in the period. @param need only this one */
  botRatings(period: Period, need?: string): Promise<BotRatings[]>
  /** The lists offered, newest first: the needs in them, the likeliest first. */
  lists(period: Period, limit: number, channel?: Channel): Promise<string[][]>
  /** Newest first. A message that a person or the customer said is about a need is not among them. */
  uncovered(period: Period, limit: number, channel?: Channel): Promise<UncoveredMessage[]>
}
