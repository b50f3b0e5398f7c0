import { BLOCK_WEIGHTS } from './features.ts'
import type { SparseMatrix } from './sparse.ts'
import type { Corpus } from './vocabulary.ts'

/** Damps the inverse document frequency: with its full power rare words shout down common ones. */
const IDF_POWER = 0.75

/** How much each feature counts, learned from training texts. */
export interface Weighting {
  /** By feature id; 0 for a feature that those texts do not have. */
  idf: Float32Array
  /** The idf of a feature that was never seen. */
  unseenIdf: number
}

/** Learns the weight of every feature from the given rows of the corpus. */
export function learnWeighting(corpus: Corpus, rows: Int32Array): Weighting {
  const frequency = new Int32Array(corpus.vocabulary.hashes.length)
  for (const row of rows) {
    const end = corpus.offsets[row + 1] as number
    for (let at = corpus.offsets[row] as number; at < end; at++) {
      const id = corpus.ids[at] as number
      if (id >= 0) frequency[id] = (frequency[id] as number) + 1
    }
  }
  const idf = new Float32Array(frequency.length)
  for (const [id, df] of frequency.entries()) if (df > 0) idf[id] = idfOf(rows.length, df)
  return { idf, unseenIdf: idfOf(rows.length, 0) }
}

function idfOf(texts: number, df: number): number {
  return (Math.log((1 + texts) / (1 + df)) + 1) ** IDF_POWER
}

/** The given rows of the corpus as weighted vectors of length 1; features without weight are left out. */
export function weighRows(corpus: Corpus, rows: Int32Array, weighting: Weighting): SparseMatrix {
  let most = 0
  for (const row of rows) most += (corpus.offsets[row + 1] as number) - (corpus.offsets[row] as number)
  const matrix: SparseMatrix = {
    rows: rows.length,
    offsets: new Int32Array(rows.length + 1),
    ids: new Int32Array(most),
    values: new Float32Array(most),
    unseen: new Float32Array(rows.length),
  }
  const { blocks } = corpus.vocabulary
  let size = 0
  for (const [place, row] of rows.entries()) {
    const start = size
    let unseen = 0
    let seen = 0
    const end = corpus.offsets[row + 1] as number
    for (let at = corpus.offsets[row] as number; at < end; at++) {
      const id = corpus.ids[at] as number
      const idf = id < 0 ? 0 : (weighting.idf[id] as number)
      const repeated = 1 + Math.log(corpus.counts[at] as number)
      if (idf === 0) unseen += repeated * weighting.unseenIdf
      else {
        matrix.ids[size] = id
        matrix.values[size] = repeated * idf
        seen += repeated * idf
        size += 1
      }
    }
    normalizeBlocks(matrix, start, size, blocks)
    matrix.offsets[place + 1] = size
    matrix.unseen[place] = unseen === 0 ? 0 : unseen / (unseen + seen)
  }
  return matrix
}

// Each block to length 1, then weighted, then the whole to length 1.
function normalizeBlocks(matrix: SparseMatrix, start: number, end: number, blocks: Uint8Array): void {
  const { ids, values } = matrix
  const squares = BLOCK_WEIGHTS.map(() => 0)
  for (let at = start; at < end; at++) {
    const block = blocks[ids[at] as number] as number
    squares[block] = (squares[block] as number) + (values[at] as number) ** 2
  }
  let whole = 0
  for (const [block, square] of squares.entries()) if (square > 0) whole += (BLOCK_WEIGHTS[block] as number) ** 2
  const factors = squares.map((square, block) => (BLOCK_WEIGHTS[block] as number) / Math.sqrt(square * whole || 1))
  for (let at = start; at < end; at++) {
    values[at] = (values[at] as number) * (factors[blocks[ids[at] as number] as number] as number)
  }
}
