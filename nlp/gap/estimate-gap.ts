import type { Belief, Detail, GapReason, GapReasonCode, InformationGap } from '../../domain/index.ts'
import { entropyBits } from './belief.ts'
import type { DialogueSignals } from './signals.ts'

/** What is known about a turn when its gap is estimated. */
export interface GapEvidence {
  belief: Belief
  /** 0..1: how sure it is what the message is about. With several needs, of the least sure one. */
  confidence: number
  /** Details that these needs want. */
  details: Detail[]
  /** Names of the details already given. */
  given: ReadonlySet<string>
  signals: DialogueSignals
  /** Times the leading need has been answered before this message, in a row. */
  answeredBefore: number
  /** Clarifications asked since the last answer. */
  clarifications: number
  /** Sentiment per customer message, -1..1, newest last. */
  sentiments: readonly number[]
}

/**
 * Chance that each sign means an unmet need. Prior weights, set by hand from what the trials on public dialogues
 * found to carry; an installation's own outcomes replace them when there are enough.
 */
const ANSWER_SIGNS = {
  'answer-refused': 0.7,
  'asked-for-person': 0.6,
  'need-repeated': 0.35,
  'clarification-failed': 0.3,
  'sentiment-falling': 0.25,
} satisfies Partial<Record<GapReasonCode, number>>

/** An unasked detail leaves the need open, but one question closes it: it weighs half. */
const DETAIL_WEIGHT = 0.5
/** "Thanks, that helps" leaves this share of the doubt. */
const ACCEPTED_KEEPS = 0.4

/**
 * The information gap after a message: the probability that the need is still unmet.
 *
 * The parts are taken as independent causes of failure (noisy-or): the need is met when it was understood,
 * and nothing needed is missing, and the answer was not wrong.
 * The reasons share out the value in proportion to each cause's -ln(1 - p), so they add up to it
 * (up to what an acceptance takes away, which is listed as a negative contribution).
 */
export function estimateGap(evidence: GapEvidence): InformationGap {
  const understanding = clamp(1 - evidence.confidence)
  const detail = detailGap(evidence.details, evidence.given)
  const signs = answerSigns(evidence)
  const answer = noisyOr(signs.map(({ probability }) => probability))

  const unknown = evidence.belief.noneOfThem >= evidence.confidence
  const causes: { code: GapReasonCode; probability: number }[] = [
    { code: unknown ? 'need-unknown' : 'need-unclear', probability: understanding },
    { code: 'detail-missing', probability: DETAIL_WEIGHT * detail },
    ...signs,
  ]
  const doubt = noisyOr(causes.map(({ probability }) => probability))
  const value = evidence.signals.accepts && !evidence.signals.refuses ? doubt * ACCEPTED_KEEPS : doubt

  const reasons: GapReason[] = shareOut(doubt, causes)
  if (value < doubt) reasons.push({ code: 'answer-accepted', contribution: value - doubt })
  reasons.sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution))
  return { value, parts: { understanding, detail, answer }, entropyBits: entropyBits(evidence.belief), reasons }
}

/** Weighted share of the required details that are not given, 0..1. */
export function detailGap(details: readonly Detail[], given: ReadonlySet<string>): number {
  const required = details.filter((detail) => detail.required)
  const total = required.reduce((sum, detail) => sum + detail.weight, 0)
  const missing = required.filter((detail) => !given.has(detail.name)).reduce((sum, detail) => sum + detail.weight, 0)
  return total > 0 ? missing / total : 0
}

function answerSigns(evidence: GapEvidence): { code: GapReasonCode; probability: number }[] {
  const { signals, answeredBefore, clarifications, sentiments } = evidence
  const signs: { code: keyof typeof ANSWER_SIGNS; times: number }[] = [
    { code: 'answer-refused', times: signals.refuses ? 1 : 0 },
    { code: 'asked-for-person', times: signals.asksForPerson ? 1 : 0 },
    { code: 'need-repeated', times: signals.accepts ? 0 : answeredBefore },
    { code: 'clarification-failed', times: clarifications },
    { code: 'sentiment-falling', times: sentimentFell(sentiments) ? 1 : 0 },
  ]
  return signs
    .filter(({ times }) => times > 0)
    .map(({ code, times }) => ({ code, probability: 1 - (1 - ANSWER_SIGNS[code]) ** times }))
}

/** Clearly negative now, and lower than at the start. */
function sentimentFell(sentiments: readonly number[]): boolean {
  const first = sentiments[0]
  const last = sentiments.at(-1)
  return first !== undefined && last !== undefined && sentiments.length > 1 && last < -0.2 && last < first - 0.2
}

function shareOut(value: number, causes: { code: GapReasonCode; probability: number }[]): GapReason[] {
  // Just under 1, so that a certain cause has a large but finite share.
  const weight = (p: number) => -Math.log1p(-Math.min(p, 1 - 1e-9))
  const total = causes.reduce((sum, { probability }) => sum + weight(probability), 0)
  return causes
    .filter(({ probability }) => probability > 0)
    .map(({ code, probability }) => ({ code, contribution: (value * weight(probability)) / total }))
}

function noisyOr(probabilities: readonly number[]): number {
  return clamp(1 - probabilities.reduce((met, p) => met * (1 - p), 1))
}

function clamp(x: number): number {
  return Math.min(1, Math.max(0, x))
}
