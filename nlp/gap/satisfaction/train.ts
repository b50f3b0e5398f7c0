import { createHash } from 'node:crypto'
import { CandorError, LANGUAGES } from '../../../domain/index.ts'
import { areaUnderCurve, expectedCalibrationError } from '../../evaluation/scores.ts'
import { dealFolds, rowsWhere } from '../../intent/folds.ts'
import { fitLine, meansByConversation, rankingMerit } from './conversation-means.ts'
import { DISSATISFIED_BELOW, type RatedConversation } from './dialogue.ts'
import { applyPlatt, fitPlatt, type Platt } from './fit-platt.ts'
import { fitRidge, type Linear } from './fit-ridge.ts'
import {
  type LanguageManifest,
  type LanguageModel,
  SATISFACTION_FORMAT,
  type SatisfactionMetrics,
  type SatisfactionModel,
} from './model.ts'
import { NAMED_FEATURES, type NamedFeature } from './named-features.ts'
import { priorSatisfaction } from './prior.ts'
import { dotRow, packRows, type Rows, scaleColumns } from './rows.ts'
import { loudnessOf, SETTINGS, type Setting } from './settings.ts'
import { readTurns, rowOf, standardOf, type TurnFeatures, vocabularyOf } from './turn-rows.ts'

const TRAINER = 'candor-satisfaction 2'
const FOLDS = 5
/**
 * How much of the separating score goes into a conversation's figure: none where ratings are graded finely,
 * some where they are coarse.
 */
const BLENDS = [0, 0.5, 1.5]
/** Fewer rated conversations than this tell less than the prior does. */
const FEWEST_CONVERSATIONS = 20

export interface SatisfactionTrainingOptions {
  /** The same conversations and seed give the same model, byte for byte. */
  seed: number
  /** Told now and then: the share done, 0..1, and what is going on. */
  onProgress?(done: number, phase: string): void
}

/** A rated customer turn. */
interface RatedRow {
  conversation: number
  features: TurnFeatures
  satisfaction: number
}

/**
 * Learns from rated conversations, each language by itself. How loud each kind of feature is and how strongly weights
 * are held back is chosen, and the sigmoid fitted, on conversations held out from the fit (5 folds by conversation).
 * A language with fewer than 20 rated conversations, or with ratings of one kind only, keeps the prior.
 * @throws CandorError TRAINING_TOO_LITTLE when no language has enough
 */
export function trainSatisfaction(
  conversations: readonly RatedConversation[],
  options: SatisfactionTrainingOptions,
): SatisfactionModel {
  const model = priorSatisfaction()
  let learned = 0
  for (const language of LANGUAGES) {
    const own = conversations.filter((conversation) => conversation.language === language)
    const rows = ratedRows(own)
    if (!isEnough(rows)) continue
    const { languageModel, manifest } = trainLanguage(own, rows, options)
    model.languages[language] = languageModel
    model.manifest.languages[language] = manifest
    learned += 1
  }
  if (learned === 0) {
    throw new CandorError('TRAINING_TOO_LITTLE', {
      problem: `no language has ${FEWEST_CONVERSATIONS} rated conversations with good and bad turns`,
    })
  }
  return {
    ...model,
    manifest: {
      ...model.manifest,
      formatVersion: SATISFACTION_FORMAT,
      trainedWith: TRAINER,
      kind: 'trained',
      dataHash: createHash('sha256').update(JSON.stringify(conversations)).digest('hex'),
      seed: options.seed,
    },
  }
}

function ratedRows(conversations: readonly RatedConversation[]): RatedRow[] {
  return conversations.flatMap(({ turns }, conversation) => {
    const read = readTurns(turns)
    return turns.flatMap(({ satisfaction }, at) => {
      const features = read[at]
      return features === undefined || satisfaction === null ? [] : [{ conversation, features, satisfaction }]
    })
  })
}

function isEnough(rows: RatedRow[]): boolean {
  const bad = rows.filter((row) => row.satisfaction < DISSATISFIED_BELOW).length
  const rated = new Set(rows.map((row) => row.conversation)).size
  return rated >= FEWEST_CONVERSATIONS && bad > 1 && bad < rows.length - 1
}

interface Targets {
  satisfaction: Float64Array
  /**
   * Satisfaction less half a point for a dissatisfied turn. How low a turn is rated tells more than whether it fell
   * below the line, and the line is what is asked about: together they separate better than either alone.
   */
  separating: Float64Array
  dissatisfied: boolean[]
  conversation: Int32Array
}

function trainLanguage(
  conversations: readonly RatedConversation[],
  rated: RatedRow[],
  options: SatisfactionTrainingOptions,
): { languageModel: LanguageModel; manifest: LanguageManifest } {
  const turns = rated.map((row) => row.features)
  const columns = vocabularyOf(rated)
  const standard = standardOf(turns)
  const dissatisfied = rated.map((row) => row.satisfaction < DISSATISFIED_BELOW)
  const targets: Targets = {
    satisfaction: Float64Array.from(rated, (row) => row.satisfaction),
    separating: Float64Array.from(rated, (row, r) => row.satisfaction - (dissatisfied[r] ? 0.5 : 0)),
    dissatisfied,
    conversation: Int32Array.from(rated, (row) => row.conversation),
  }
  const fold = foldOfRows(targets.conversation, conversations.length, options.seed)

  const known = NAMED_FEATURES.length + columns.size
  const rows = packRows(
    rated.map(({ features, conversation }) => {
      const { ids, values } = rowOf(features, columns, standard)
      return { ids: [...ids, known + conversation], values: [...values, 1] }
    }),
    known + conversations.length,
  )
  const candidates = SETTINGS.map((setting, i) => {
    options.onProgress?.(i / (SETTINGS.length + 1), 'choosing')
    const loudness = loudnessOf(setting, columns, conversations.length)
    const scaled = scaleColumns(rows, loudness)
    return {
      setting,
      loudness,
      separating: holdOut(scaled, targets.separating, fold, setting),
      satisfaction: holdOut(scaled, targets.satisfaction, fold, setting),
    }
  })
  const forTurns = best(candidates, ({ separating }) => auroc(separating, dissatisfied))
  const platt = fitPlatt([...forTurns.separating], dissatisfied)
  const blended = candidates.flatMap((candidate) =>
    BLENDS.map((blend) => {
      const scores = candidate.satisfaction.map((score, r) => score + blend * (candidate.separating[r] as number))
      return { ...candidate, blend, means: meansByConversation(targets.conversation, scores, targets.satisfaction) }
    }),
  )
  const forConversations = best(blended, ({ means }) => rankingMerit(means))
  const line = fitLine(forConversations.means)

  options.onProgress?.(SETTINGS.length / (SETTINGS.length + 1), 'training')
  const { setting: ofConversations, blend } = forConversations
  const blendedTarget = targets.satisfaction.map((value, r) => value + blend * (targets.separating[r] as number))
  const satisfaction = fitLoud(rows, blendedTarget, ofConversations, forConversations.loudness, known)
  const languageModel: LanguageModel = {
    columns,
    standard,
    dissatisfaction: { ...fitLoud(rows, targets.separating, forTurns.setting, forTurns.loudness, known), platt },
    satisfaction: {
      bias: line.offset + line.slope * satisfaction.bias,
      weights: satisfaction.weights.map((weight) => line.slope * weight),
    },
  }
  const held = forTurns.separating
  return {
    languageModel,
    manifest: {
      conversations: new Set(targets.conversation).size,
      turns: rated.length,
      unrated:
        conversations.flatMap(({ turns: all }) => all.filter(({ from }) => from === 'customer')).length - rated.length,
      coefficients: coefficientsOf(languageModel),
      metrics: metricsOf(
        held,
        platt,
        forConversations.means.map(({ score, rated }) => line.offset + line.slope * score - rated),
        targets.dissatisfied,
      ),
    },
  }
}

/** Fits all rows under a setting; the loudness goes into the weights, so that a model knows nothing of it. */
function fitLoud(rows: Rows, target: Float64Array, setting: Setting, loudness: Float64Array, known: number): Linear {
  const all = rowsWhere(rows.count, () => true)
  const { bias, weights } = fitRidge(scaleColumns(rows, loudness), all, target, setting.penalty)
  return { bias, weights: weights.subarray(0, known).map((weight, j) => weight * (loudness[j] as number)) }
}

/** Every turn of a conversation falls into the same fold, or the model would be tested on people it has met. */
function foldOfRows(conversation: Int32Array, conversations: number, seed: number): Int32Array {
  const fold = dealFolds(new Int32Array(conversations), FOLDS, seed)
  return conversation.map((c) => fold[c] as number)
}

/** The score of each row by a fit that had not seen its conversation. */
function holdOut(rows: Rows, targets: Float64Array, fold: Int32Array, { penalty }: Setting): Float64Array {
  const scores = new Float64Array(rows.count)
  for (let f = 0; f < FOLDS; f++) {
    const { bias, weights } = fitRidge(
      rows,
      rowsWhere(rows.count, (row) => fold[row] !== f),
      targets,
      penalty,
    )
    for (const row of rowsWhere(rows.count, (r) => fold[r] === f)) scores[row] = bias + dotRow(rows, row, weights)
  }
  return scores
}

function best<Item>(items: readonly Item[], merit: (item: Item) => number): Item {
  return items.map((item) => ({ item, merit: merit(item) })).reduce((a, b) => (b.merit > a.merit ? b : a)).item
}

/** Of the score of satisfaction: the lower, the more likely dissatisfied. */
function auroc(scores: Float64Array, dissatisfied: boolean[]): number {
  return areaUnderCurve(dissatisfied.map((positive, i) => ({ score: -(scores[i] as number), positive }))) ?? 0.5
}

function coefficientsOf({ standard, dissatisfaction }: LanguageModel): Record<NamedFeature, number> {
  const { platt, weights } = dissatisfaction
  return Object.fromEntries(
    NAMED_FEATURES.map((name, j) => [
      name,
      // `|| 0`: JSON knows no minus zero.
      (platt.slope * (weights[j] as number)) / (standard.spread[j] as number) || 0,
    ]),
  ) as Record<NamedFeature, number>
}

/** @param errors of the mean satisfaction of each held-out conversation */
function metricsOf(held: Float64Array, platt: Platt, errors: number[], dissatisfied: boolean[]): SatisfactionMetrics {
  const judged = dissatisfied.map((right, i) => ({ confidence: applyPlatt(platt, held[i] as number), right }))
  return {
    auroc: areaUnderCurve(judged.map(({ confidence, right }) => ({ score: confidence, positive: right }))),
    brier: judged.reduce((sum, { confidence, right }) => sum + (confidence - Number(right)) ** 2, 0) / judged.length,
    ece: expectedCalibrationError(judged),
    mse: errors.reduce((sum, error) => sum + error * error, 0) / Math.max(1, errors.length),
  }
}
