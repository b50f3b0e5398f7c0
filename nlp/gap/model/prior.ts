import type { GapReason, GapReasonCode } from '../../../domain/index.ts'
import { logistic } from '../../intent/softmax.ts'
import type { GapFeatures } from './features.ts'
import { GAP_FORMAT, type PriorGapModel, type PriorSign } from './gap-model.ts'

/**
 * Chances set by hand from what trials on public dialogues found to carry, until an installation's own outcomes
 * replace them: refusals, calls for a person and falling sentiment raise the gap in every set, and so do anger and the
 * wording as a whole. They are read from the same words, so the wording, which holds all of them, gets the half of what
 * it says beyond the usual, and anger little. Giving up is too rare in those sets to tell; it stands a little below a
 * refusal. Silence was not in them: a tenth. Nothing is said of a rephrased question: it carried nothing.
 */
export const PRIOR_GAP: PriorGapModel = {
  formatVersion: GAP_FORMAT,
  kind: 'prior',
  chances: {
    refused: 0.7,
    askedForPerson: 0.6,
    // An unasked detail leaves the need open, but one question closes it: it weighs half.
    detail: 0.5,
    givesUp: 0.5,
    wording: 0.5,
    needRepeated: 0.35,
    clarificationFailed: 0.3,
    sentimentFell: 0.25,
    swears: 0.25,
    longSilence: 0.1,
  },
  acceptedKeeps: 0.4,
}

/** One turn in five is a dissatisfied one by the text model's own prior: only what lies above says anything. */
const USUAL_WORDING = 0.2

const CODES: Record<Exclude<PriorSign, 'detail'>, GapReasonCode> = {
  refused: 'answer-refused',
  askedForPerson: 'asked-for-person',
  needRepeated: 'need-repeated',
  clarificationFailed: 'clarification-failed',
  sentimentFell: 'sentiment-falling',
  swears: 'swears',
  givesUp: 'gives-up',
  longSilence: 'long-silence',
  wording: 'wording-dissatisfied',
}

interface Cause {
  code: GapReasonCode
  probability: number
}

/**
 * Takes the features as independent causes of failure (noisy-or): the need is met when it was understood,
 * and nothing needed is missing, and no sign of a wrong answer was one.
 * The reasons share out the value in proportion to each cause's -ln(1 - p), so they add up to it
 * (up to what an acceptance takes away, which is listed as a negative contribution).
 */
export function estimateByPrior(
  model: PriorGapModel,
  features: GapFeatures,
  notUnderstood: GapReasonCode,
): { value: number; reasons: GapReason[] } {
  const causes: Cause[] = [
    { code: notUnderstood, probability: features.understanding ?? 0 },
    { code: 'detail-missing', probability: model.chances.detail * (features.detail ?? 0) },
    ...answerSigns(model, features),
  ]
  const doubt = noisyOr(causes)
  const value = features.accepted ? doubt * model.acceptedKeeps : doubt
  const reasons = shareOut(doubt, causes)
  if (value < doubt) reasons.push({ code: 'answer-accepted', contribution: value - doubt })
  return { value, reasons }
}

/** 0..1: the probability that the last answer missed, by its signs alone. */
export function answerGap(features: GapFeatures): number {
  return noisyOr(answerSigns(PRIOR_GAP, features))
}

function answerSigns({ chances }: PriorGapModel, features: GapFeatures): Cause[] {
  // How the first message sounds says nothing of an answer that is still to come.
  const signs = (Object.keys(CODES) as (keyof typeof CODES)[]).filter(
    (sign) => sign !== 'wording' || features.turns !== 0,
  )
  return signs
    .map((sign) => ({ code: CODES[sign], probability: signProbability(sign, chances[sign], features[sign]) }))
    .filter(({ probability }) => probability > 0)
}

function signProbability(sign: PriorSign, chance: number, value: number | undefined): number {
  if (value === undefined) return 0
  if (sign !== 'wording') return 1 - (1 - chance) ** value
  const probability = logistic(value)
  return chance * Math.max(0, (probability - USUAL_WORDING) / (1 - USUAL_WORDING))
}

function shareOut(value: number, causes: Cause[]): GapReason[] {
  // Just under 1, so that a certain cause has a large but finite share.
  const weight = (p: number) => -Math.log1p(-Math.min(p, 1 - 1e-9))
  const total = causes.reduce((sum, { probability }) => sum + weight(probability), 0)
  return causes
    .filter(({ probability }) => probability > 0)
    .map(({ code, probability }) => ({ code, contribution: (value * weight(probability)) / total }))
}

function noisyOr(causes: readonly Cause[]): number {
  const met = causes.reduce((product, { probability }) => product * (1 - probability), 1)
  return Math.min(1, Math.max(0, 1 - met))
}
