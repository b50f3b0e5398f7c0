import type { InformationGap, Language } from '../../domain/index.ts'
import { entropyBits, entropyShare } from './belief.ts'
import { type GapEvidence, type GapFeatures, gapFeatures } from './model/features.ts'
import type { GapModel } from './model/gap-model.ts'
import { answerGap, estimateByPrior, PRIOR_GAP } from './model/prior.ts'
import { estimateByRegression } from './model/trained.ts'

/**
 * The information gap after a message: the probability that the need is still unmet.
 * The parts come from the evidence alone and are the same under every model. The reasons add up to the value.
 */
export function estimateGap(evidence: GapEvidence, model: GapModel = PRIOR_GAP): InformationGap {
  const features = gapFeatures(evidence)
  const { belief, needCount } = evidence
  const notUnderstood = belief.noneOfThem >= evidence.confidence ? 'need-unknown' : 'need-unclear'
  const { value, reasons } =
    model.kind === 'prior'
      ? estimateByPrior(model, features, notUnderstood)
      : estimateByRegression(model, evidence.language ?? 'en', features, notUnderstood)
  return {
    value,
    parts: { understanding: features.understanding ?? 0, detail: features.detail ?? 0, answer: answerGap(features) },
    entropyBits: entropyBits(belief),
    entropyShare: entropyShare(belief, needCount ?? belief.needs.length),
    reasons: reasons.sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution)),
  }
}

/** The value alone, from features that were kept: 0..1. */
export function gapOfFeatures(model: GapModel, language: Language, features: GapFeatures): number {
  return model.kind === 'prior'
    ? estimateByPrior(model, features, 'need-unclear').value
    : estimateByRegression(model, language, features, 'need-unclear').value
}
