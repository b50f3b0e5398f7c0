import type { GapReason, GapReasonCode, Language } from '../../../domain/index.ts'
import { logistic } from '../../intent/softmax.ts'
import { GAP_FEATURES, type GapFeature, type GapFeatures } from './features.ts'
import type { GapRegression } from './gap-model.ts'

const CODES: Record<Exclude<GapFeature, 'understanding' | 'entropy' | 'wording'>, GapReasonCode> = {
  detail: 'detail-missing',
  refused: 'answer-refused',
  askedForPerson: 'asked-for-person',
  needRepeated: 'need-repeated',
  clarificationFailed: 'clarification-failed',
  sentimentFell: 'sentiment-falling',
  accepted: 'answer-accepted',
  swears: 'swears',
  givesUp: 'gives-up',
  turns: 'long-conversation',
  slowStart: 'slow-start',
  longSilence: 'long-silence',
}

/**
 * The calibrated regression. Its reasons add up to the value: 'usual-share' is what a turn without any sign has,
 * its wording the usual one; the rest is shared out in proportion to the log-odds that each feature adds. That share
 * is the integral of the feature's effect on the way from such a turn to this one (integrated gradients,
 * Sundararajan, Taly and Yan 2017).
 */
export function estimateByRegression(
  model: GapRegression,
  language: Language,
  features: GapFeatures,
  notUnderstood: GapReasonCode,
): { value: number; reasons: GapReason[] } {
  const { intercept, coefficients } = model.languages[language]
  const start = intercept + coefficients.wording * model.usual.wording
  const added = new Map<GapReasonCode, number>()
  for (const feature of GAP_FEATURES) {
    const quiet = feature === 'wording' ? model.usual.wording : 0
    const logOdds = coefficients[feature] * ((features[feature] ?? model.usual[feature]) - quiet)
    const code = codeOf(feature, logOdds, notUnderstood)
    if (logOdds !== 0) added.set(code, (added.get(code) ?? 0) + logOdds)
  }
  const total = [...added.values()].reduce((sum, logOdds) => sum + logOdds, 0)
  const base = logistic(start)
  const value = logistic(start + total)
  // Where the parts cancel out the share becomes the slope at the start.
  const rate = Math.abs(total) > 1e-6 ? (value - base) / total : base * (1 - base)
  return {
    value,
    reasons: [
      { code: 'usual-share', contribution: base },
      ...Array.from(added, ([code, logOdds]) => ({ code, contribution: logOdds * rate })),
    ],
  }
}

function codeOf(feature: GapFeature, logOdds: number, notUnderstood: GapReasonCode): GapReasonCode {
  if (feature === 'understanding' || feature === 'entropy') return notUnderstood
  if (feature === 'wording') return logOdds > 0 ? 'wording-dissatisfied' : 'wording-content'
  return CODES[feature]
}
