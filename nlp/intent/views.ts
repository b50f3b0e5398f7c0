import type { Mix } from './calibration.ts'
import { type Linear, scoreRows } from './linear.ts'
import { trainNaiveBayes } from './naive-bayes.ts'
import { columnCount, learnReader, type Reader, readRows } from './reader.ts'
import { trainSoftmaxRegression } from './softmax-regression.ts'
import { trainSvm } from './svm.ts'
import type { Corpus } from './vocabulary.ts'

/** Linear views of the same messages; what one misses another often sees. Calibration says how to mix them. */
export interface Views {
  reader: Reader
  /**
   * Support vectors, naive Bayes and, with few examples, softmax regression. Naive Bayes knows the features only:
   * meaning has negative numbers, which are no counts.
   */
  views: { linear: Linear; readsMeaning: boolean }[]
}

/** What the views usually count; calibration starts from here. */
export const USUAL_MIX: Mix = [4, 0.1, 0.5]

export interface ViewOptions {
  seed: number
  onProgress?(done: number): void
}

/** Softmax regression adds nothing to more texts than this but time. */
const THREE_VIEWS_UP_TO = 6000
const MANY_EXAMPLES = 2000
/** Few examples are often noisy ones: fit them less closely. With many, more passes change nothing one would notice. */
const FEW = { svm: { cost: 1, epochs: 15 }, softmax: { epochs: 20 } }
const MANY = { svm: { cost: 3, epochs: 6 }, softmax: { epochs: 10 } }

/** Trains the views on the given rows of the corpus. `labels` are by corpus row; -1 is out of scope. */
export function trainViews(
  corpus: Corpus,
  rows: Int32Array,
  labels: Int32Array,
  classes: number,
  options: ViewOptions,
): Views {
  const { seed } = options
  const reader = learnReader(corpus, rows)
  const { plain, full } = readRows(reader, corpus, rows)
  const ownLabels = rows.map((row) => labels[row] as number)
  const shape = { classes, features: columnCount(corpus) }
  const effort = rows.length < MANY_EXAMPLES ? FEW : MANY
  const svm = trainSvm(full, ownLabels, shape, {
    ...effort.svm,
    seed,
    onEpoch: (done) => options.onProgress?.(done),
  })
  const naiveBayes = trainNaiveBayes(plain, ownLabels, { classes, features: corpus.vocabulary.hashes.length })
  const views = [
    { linear: svm, readsMeaning: true },
    { linear: naiveBayes, readsMeaning: false },
  ]
  if (corpus.offsets.length < THREE_VIEWS_UP_TO) {
    views.push({
      linear: trainSoftmaxRegression(full, ownLabels, shape, { ...effort.softmax, seed }),
      readsMeaning: true,
    })
  }
  return { reader, views }
}

/** What the views say about rows that they were not trained on. */
export interface ViewScores {
  classes: number
  /** Per view, the scores of every row for every class, row after row. */
  scores: Float32Array[]
  unseen: Float32Array
}

export function scoreViews({ reader, views }: Views, corpus: Corpus, rows: Int32Array): ViewScores {
  const { plain, full } = readRows(reader, corpus, rows)
  return {
    classes: views[0]?.linear.bias.length ?? 0,
    scores: views.map(({ linear, readsMeaning }) => scoreRows(linear, readsMeaning ? full : plain)),
    unseen: plain.unseen,
  }
}
