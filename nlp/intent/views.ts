import { type Linear, scoreRows } from './linear.ts'
import { trainNaiveBayes } from './naive-bayes.ts'
import { trainSvm } from './svm.ts'
import type { Corpus } from './vocabulary.ts'
import { learnWeighting, type Weighting, weighRows } from './weighting.ts'

/** Two linear views of the same messages; what one misses the other often sees. Calibration says how to mix them. */
export interface Views {
  weighting: Weighting
  svm: Linear
  naiveBayes: Linear
}

export interface ViewOptions {
  seed: number
  onProgress?(done: number): void
}

const EPOCHS = 10
/** Few examples are often noisy ones: fit them less closely. */
const COST_FEW = 1
const COST_MANY = 3
const MANY_EXAMPLES = 2000

/** Trains both views on the given rows of the corpus. `labels` are by corpus row; -1 is out of scope. */
export function trainViews(
  corpus: Corpus,
  rows: Int32Array,
  labels: Int32Array,
  classes: number,
  options: ViewOptions,
): Views {
  const weighting = learnWeighting(corpus, rows)
  const matrix = weighRows(corpus, rows, weighting)
  const ownLabels = rows.map((row) => labels[row] as number)
  const shape = { classes, features: corpus.vocabulary.hashes.length }
  const naiveBayes = trainNaiveBayes(matrix, ownLabels, shape)
  const svm = trainSvm(matrix, ownLabels, shape, {
    cost: rows.length < MANY_EXAMPLES ? COST_FEW : COST_MANY,
    epochs: EPOCHS,
    seed: options.seed,
    onEpoch: (done) => options.onProgress?.(done),
  })
  return { weighting, svm, naiveBayes }
}

/** What both views say about rows that they were not trained on. */
export interface ViewScores {
  rows: number
  classes: number
  svm: Float32Array
  naiveBayes: Float32Array
  unseen: Float32Array
}

export function scoreViews(views: Views, corpus: Corpus, rows: Int32Array): ViewScores {
  const matrix = weighRows(corpus, rows, views.weighting)
  return {
    rows: rows.length,
    classes: views.svm.bias.length,
    svm: scoreRows(views.svm, matrix),
    naiveBayes: scoreRows(views.naiveBayes, matrix),
    unseen: matrix.unseen,
  }
}
