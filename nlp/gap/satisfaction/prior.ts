import type { Language } from '../../../domain/index.ts'
import { type LanguageManifest, type LanguageModel, SATISFACTION_FORMAT, type SatisfactionModel } from './model.ts'
import { NAMED_FEATURES, type NamedFeature } from './named-features.ts'

/**
 * Log-odds of dissatisfaction that each cue adds, set by hand: only cues whose sign was the same over three public
 * sets of rated dialogues in two languages, in round numbers. A company's own ratings replace them.
 */
const WEIGHTS: Partial<Record<NamedFeature, number>> = {
  negative: 0.5,
  anger: 0.5,
  correction: 0.4,
  urging: 0.3,
  retry: 0.4,
  declines: 0.5,
  refusesAnswer: 0.5,
  asksForPerson: 0.5,
  thanks: -1,
  agreement: -0.6,
  praise: -1,
  plainAcceptance: -0.4,
  sentiment: -0.6,
  'business:refusal': 0.5,
  'business:apology': 0.4,
  'business:success': -0.3,
  refusedAgain: 0.3,
  refusalsSoFar: 0.2,
  complaintsSoFar: 0.2,
  turnIndex: 0.3,
}
/** With none of the cues about one turn in four is a dissatisfied one. */
const BASE_LOG_ODDS = -1.1
/** How far satisfaction falls, of 1, per unit of log-odds. */
const SATISFACTION_PER_LOG_ODDS = 0.06
const USUAL_SATISFACTION = 0.52

/** The model of a fresh install. It says of itself that it is a prior: no label of one's own stands behind it. */
export function priorSatisfaction(): SatisfactionModel {
  const weights = NAMED_FEATURES.map((name) => WEIGHTS[name] ?? 0)
  const plain = { mean: weights.map(() => 0), spread: weights.map(() => 1) }
  const language = (): LanguageModel => ({
    columns: new Map(),
    standard: plain,
    dissatisfaction: {
      bias: -BASE_LOG_ODDS,
      weights: Float64Array.from(weights, (weight) => -weight),
      platt: { slope: -1, offset: 0, top: 1 },
    },
    satisfaction: {
      bias: USUAL_SATISFACTION,
      weights: Float64Array.from(weights, (weight) => -SATISFACTION_PER_LOG_ODDS * weight),
    },
  })
  const manifest: LanguageManifest = {
    conversations: 0,
    turns: 0,
    unrated: 0,
    coefficients: Object.fromEntries(NAMED_FEATURES.map((name) => [name, WEIGHTS[name] ?? 0])) as Record<
      NamedFeature,
      number
    >,
    metrics: null,
  }
  const languages: Record<Language, LanguageModel> = { en: language(), zh: language() }
  return {
    manifest: {
      formatVersion: SATISFACTION_FORMAT,
      trainedWith: 'by hand',
      kind: 'prior',
      dataHash: '',
      seed: 0,
      languages: { en: manifest, zh: manifest },
    },
    languages,
  }
}
