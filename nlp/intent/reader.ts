import { appendMeaning, learnMeaning, type Meaning } from './meaning.ts'
import type { SparseMatrix } from './sparse.ts'
import type { Corpus } from './vocabulary.ts'
import { learnWeighting, type Weighting, weighRows } from './weighting.ts'

/** How texts become vectors, learnt from training texts: what their features weigh and, with a lexicon, what their words mean. */
export interface Reader {
  weighting: Weighting
  meaning?: Meaning
}

export function learnReader(corpus: Corpus, rows: Int32Array): Reader {
  const weighting = learnWeighting(corpus, rows)
  if (corpus.lexicon === undefined) return { weighting }
  return { weighting, meaning: learnMeaning(corpus.lexicon, corpus.words, rows) }
}

/** Columns of the vectors: the features that occur in texts, then the dimensions of meaning. */
export function columnCount(corpus: Corpus): number {
  return corpus.vocabulary.hashes.length + (corpus.lexicon?.dimensions ?? 0)
}

/** The rows as vectors twice: by their features alone, and with the meaning beside them. */
export function readRows(
  reader: Reader,
  corpus: Corpus,
  rows: Int32Array,
): { plain: SparseMatrix; full: SparseMatrix } {
  const plain = weighRows(corpus, rows, reader.weighting)
  if (reader.meaning === undefined) return { plain, full: plain }
  const words = Array.from(rows, (row) => corpus.words[row] ?? [])
  return { plain, full: appendMeaning(plain, reader.meaning, words, corpus.vocabulary.hashes.length) }
}
