import type { Evidence, NeedProbability } from '../../domain/index.ts'
import type { ListCase } from '../decision/conformal-set.ts'
import { normalizeText } from '../language/normalize.ts'
import type { ColumnWeights } from './column-weights.ts'
import { explain } from './explain.ts'
import { extractFeatures, type Features } from './features.ts'
import { readWords } from './meaning.ts'
import { outOfScopeProbability, type ScopeModel, scopeSigns } from './out-of-scope.ts'
import { type Reader, readRows } from './reader.ts'
import { softmax } from './softmax.ts'
import type { SparseMatrix } from './sparse.ts'
import { type Corpus, countFeatures, type Vocabulary } from './vocabulary.ts'

/** Raised whenever models of before cannot be read any more; such a model is trained again. */
export const MODEL_FORMAT = 4

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
export interface IntentModel extends ColumnWeights {
  needs: string[]
  /** A message whose out-of-scope probability is above this is best rejected. 0..1, chosen on held-out examples. */
  threshold: number
  manifest: ModelManifest
  vocabulary: Vocabulary
  reader: Reader
  bias: Float32Array
  scope: ScopeModel
  /** Held-out examples that lists to choose from are calibrated on. */
  listCases: ListCase[]
}

export interface Classification {
  /** Every need, most probable first. With `outOfScope` the probabilities sum to 1. */
  needs: NeedProbability[]
  /** 0..1 */
  outOfScope: number
  /** What spoke for (positive) and against the first need, strongest first. */
  why: Evidence[]
}

/** Ranks the needs for a message. Any string is taken; only its first 4,000 units are read. */
export function classify(model: IntentModel, text: string): Classification {
  const normal = normalizeText(text)
  const features = extractFeatures(normal)
  const message = readMessage(model, normal, features)
  const scores = scoreMessage(model, message)
  const probabilities = scores.slice()
  softmax(probabilities)
  const outOfScope = outOfScopeProbability(model.scope, scopeSigns(scores, probabilities, message.unseen[0] as number))
  const needs = model.needs
    .map((need, k) => ({ need, probability: (probabilities[k] as number) * (1 - outOfScope) }))
    .sort((a, b) => b.probability - a.probability)
  return {
    needs,
    outOfScope,
    why: explain(model, features, message, probabilities.indexOf(Math.max(...probabilities))),
  }
}

function readMessage(model: IntentModel, normal: string, features: Features): SparseMatrix {
  const lexicon = model.reader.meaning?.lexicon
  const counts = countFeatures(model.vocabulary, features.hash)
  const corpus: Corpus = {
    vocabulary: model.vocabulary,
    offsets: Int32Array.of(0, counts.size),
    ids: Int32Array.from(counts.keys()),
    counts: Float32Array.from(counts.values()),
    words: lexicon ? readWords(lexicon, [normal]) : [],
    ...(lexicon && { lexicon }),
  }
  return readRows(model.reader, corpus, Int32Array.of(0)).full
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
