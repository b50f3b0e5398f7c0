import type { Language } from '../../../domain/index.ts'
import { areaUnderCurve, expectedCalibrationError } from '../../evaluation/scores.ts'
import { dealFolds } from '../../intent/folds.ts'
import type { GapFeatures } from './features.ts'
import type { GapMetrics } from './gap-model.ts'

/** A turn whose conversation has ended. */
export interface GapCase {
  conversationId: string
  language: Language
  features: GapFeatures
  /** 0..1: share of the need that turned out unmet; absent where nobody knows. */
  unmet?: number
}

/** A turn whose outcome is known. */
export type KnownCase = GapCase & { unmet: number }

/** A known turn with an estimate by a model that had not seen its conversation. */
export type JudgedGap = KnownCase & {
  /** 0..1 */
  estimated: number
}

/** A need that is unmet by half counts as unmet where only yes or no will do. */
const UNMET_FROM = 0.5

export function isUnmet({ unmet }: KnownCase): boolean {
  return unmet >= UNMET_FROM
}

export function isKnown(one: GapCase): one is KnownCase {
  return one.unmet !== undefined
}

export function conversationsOf(cases: readonly GapCase[]): number {
  return new Set(cases.map(({ conversationId }) => conversationId)).size
}

/**
 * Deals whole conversations into folds, met and unmet ones of each language evenly.
 * @returns the fold of each case
 */
export function foldsByConversation(cases: readonly KnownCase[], folds: number, seed: number): number[] {
  const place = new Map<string, number>()
  const labels: number[] = []
  for (const one of cases) {
    if (place.has(one.conversationId)) continue
    place.set(one.conversationId, labels.length)
    labels.push((one.language === 'zh' ? 2 : 0) + (isUnmet(one) ? 1 : 0))
  }
  const fold = dealFolds(Int32Array.from(labels), folds, seed)
  return cases.map(({ conversationId }) => fold[place.get(conversationId) ?? 0] ?? 0)
}

export function metricsOf(judged: readonly JudgedGap[]): GapMetrics | null {
  if (judged.length === 0) return null
  const mean = (of: (one: JudgedGap) => number) => judged.reduce((sum, one) => sum + of(one), 0) / judged.length
  return {
    n: judged.length,
    mse: mean(({ estimated, unmet }) => (estimated - unmet) ** 2),
    auroc: areaUnderCurve(judged.map((one) => ({ score: one.estimated, positive: isUnmet(one) }))),
    brier: mean((one) => (one.estimated - Number(isUnmet(one))) ** 2),
    ece: expectedCalibrationError(judged.map(({ estimated, unmet }) => ({ confidence: estimated, right: unmet }))),
  }
}
