import type { Evidence, NeedProbability } from '../../domain/index.ts'
import { normalizeText } from '../language/normalize.ts'
import { extractFeatures, type Features } from './features.ts'
import { outOfScopeProbability, type ScopeModel, scopeSigns } from './out-of-scope.ts'
import { softmax } from './softmax.ts'
import type { SparseMatrix } from './sparse.ts'
import { type Corpus, lookUp, type Vocabulary } from './vocabulary.ts'
import { type Weighting, weighRows } from './weighting.ts'

/** Raised whenever models of before cannot be read any more; such a model is trained again. */
export const MODEL_FORMAT = 1

/** What a model was made from and how good it was then. */
export interface ModelManifest {
  formatVersion: number
  /** Candor's trainer and its version. */
  trainedWith: string
  /** FNV-1a of the training data, in hexadecimal. */
  dataHash: string
  seed: number
  examples: number
  needs: number
  /** Measured on examples held out in turn, 0..1. */
  metrics: { accuracy: number; ece: number; outOfScopeAuroc: number | null }
}

/** A trained classifier. Made by `trainIntentModel` or `deserializeModel`; treat it as unchangeable. */
export interface IntentModel {
  needs: string[]
  /** A message whose out-of-scope probability is above this is best rejected. 0..1, chosen on held-out examples. */
  threshold: number
  manifest: ModelManifest
  vocabulary: Vocabulary
  weighting: Weighting
  /** Weights of feature f for need k: `weights[f * needs + k] * scales[f]`. */
  weights: Int8Array
  scales: Float32Array
  bias: Float32Array
  scope: ScopeModel
}

export interface Classification {
  /** Every need, most probable first. With `outOfScope` the probabilities sum to 1. */
  needs: NeedProbability[]
  /** 0..1 */
  outOfScope: number
  /** What spoke for (positive) and against the first need, strongest first. */
  why: Evidence[]
}

const MOST_EVIDENCE = 8

/** Ranks the needs for a message. Any string is taken; only its first 4,000 units are read. */
export function classify(model: IntentModel, text: string): Classification {
  const features = extractFeatures(normalizeText(text))
  const message = readMessage(model, features)
  const scores = scoreMessage(model, message)
  const probabilities = scores.slice()
  softmax(probabilities)
  const outOfScope = outOfScopeProbability(model.scope, scopeSigns(scores, probabilities, message.unseen[0] as number))
  const needs = model.needs
    .map((need, k) => ({ need, probability: (probabilities[k] as number) * (1 - outOfScope) }))
    .sort((a, b) => b.probability - a.probability)
  return { needs, outOfScope, why: explain(model, features, message, needs[0]?.need ?? '') }
}

function readMessage(model: IntentModel, features: Features): SparseMatrix {
  const counts = new Map<number, number>()
  let unknown = -1
  for (const hash of features.hash) {
    const id = lookUp(model.vocabulary, hash)
    if (id < 0) counts.set(unknown--, 1)
    else counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  const corpus: Corpus = {
    vocabulary: model.vocabulary,
    offsets: Int32Array.of(0, counts.size),
    ids: Int32Array.from(counts.keys()),
    counts: Float32Array.from(counts.values()),
  }
  return weighRows(corpus, Int32Array.of(0), model.weighting)
}

function scoreMessage(model: IntentModel, message: SparseMatrix): Float64Array {
  const classes = model.needs.length
  const scores = Float64Array.from(model.bias)
  const end = message.offsets[1] as number
  for (let at = 0; at < end; at++) {
    const id = message.ids[at] as number
    const value = (message.values[at] as number) * (model.scales[id] as number)
    const from = id * classes
    for (let k = 0; k < classes; k++) scores[k] = (scores[k] as number) + value * (model.weights[from + k] as number)
  }
  return scores
}

// A feature's contribution is told against the mean over all needs: what it adds to every need carries nothing.
function explain(model: IntentModel, features: Features, message: SparseMatrix, need: string): Evidence[] {
  const classes = model.needs.length
  const first = model.needs.indexOf(need)
  const contributions = new Map<number, number>()
  const end = message.offsets[1] as number
  for (let at = 0; at < end; at++) {
    const id = message.ids[at] as number
    const from = id * classes
    let mean = 0
    for (let k = 0; k < classes; k++) mean += (model.weights[from + k] as number) / classes
    const value = (message.values[at] as number) * (model.scales[id] as number)
    contributions.set(id, value * ((model.weights[from + first] as number) - mean))
  }
  const strongest = [...contributions].sort((a, b) => Math.abs(b[1]) - Math.abs(a[1])).slice(0, MOST_EVIDENCE)
  const labels = new Map<number, string>()
  const wanted = new Set(strongest.map(([id]) => id))
  for (const [i, hash] of features.hash.entries()) {
    const id = lookUp(model.vocabulary, hash)
    if (wanted.has(id) && !labels.has(id)) labels.set(id, features.label(i))
  }
  return strongest.map(([id, weight]) => ({ feature: labels.get(id) ?? '', weight }))
}
