import type { NeedProbability } from './understanding.ts'

/** Why the gap is as large as it is. Each has a sentence in both languages in the pages. */
export const GAP_REASONS = [
  'need-unclear',
  'need-unknown',
  'detail-missing',
  'answer-refused',
  'need-repeated',
  'clarification-failed',
  'sentiment-falling',
  'asked-for-person',
  'answer-accepted',
  'swears',
  'gives-up',
  'long-silence',
  'slow-start',
  'long-conversation',
  'wording-dissatisfied',
  'wording-content',
  // Not a sign of this turn: what a trained model starts from before it looks at one.
  'usual-share',
] as const
export type GapReasonCode = (typeof GAP_REASONS)[number]

/** One cause of the gap, with what it added (positive) or took away (negative), in 0..1. */
export interface GapReason {
  code: GapReasonCode
  contribution: number
}

export type GapPart = keyof InformationGap['parts']

/** Above this the need is more likely unmet than met: what the reports call a large gap. */
export const LARGE_GAP = 0.5

/**
 * The information gap D = X - Y between what the customer needs (X) and what was understood and answered (Y):
 * the estimated probability that the need is still unmet, with its parts and reasons.
 */
export interface InformationGap {
  /** 0..1 */
  value: number
  parts: {
    /** 0..1: probability that the leading need is not the one, or that it is none of the needs. */
    understanding: number
    /** 0..1: weighted share of required details not given. */
    detail: number
    /** 0..1: probability that the last answer missed. */
    answer: number
  }
  /** Entropy of the belief over needs and "none of them", in bits. */
  entropyBits: number
  /** The same as a share of what it could be at most, 0..1. Turns recorded before it was kept lack it. */
  entropyShare?: number
  /** Strongest first. */
  reasons: GapReason[]
}

/** What the bot believes the customer needs, carried from turn to turn. */
export interface Belief {
  /** Most probable first; needs below 0.001 may be left out. */
  needs: NeedProbability[]
  /** 0..1: none of the needs. With `needs` it sums to 1 (up to what was left out). */
  noneOfThem: number
}
