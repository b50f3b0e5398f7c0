import type { Language } from '../../../domain/index.ts'
import type { DialogueTurn } from './dialogue.ts'
import { applyPlatt, type Platt } from './fit-platt.ts'
import type { Linear } from './fit-ridge.ts'
import { NAMED_FEATURES, type NamedFeature } from './named-features.ts'
import { readTurns, rowOf, type Standard, type TurnFeatures, VOICES, type Voice } from './turn-rows.ts'

export const SATISFACTION_FORMAT = 2

/** What is known of one language. */
export interface LanguageModel {
  /** Column of each gram by `voice:gram`; the named features come first. */
  columns: Map<string, number>
  standard: Standard
  /** How strongly a turn looks dissatisfied, and the sigmoid that makes a probability of it. */
  dissatisfaction: Linear & { platt: Platt }
  /** Expected satisfaction at a turn, 0..1. */
  satisfaction: Linear
}

/** How good the estimates were on conversations held out from training; null where that cannot be told. */
export interface SatisfactionMetrics {
  auroc: number | null
  brier: number
  /** 0..1 */
  ece: number
  /** Mean squared error of a conversation's mean satisfaction. */
  mse: number
}

export interface LanguageManifest {
  conversations: number
  /** Rated customer turns. */
  turns: number
  /** Customer turns that nobody rated: not learnt from, and not taken for good ones. */
  unrated: number
  /** Change of the log-odds of dissatisfaction per unit of each named feature. */
  coefficients: Record<NamedFeature, number>
  metrics: SatisfactionMetrics | null
}

export interface SatisfactionManifest {
  formatVersion: number
  trainedWith: string
  /** `prior`: weights set by hand, no data of one's own behind them. */
  kind: 'prior' | 'trained'
  /** SHA-256 of the training conversations, hex; empty for the prior. */
  dataHash: string
  seed: number
  languages: Partial<Record<Language, LanguageManifest>>
}

/** Reads dissatisfaction out of dialogues. Plain data; see `serializeSatisfaction`. */
export interface SatisfactionModel {
  manifest: SatisfactionManifest
  languages: Record<Language, LanguageModel>
}

/** A feature that moved the estimate; `wording` stands for everything that was said rather than for one named cue. */
export type SatisfactionFeature = NamedFeature | `wording:${Voice}`

export interface SatisfactionReason {
  feature: SatisfactionFeature
  /** What it added to (or took from) the probability that an average turn has, -1..1. All reasons add up to the difference. */
  contribution: number
  /** For wording: the words that counted most. */
  words?: string[]
}

export interface DissatisfactionEstimate {
  /** 0..1: calibrated probability that the customer is dissatisfied at this turn. */
  probability: number
  /** Strongest first. */
  reasons: SatisfactionReason[]
}

/**
 * The probability that the customer is dissatisfied at the last customer turn of a dialogue, and why.
 * @param turns the dialogue so far, oldest first; what the company said after the last customer turn does not count
 * @returns undefined when the customer has not said anything yet
 */
export function estimateDissatisfaction(
  model: SatisfactionModel,
  language: Language,
  turns: readonly DialogueTurn[],
): DissatisfactionEstimate | undefined {
  const turn = readTurns(turns).findLast((features) => features !== undefined)
  if (turn === undefined) return undefined
  const own = model.languages[language]
  const { platt } = own.dissatisfaction
  const score = scoreTurn(own, own.dissatisfaction, turn)
  const probability = applyPlatt(platt, score)
  const usual = applyPlatt(platt, own.dissatisfaction.bias)
  return { probability, reasons: shareOut(contributions(own, turn), probability - usual, probability) }
}

/** What is expected of a whole conversation. */
export interface ConversationEstimate {
  /** Expected mean satisfaction over the customer's turns, 0..1. */
  satisfaction: number
  /** By turn of `turns`; undefined where the company speaks. */
  turns: ({ dissatisfied: number; satisfaction: number } | undefined)[]
}

/**
 * Every customer turn of a conversation, each from what had been said up to it, and their mean.
 * The mean of a separate estimate of satisfaction follows people's verdicts better than the mean of the probabilities,
 * the worst turn or the last one.
 * @returns undefined when the customer said nothing
 */
export function estimateConversation(
  model: SatisfactionModel,
  language: Language,
  turns: readonly DialogueTurn[],
): ConversationEstimate | undefined {
  const own = model.languages[language]
  const estimates = readTurns(turns).map((turn) => turn && estimateTurn(own, turn))
  const said = estimates.filter((estimate) => estimate !== undefined)
  if (said.length === 0) return undefined
  return { satisfaction: said.reduce((sum, turn) => sum + turn.satisfaction, 0) / said.length, turns: estimates }
}

export function estimateTurn(own: LanguageModel, turn: TurnFeatures): { dissatisfied: number; satisfaction: number } {
  return {
    dissatisfied: applyPlatt(own.dissatisfaction.platt, scoreTurn(own, own.dissatisfaction, turn)),
    satisfaction: Math.min(1, Math.max(0, scoreTurn(own, own.satisfaction, turn))),
  }
}

function scoreTurn(own: LanguageModel, { bias, weights }: Linear, turn: TurnFeatures): number {
  const { ids, values } = rowOf(turn, own.columns, own.standard)
  return ids.reduce((sum, id, i) => sum + (weights[id] as number) * (values[i] as number), bias)
}

interface Part {
  feature: SatisfactionFeature
  /** In log-odds. */
  logit: number
  words?: string[]
}

const WORDS_SHOWN = 3

function contributions(own: LanguageModel, turn: TurnFeatures): Part[] {
  const { weights, platt } = own.dissatisfaction
  const { ids, values } = rowOf(turn, own.columns, own.standard)
  const logits = ids.map((id, i) => platt.slope * (weights[id] as number) * (values[i] as number))
  const byColumn = new Map(ids.map((id, i) => [id, logits[i] as number]))
  const named = NAMED_FEATURES.map((feature, j) => ({ feature, logit: byColumn.get(j) ?? 0 }))
  const spoken = VOICES.map((voice): Part => {
    const grams = [...turn.grams[voice].keys()].map((gram) => ({
      gram,
      logit: byColumn.get(own.columns.get(`${voice}:${gram}`) ?? -1) ?? 0,
    }))
    const logit = grams.reduce((sum, each) => sum + each.logit, 0)
    const words = grams
      .filter((each) => each.logit * logit > 0)
      .sort((a, b) => Math.abs(b.logit) - Math.abs(a.logit))
      .slice(0, WORDS_SHOWN)
      .map(({ gram }) => gram)
    return { feature: `wording:${voice}`, logit, words }
  })
  return [...named, ...spoken].filter(({ logit }) => logit !== 0)
}

/** Shares the change of the probability in proportion to the log-odds, so that the reasons add up to it. */
function shareOut(parts: Part[], change: number, probability: number): SatisfactionReason[] {
  const total = parts.reduce((sum, { logit }) => sum + logit, 0)
  // Where the parts cancel out, what each alone would do to the probability near here.
  const rate = Math.abs(total) > 1e-6 ? change / total : probability * (1 - probability)
  return parts
    .map(({ logit, ...part }) => ({ ...part, contribution: logit * rate }))
    .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution))
}
