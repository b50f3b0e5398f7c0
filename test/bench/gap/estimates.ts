import { gapOfFeatures } from '../../../nlp/gap/estimate-gap.ts'
import { type JudgedGap, metricsOf } from '../../../nlp/gap/model/gap-case.ts'
import type { GapMetrics } from '../../../nlp/gap/model/gap-model.ts'
import { type GapCase, type GapFeature, logistic, PRIOR_GAP, trainGapModel } from '../../../nlp/index.ts'

export const ESTIMATES = [
  'text only, prior',
  'parts only, prior',
  'parts and text, prior',
  'text only, trained',
  'parts only, trained',
  'parts and text, trained',
] as const
export type EstimateName = (typeof ESTIMATES)[number]

export type KnownGapCase = GapCase & { unmet: number }
export type Judged = Record<EstimateName, JudgedGap[]>

/**
 * The same turns under every estimate. What is trained is cross-validated by conversation (5 folds);
 * the priors have nothing to learn.
 */
export function judgeEstimates(cases: readonly KnownGapCase[], seed: number): Judged {
  const byPrior = (value: (one: KnownGapCase) => number) => cases.map((one) => ({ ...one, estimated: value(one) }))
  return {
    'text only, prior': byPrior(({ features }) => logistic(features.wording ?? 0)),
    'parts only, prior': byPrior((one) => gapOfFeatures(PRIOR_GAP, one.language, partsOf(one).features)),
    'parts and text, prior': byPrior((one) => gapOfFeatures(PRIOR_GAP, one.language, one.features)),
    'text only, trained': trained(cases.map(textOf), seed),
    'parts only, trained': trained(cases.map(partsOf), seed),
    'parts and text, trained': trained(cases, seed),
  }
}

export function metricsByEstimate(judged: Judged): Record<EstimateName, GapMetrics | null> {
  return Object.fromEntries(ESTIMATES.map((name) => [name, metricsOf(judged[name])])) as Record<
    EstimateName,
    GapMetrics | null
  >
}

function trained(cases: readonly KnownGapCase[], seed: number): JudgedGap[] {
  const training = trainGapModel(cases, { seed, now: 0 })
  return training.kind === 'trained' ? training.heldOut : []
}

function textOf(one: KnownGapCase): KnownGapCase {
  return { ...one, features: only(one, (feature) => feature === 'wording') }
}

function partsOf(one: KnownGapCase): KnownGapCase {
  return { ...one, features: only(one, (feature) => feature !== 'wording') }
}

function only({ features }: KnownGapCase, keeps: (feature: GapFeature) => boolean): GapCase['features'] {
  return Object.fromEntries(Object.entries(features).filter(([feature]) => keeps(feature as GapFeature)))
}
