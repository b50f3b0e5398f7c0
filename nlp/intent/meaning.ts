import { type Lexicon, wordIds } from '../lexicon/lexicon.ts'
import type { SparseMatrix } from './sparse.ts'
import { tokenize } from './tokens.ts'

/** How much the meaning of the words counts beside the words themselves (1). */
const MEANING_WEIGHT = 0.5
/** Words of every second message ("the", "my") say little about what it means. */
const COMMON = 60

/** What the lexicon's words weigh in this company's messages, learnt from the training texts. */
export interface Meaning {
  lexicon: Lexicon
  /** By word id, 0..1. */
  damping: Float32Array
  /** Mean of the training texts' vectors: what all messages share tells nothing. */
  mean: Float32Array
}

/** Ids of the lexicon's words in each normalised text. */
export function readWords(lexicon: Lexicon, normalTexts: string[]): number[][] {
  return normalTexts.map((text) => {
    const { stems, hanRuns } = tokenize(text)
    return wordIds(lexicon, stems, hanRuns)
  })
}

export function learnMeaning(lexicon: Lexicon, words: number[][], rows: Int32Array): Meaning {
  const damping = new Float32Array(lexicon.size)
  for (const row of rows) for (const id of new Set(words[row])) damping[id] = (damping[id] as number) + 1
  for (let id = 0; id < damping.length; id++) {
    damping[id] = 1 / (1 + (COMMON * (damping[id] as number)) / Math.max(1, rows.length))
  }
  const meaning: Meaning = { lexicon, damping, mean: new Float32Array(lexicon.dimensions) }
  const sum = new Float32Array(lexicon.dimensions)
  for (const row of rows) addWords(meaning, words[row] ?? [], sum)
  meaning.mean = sum.map((value) => value / Math.max(1, rows.length))
  return meaning
}

/** The meaning of a message: a vector of length 1, or 0 when no word is known. */
export function meaningOf(meaning: Meaning, words: number[]): Float32Array {
  const vector = new Float32Array(meaning.lexicon.dimensions)
  if (words.length === 0) return vector
  addWords(meaning, words, vector)
  let square = 0
  for (let j = 0; j < vector.length; j++) {
    const own = (vector[j] as number) - (meaning.mean[j] as number)
    vector[j] = own
    square += own * own
  }
  const length = Math.sqrt(square) || 1
  return vector.map((value) => value / length)
}

function addWords(meaning: Meaning, words: number[], target: Float32Array): void {
  for (const id of words) meaning.lexicon.addVector(id, meaning.damping[id] as number, target)
}

/** The rows with the meaning's dimensions as further columns, from `firstId` on; length 1 again. */
export function appendMeaning(
  sparse: SparseMatrix,
  meaning: Meaning,
  words: number[][],
  firstId: number,
): SparseMatrix {
  const { dimensions } = meaning.lexicon
  const size = sparse.offsets[sparse.rows] as number
  const joined: SparseMatrix = {
    ...sparse,
    offsets: new Int32Array(sparse.rows + 1),
    ids: new Int32Array(size + sparse.rows * dimensions),
    values: new Float32Array(size + sparse.rows * dimensions),
  }
  const shrink = 1 / Math.hypot(1, MEANING_WEIGHT)
  let at = 0
  for (let row = 0; row < sparse.rows; row++) {
    for (let from = sparse.offsets[row] as number; from < (sparse.offsets[row + 1] as number); from++) {
      joined.ids[at] = sparse.ids[from] as number
      joined.values[at] = (sparse.values[from] as number) * shrink
      at += 1
    }
    for (const [j, value] of meaningOf(meaning, words[row] ?? []).entries()) {
      if (value === 0) continue
      joined.ids[at] = firstId + j
      joined.values[at] = value * MEANING_WEIGHT * shrink
      at += 1
    }
    joined.offsets[row + 1] = at
  }
  return joined
}
