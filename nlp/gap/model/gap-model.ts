import type { Language } from '../../../domain/index.ts'
import type { GapFeature } from './features.ts'

export const GAP_FORMAT = 1

/** How the gap is estimated. Small enough to be its own manifest: plain data, and all of it can be read. */
export type GapModel = PriorGapModel | TrainedGapModel

/** Signs that stand for a possible failure by themselves, each with the chance that it was one. */
export type PriorSign = Exclude<GapFeature, 'understanding' | 'accepted' | 'entropy' | 'turns' | 'slowStart'>

/** What a fresh install has: chances set by hand, no outcome of its own behind them. */
export interface PriorGapModel {
  formatVersion: typeof GAP_FORMAT
  kind: 'prior'
  /** 0..1 each. */
  chances: Record<PriorSign, number>
  /** 0..1: share of the doubt that is left when the customer says that it helped. */
  acceptedKeeps: number
}

/** All that an estimate needs. */
export interface GapRegression {
  /** Mean of each feature: what one that is not known is taken for. */
  usual: Record<GapFeature, number>
  languages: Record<
    Language,
    {
      /** Log-odds of an unmet need where every feature is 0; calibrated. */
      intercept: number
      /** Change of the log-odds per unit of each feature; calibrated. */
      coefficients: Record<GapFeature, number>
    }
  >
}

/** A logistic regression on what turned out. */
export interface TrainedGapModel extends GapRegression {
  formatVersion: typeof GAP_FORMAT
  kind: 'trained'
  trainedWith: string
  /** SHA-256 of the cases, hex. */
  dataHash: string
  seed: number
  /** Milliseconds since 1970. */
  trainedAt: number
  /** Conversations whose outcome was known. */
  outcomes: number
  /** Conversations whose outcome nobody knows: counted, not learnt from. */
  missing: number
  /** Models of the cross-validation that gave the figures below. */
  folds: number
  languages: Record<Language, GapLanguage>
}

/** One language's part of a regression, and how it came about. */
export type FittedLanguage = GapRegression['languages'][Language] & {
  /** Whether the coefficients are the language's own or those of all languages together. */
  own: boolean
  /** Strength of the pull that was chosen: towards 0, for own coefficients towards those of all languages. */
  penalty: number
  /** The sigmoid (Platt) on held-out scores that intercept and coefficients have been multiplied out with. */
  calibration: { slope: number; offset: number }
}

/** What is known of one language. */
export type GapLanguage = FittedLanguage & {
  outcomes: number
  /** Cross-validated by conversation; null without outcomes. */
  metrics: GapMetrics | null
}

/** How good estimates were on conversations that the model had not seen. */
export interface GapMetrics {
  /** Turns. */
  n: number
  /** Mean squared difference from the share of the need that turned out unmet. */
  mse: number
  /** Null where all turned out alike. */
  auroc: number | null
  /** Mean squared difference from unmet (1, from a half on) or met (0). */
  brier: number
  /** 0..1 */
  ece: number
}
