import { areaUnderCurve, expectedCalibrationError } from '../evaluation/scores.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { fitMix, type Mix, meanSurprise, mixScores } from './calibration.ts'
import { type ColumnWeights, columnMeans } from './column-weights.ts'
import { holdOutExamples, holdOutNeeds, isSmall, judgeHeldOut, type LabelledCorpus } from './cross-fit.ts'
import { listCases } from './list-cases.ts'
import { type IntentModel, MODEL_FORMAT, type ModelManifest } from './model.ts'
import { fitScope, outOfScopeProbability } from './out-of-scope.ts'
import { columnCount } from './reader.ts'
import { chooseThreshold, weighGroups } from './threshold.ts'
import { prepareTrainingSet, type TrainingSet } from './training-set.ts'
import { trainViews, USUAL_MIX, type Views } from './views.ts'

const TRAINER = 'candor-intents 1'

export interface TrainingOptions {
  /** The same data and seed give the same model, byte for byte. */
  seed: number
  /** Told now and then: the share done, 0..1, and what is going on. */
  onProgress?(done: number, phase: string): void
  /** Stops the training between two passes over the data; its reason is thrown. */
  signal?: AbortSignal
  /** What words mean; the model carries it along. Without it words are known only as they are written. */
  lexicon?: Lexicon
}

/**
 * Trains a classifier of needs. Takes time that grows with examples times needs (seconds for 15,000 × 150).
 * @throws CandorError TRAINING_TOO_LITTLE with fewer than two needs, or a need with fewer than two examples
 */
export function trainIntentModel(set: TrainingSet, options: TrainingOptions): IntentModel {
  const { needs, labelled, hash } = prepareTrainingSet(set, options.lexicon)
  const report = (from: number, to: number, phase: string) => (done: number) => {
    options.signal?.throwIfAborted()
    options.onProgress?.(from + (to - from) * done, phase)
  }
  const { seed } = options

  const { corpus, held, mix } = chooseCorpus(labelled, seed, report(0, 0.4, 'calibrating'))
  const chosen = { ...labelled, corpus }
  const strangers = holdOutNeeds(chosen, { seed, onProgress: report(0.4, 0.7, 'learning what is out of scope') })
  const groups = [held.filter((one) => one.label >= 0), held.filter((one) => one.label < 0), strangers]
  const [inside, ...outside] = groups.map((messages) => messages.map((message) => judgeHeldOut(message, mix)))
  const judged = weighTogether(inside ?? [], outside)
  const scope = fitScope(judged)
  const decided = judged.map((one) => ({ ...one, outOfScope: outOfScopeProbability(scope, one.signs) }))

  const allRows = Int32Array.from(labelled.labels.keys())
  const onProgress = report(0.7, 1, 'training')
  const views = trainViews(corpus, allRows, labelled.labels, needs.length, {
    seed,
    onProgress,
  })
  return {
    needs,
    threshold: chooseThreshold(decided),
    manifest: {
      formatVersion: MODEL_FORMAT,
      trainedWith: TRAINER,
      dataHash: hash,
      seed,
      examples: set.examples.length,
      needs: needs.length,
      metrics: measure(decided),
    },
    vocabulary: corpus.vocabulary,
    reader: views.reader,
    ...mixViews(views, mix, columnCount(corpus)),
    scope,
    listCases: listCases(held, { mix, scope, needs, texts: set.examples.map(({ text }) => text) }),
  }
}

/** Scores held-out examples with and without the lexicon, and keeps the lexicon where it helps. */
function chooseCorpus(labelled: LabelledCorpus, seed: number, onProgress: (done: number) => void) {
  const { lexicon, ...plain } = labelled.corpus
  // Small sets are asked whether the lexicon helps them; it has helped every large one.
  const asks = lexicon !== undefined && isSmall(labelled)
  const attempts = (asks ? [labelled.corpus, plain] : [labelled.corpus]).map((corpus, i, all) => {
    const share = (done: number) => onProgress((i + done) / all.length)
    const held = holdOutExamples({ ...labelled, corpus }, { seed, onProgress: share })
    const inScope = held.filter((message) => message.label >= 0)
    const mix = fitMix(inScope, USUAL_MIX.slice(0, inScope[0]?.scores.length))
    const right = inScope.filter((message) => judgeHeldOut(message, mix).right).length
    return { corpus, held, mix, right, surprise: meanSurprise(mix, inScope) }
  })
  // The simpler one of two that look alike: the lexicon has to be better in both.
  return attempts.reduce((full, simple) =>
    simple.right >= full.right || simple.surprise < full.surprise ? simple : full,
  )
}

type Verdict = ReturnType<typeof judgeHeldOut>

function weighTogether(inside: Verdict[], outside: Verdict[][]) {
  const weights = weighGroups(
    inside.length,
    outside.map((group) => group.length),
  )
  return [
    ...inside.map((one) => ({ ...one, inScope: true, weight: weights.inside })),
    ...outside.flatMap((group, g) =>
      group.map((one) => ({ ...one, right: false, inScope: false, weight: weights.outside[g] ?? 0 })),
    ),
  ]
}

function measure(decided: (Verdict & { inScope: boolean; outOfScope: number })[]): ModelManifest['metrics'] {
  const inside = decided.filter((one) => one.inScope)
  return {
    accuracy: inside.filter((one) => one.right).length / Math.max(1, inside.length),
    ece: expectedCalibrationError(inside.map(({ certainty, right }) => ({ confidence: certainty, right }))),
    outOfScopeAuroc: areaUnderCurve(decided.map((one) => ({ score: one.outOfScope, positive: !one.inScope }))),
  }
}

/** The views are linear in the same columns, so their mix is one linear model; kept in whole numbers -127..127 per column. */
function mixViews({ views }: Views, mix: Mix, columns: number): ColumnWeights & { bias: Float32Array } {
  const classes = views[0]?.linear.bias.length ?? 0
  const weights = new Int8Array(columns * classes)
  const scales = new Float32Array(columns)
  const line = new Float64Array(classes)
  for (let id = 0; id < columns; id++) {
    line.fill(0)
    for (const [v, { linear }] of views.entries()) {
      const { weights: own, stride } = linear.matrix
      // Naive Bayes has no columns for meaning, which come last.
      if (id * stride >= own.length) continue
      const share = mix[v] as number
      for (let k = 0; k < classes; k++) line[k] = (line[k] as number) + share * (own[id * stride + k] as number)
    }
    let largest = 0
    for (let k = 0; k < classes; k++) largest = Math.max(largest, Math.abs(line[k] as number))
    if (largest === 0) continue
    const scale = largest / 127
    scales[id] = scale
    for (let k = 0; k < classes; k++) weights[id * classes + k] = Math.round((line[k] as number) / scale)
  }
  const biases = views.map(({ linear }) => linear.bias)
  return { weights, scales, means: columnMeans(weights, columns), bias: Float32Array.from(mixScores(mix, biases)) }
}
