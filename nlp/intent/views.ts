import { type Linear, scoreRows } from './linear.ts'
import { trainNaiveBayes } from './naive-bayes.ts'
import { columnCount, learnReader, type Reader, readRows } from './reader.ts'
import { trainSvm } from './svm.ts'
import type { Corpus } from './vocabulary.ts'

/** Two linear views of the same messages; what one misses the other often sees. Calibration says how to mix them. */
export interface Views {
  reader: Reader
  svm: Linear
  /** Knows the features only: meaning has negative numbers, which are no counts. */
  naiveBayes: Linear
}

export interface ViewOptions {
  seed: number
  onProgress?(done: number): void
}

const MANY_EXAMPLES = 2000
/** Few examples are often noisy ones: fit them less closely. With many, more passes change nothing one would notice. */
const FEW = { cost: 1, epochs: 15 }
const MANY = { cost: 3, epochs: 6 }

/** Trains both views on the given rows of the corpus. `labels` are by corpus row; -1 is out of scope. */
export function trainViews(
  corpus: Corpus,
  rows: Int32Array,
  labels: Int32Array,
  classes: number,
  options: ViewOptions,
): Views {
  const reader = learnReader(corpus, rows)
  const { plain, full } = readRows(reader, corpus, rows)
  const ownLabels = rows.map((row) => labels[row] as number)
  const naiveBayes = trainNaiveBayes(plain, ownLabels, { classes, features: corpus.vocabulary.hashes.length })
  const svm = trainSvm(
    full,
    ownLabels,
    { classes, features: columnCount(corpus) },
    {
      ...(rows.length < MANY_EXAMPLES ? FEW : MANY),
      seed: options.seed,
      onEpoch: (done) => options.onProgress?.(done),
    },
  )
  return { reader, svm, naiveBayes }
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
  const { plain, full } = readRows(views.reader, corpus, rows)
  return {
    rows: rows.length,
    classes: views.svm.bias.length,
    svm: scoreRows(views.svm, full),
    naiveBayes: scoreRows(views.naiveBayes, plain),
    unseen: plain.unseen,
  }
}
