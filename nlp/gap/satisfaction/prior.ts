import { type LanguageManifest, type LanguageModel, SATISFACTION_FORMAT, type SatisfactionModel } from './model.ts'
import { NAMED_FEATURES, type NamedFeature } from './named-features.ts'

/**
 * Log-odds of dissatisfaction that each cue adds, set by hand in round numbers: cues whose sign is the same over three
 * public sets of rated dialogues in two languages, or that they are too rare in to tell (praise in Chinese, anger in
 * English, asking for a person). A company's own ratings replace them.
 */
const WEIGHTS: Partial<Record<NamedFeature, number>> = {
  negative: 0.1,
  realNegative: 0.5,
  negations: 0.4,
  anger: 0.5,
  correction: 0.4,
  challenge: 0.3,
  insists: 0.3,
  urging: 0.3,
  retry: 0.3,
  declines: 0.3,
  saysNo: 0.3,
  trailsOff: 0.4,
  refusesAnswer: 0.3,
  asksForPerson: 0.5,
  thanks: -0.8,
  agreement: -0.4,
  praise: -0.8,
  approves: -0.3,
  exclaims: -0.3,
  plainAcceptance: -0.4,
  acceptsOffer: -0.3,
  noFurtherHelp: -0.6,
  sentiment: -0.6,
  'business:refusal': 0.3,
  'business:apology': 0.4,
  'business:success': -0.3,
  refusalsInARow: 0.4,
  refusedAgain: 0.1,
  questionAfterRefusal: 0.3,
  turnIndex: 0.3,
}
/** In Chinese service chats an open question is itself a sign; in English ones it is not. */
const ONLY_IN_CHINESE: Partial<Record<NamedFeature, number>> = { question: 0.6 }
/** With none of the cues fewer than one turn in five is a dissatisfied one. */
const BASE_LOG_ODDS = -1.5
/** How far satisfaction falls, of 1, per unit of log-odds. */
const SATISFACTION_PER_LOG_ODDS = 0.06
const USUAL_SATISFACTION = 0.52

/** The model of a fresh install. It says of itself that it is a prior: no label of one's own stands behind it. */
export function priorSatisfaction(): SatisfactionModel {
  const en = priorOf(WEIGHTS)
  const zh = priorOf({ ...WEIGHTS, ...ONLY_IN_CHINESE })
  return {
    manifest: {
      formatVersion: SATISFACTION_FORMAT,
      trainedWith: 'by hand',
      kind: 'prior',
      dataHash: '',
      seed: 0,
      languages: { en: en.manifest, zh: zh.manifest },
    },
    languages: { en: en.model, zh: zh.model },
  }
}

function priorOf(logOdds: Partial<Record<NamedFeature, number>>): { model: LanguageModel; manifest: LanguageManifest } {
  const weights = NAMED_FEATURES.map((name) => logOdds[name] ?? 0)
  return {
    model: {
      columns: new Map(),
      // As they are: nothing is known of how the cues are spread here.
      standard: { mean: weights.map(() => 0), spread: weights.map(() => 1) },
      dissatisfaction: {
        bias: -BASE_LOG_ODDS,
        weights: Float64Array.from(weights, (weight) => -weight),
        platt: { slope: -1, offset: 0, top: 1 },
      },
      satisfaction: {
        bias: USUAL_SATISFACTION,
        weights: Float64Array.from(weights, (weight) => -SATISFACTION_PER_LOG_ODDS * weight),
      },
    },
    manifest: {
      conversations: 0,
      turns: 0,
      unrated: 0,
      coefficients: Object.fromEntries(NAMED_FEATURES.map((name, j) => [name, weights[j]])) as Record<
        NamedFeature,
        number
      >,
      metrics: null,
    },
  }
}
