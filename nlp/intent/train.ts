import { CandorError } from '../../domain/index.ts'
import { areaUnderCurve, expectedCalibrationError } from '../evaluation/scores.ts'
import { normalizeText } from '../language/normalize.ts'
import { fitMix, type Mix } from './calibration.ts'
import { holdOutExamples, holdOutNeeds, judgeHeldOut, type LabelledCorpus } from './cross-fit.ts'
import { type IntentModel, MODEL_FORMAT } from './model.ts'
import { fitScope, outOfScopeProbability } from './out-of-scope.ts'
import { chooseThreshold } from './threshold.ts'
import { trainViews, type Views } from './views.ts'
import { buildCorpus } from './vocabulary.ts'

const TRAINER = 'candor-intents 1'

export interface IntentExample {
  text: string
  need: string
}

export interface TrainingSet {
  examples: IntentExample[]
  /** Messages known to be none of the needs; may be empty. */
  outOfScope: string[]
  /** Titles and other meaningful names per need, used as further examples. */
  titles?: Record<string, string[]>
}

export interface TrainingOptions {
  /** The same data and seed give the same model, byte for byte. */
  seed: number
  /** Told now and then: the share done, 0..1, and what is going on. */
  onProgress?(done: number, phase: string): void
  /** Stops the training between two passes over the data; its reason is thrown. */
  signal?: AbortSignal
}

/**
 * Trains a classifier of needs. Takes time that grows with examples times needs (seconds for 15,000 × 150).
 * @throws CandorError TRAINING_TOO_LITTLE with fewer than two needs, or a need with fewer than two examples
 */
export function trainIntentModel(set: TrainingSet, options: TrainingOptions): IntentModel {
  const data = prepare(set)
  const { needs, labelled } = data
  const report = (from: number, to: number, phase: string) => (done: number) => {
    options.signal?.throwIfAborted()
    options.onProgress?.(from + (to - from) * done, phase)
  }
  const { seed } = options

  const held = holdOutExamples(labelled, { seed, onProgress: report(0, 0.4, 'calibrating') })
  const inScope = held.filter((message) => message.label >= 0)
  const mix = fitMix(inScope)

  const strangers = holdOutNeeds(labelled, { seed, onProgress: report(0.4, 0.7, 'learning what is out of scope') })
  const inside = inScope.map((message) => judgeHeldOut(message, mix))
  const outside = [...held.filter((message) => message.label < 0), ...strangers].map((message) =>
    judgeHeldOut(message, mix),
  )
  const scope = fitScope(
    inside.map((judged) => judged.signs),
    outside.map((judged) => judged.signs),
  )
  const judged = [
    ...inside.map(({ signs, right }) => ({ outOfScope: outOfScopeProbability(scope, signs), right, inScope: true })),
    ...outside.map(({ signs }) => ({ outOfScope: outOfScopeProbability(scope, signs), right: false, inScope: false })),
  ]

  const allRows = Int32Array.from(labelled.labels.keys())
  const onProgress = report(0.7, 1, 'training')
  const views = trainViews(labelled.corpus, allRows, labelled.labels, needs.length, { seed, onProgress })
  return {
    needs,
    threshold: chooseThreshold(judged),
    manifest: {
      formatVersion: MODEL_FORMAT,
      trainedWith: TRAINER,
      dataHash: data.hash,
      seed,
      examples: set.examples.length,
      needs: needs.length,
      metrics: {
        accuracy: inside.filter((one) => one.right).length / Math.max(1, inside.length),
        ece: expectedCalibrationError(inside.map(({ certainty, right }) => ({ confidence: certainty, right }))),
        outOfScopeAuroc: areaUnderCurve(judged.map((one) => ({ score: one.outOfScope, positive: !one.inScope }))),
      },
    },
    vocabulary: labelled.corpus.vocabulary,
    weighting: views.weighting,
    ...mixViews(views, mix),
    scope,
  }
}

function prepare(set: TrainingSet): { needs: string[]; labelled: LabelledCorpus; hash: string } {
  const needs = [...new Set(set.examples.map((example) => example.need))].sort()
  const number = new Map(needs.map((need, k) => [need, k]))
  if (needs.length < 2) {
    throw new CandorError('TRAINING_TOO_LITTLE', { problem: `there are examples for ${needs.length} need(s)` })
  }
  for (const need of needs) {
    if (set.examples.filter((example) => example.need === need).length < 2) {
      throw new CandorError('TRAINING_TOO_LITTLE', { problem: `the need "${need}" has only one example` })
    }
  }
  const examples = [
    ...set.examples.map(({ text, need }) => ({ text: normalizeText(text), label: number.get(need) ?? -1 })),
    ...set.outOfScope.map((text) => ({ text: normalizeText(text), label: -1 })),
  ]
  const names = needs.flatMap((need, label) =>
    [spellOut(need), ...(set.titles?.[need] ?? [])].map((text) => ({ text: normalizeText(text), label })),
  )
  const all = [...examples, ...names]
  return {
    needs,
    labelled: {
      corpus: buildCorpus(all.map(({ text }) => text)),
      labels: Int32Array.from(all, ({ label }) => label),
      classes: needs.length,
      exampleCount: examples.length,
    },
    hash: fingerprint(all.map(({ text, label }) => `${label}\t${text}`).join('\n')),
  }
}

/** The words of a name: `cancel_order`, `cancelOrder` and `Cancel-Order` all say "cancel order". */
function spellOut(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_\-./]+/g, ' ')
}

/** FNV-1a over UTF-16 units, twice with different starts, in hexadecimal: tells data sets apart, keeps no secrets. */
function fingerprint(text: string): string {
  return [0x811c9dc5, 0x01000193]
    .map((start) => {
      let hash = start
      for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
      return (hash >>> 0).toString(16).padStart(8, '0')
    })
    .join('')
}

/** Both views are linear in the same features, so their mix is one linear model; kept in whole numbers -127..127 per feature. */
function mixViews(
  { svm, naiveBayes }: Views,
  mix: Mix,
): { weights: Int8Array; scales: Float32Array; bias: Float32Array } {
  const { classes, stride } = svm.matrix
  const features = svm.matrix.weights.length / stride
  const weights = new Int8Array(features * classes)
  const scales = new Float32Array(features)
  const line = new Float64Array(classes)
  for (let id = 0; id < features; id++) {
    let largest = 0
    for (let k = 0; k < classes; k++) {
      const at = id * stride + k
      const mixed =
        mix.svm * (svm.matrix.weights[at] as number) + mix.naiveBayes * (naiveBayes.matrix.weights[at] as number)
      line[k] = mixed
      largest = Math.max(largest, Math.abs(mixed))
    }
    const scale = largest / 127
    scales[id] = scale
    if (scale > 0) for (let k = 0; k < classes; k++) weights[id * classes + k] = Math.round((line[k] as number) / scale)
  }
  return {
    weights,
    scales,
    bias: svm.bias.map((own, k) => mix.svm * own + mix.naiveBayes * (naiveBayes.bias[k] as number)),
  }
}
