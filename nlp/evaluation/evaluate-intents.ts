import { classify, type IntentModel } from '../intent/model.ts'
import { chooseThreshold, weighGroups } from '../intent/threshold.ts'
import { type TrainingOptions, trainIntentModel } from '../intent/train.ts'
import { areaUnderCurve, expectedCalibrationError, macroF1, multiClassMatthews } from './scores.ts'

export interface LabelledText {
  text: string
  label: string
}

export interface EvaluationInput {
  /** Rows labelled `oosLabel` serve as messages out of scope. */
  train: LabelledText[]
  /** Chooses the threshold, when it has both in-scope and out-of-scope rows; never trained on. */
  validation?: LabelledText[]
  test: LabelledText[]
  oosLabel: string
}

export interface EvaluationOptions extends TrainingOptions {
  /** Milliseconds from any start, for the timings. */
  now(): number
}

/** How well a classifier does on a test set. Shares are 0..1; null where the test set cannot tell. */
export interface IntentEvaluation {
  /** Messages in the test set. */
  examples: number
  /** Needs the model knows. */
  labels: number
  /** Of the in-scope messages, those whose first need is right, nothing rejected. */
  accuracy: number | null
  /** Of the in-scope messages, those whose first need is right and that are not rejected at the threshold. */
  accuracyWithRejection: number | null
  /** Of the out-of-scope messages, those rejected at the threshold. */
  oosRecall: number | null
  /** Area under the ROC curve of the out-of-scope probability. */
  oosAuroc: number | null
  /** Multi-class Matthews correlation at the threshold, out of scope being a class. */
  mcc: number | null
  /** At the threshold, out of scope being a class where it occurs. */
  macroF1: number | null
  /** Expected calibration error of the first need's probability among the needs, over in-scope messages. */
  ece: number | null
  trainMs: number
  /** Time of one classification. */
  latencyMs: { p50: number; p99: number }
  threshold: number
}

/** Trains on `train`, chooses the threshold without looking at `test`, and measures on `test`. */
export function evaluateIntents(input: EvaluationInput, options: EvaluationOptions): IntentEvaluation {
  const { oosLabel } = input
  const startedAt = options.now()
  const model = trainIntentModel(
    {
      examples: input.train.filter((row) => row.label !== oosLabel).map(({ text, label }) => ({ text, need: label })),
      outOfScope: input.train.filter((row) => row.label === oosLabel).map((row) => row.text),
    },
    options,
  )
  const trainMs = options.now() - startedAt
  const threshold = thresholdFrom(model, input.validation ?? [], oosLabel)
  const latencies: number[] = []
  const results = input.test.map(({ text, label }) => {
    const from = options.now()
    const { needs, outOfScope } = classify(model, text)
    latencies.push(options.now() - from)
    const first = needs[0]
    const predicted = first?.need ?? oosLabel
    const confidence = (first?.probability ?? 0) / Math.max(1e-9, 1 - outOfScope)
    return { label, predicted, confidence, outOfScope, decided: outOfScope > threshold ? oosLabel : predicted }
  })
  const inScope = results.filter((result) => result.label !== oosLabel)
  const outside = results.filter((result) => result.label === oosLabel)
  const decisions = results.map(({ label, decided }) => ({ truth: label, predicted: decided }))
  return {
    examples: results.length,
    labels: model.needs.length,
    accuracy: share(inScope, (result) => result.predicted === result.label),
    accuracyWithRejection: share(inScope, (result) => result.decided === result.label),
    oosRecall: share(outside, (result) => result.decided === oosLabel),
    oosAuroc: areaUnderCurve(results.map((one) => ({ score: one.outOfScope, positive: one.label === oosLabel }))),
    mcc: multiClassMatthews(decisions),
    macroF1: macroF1(decisions),
    ece:
      inScope.length === 0
        ? null
        : expectedCalibrationError(
            inScope.map(({ confidence, predicted, label }) => ({ confidence, right: predicted === label })),
          ),
    trainMs,
    latencyMs: { p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99) },
    threshold,
  }
}

function thresholdFrom(model: IntentModel, validation: LabelledText[], oosLabel: string): number {
  const inside = validation.filter((row) => row.label !== oosLabel).length
  const outside = validation.length - inside
  if (inside === 0 || outside === 0) return model.threshold
  const weights = weighGroups(inside, [outside])
  return chooseThreshold(
    validation.map(({ text, label }) => {
      const { needs, outOfScope } = classify(model, text)
      const inScope = label !== oosLabel
      return {
        outOfScope,
        right: needs[0]?.need === label,
        inScope,
        weight: (inScope ? weights.inside : weights.outside[0]) ?? 0,
      }
    }),
  )
}

function share<Item>(items: Item[], holds: (item: Item) => boolean): number | null {
  return items.length === 0 ? null : items.filter(holds).length / items.length
}

/** The value below which the share `at` of the values lies; 0 without values. */
export function quantile(values: number[], at: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(at * sorted.length))] ?? 0
}
