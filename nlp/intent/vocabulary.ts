import type { Lexicon } from '../lexicon/lexicon.ts'
import { extractFeatures } from './features.ts'
import { readWords } from './meaning.ts'

/** The features known to a model: each hash has an id, its place in `hashes`. */
export interface Vocabulary {
  hashes: Uint32Array
  /** Block of each feature, see features.ts. */
  blocks: Uint8Array
  /** Open addressing by hash; holds id + 1, 0 is free. The length is a power of two. */
  table: Int32Array
}

/** Texts as lists of distinct feature ids with how often each occurs. */
export interface Corpus {
  vocabulary: Vocabulary
  offsets: Int32Array
  ids: Int32Array
  counts: Float32Array
  lexicon?: Lexicon
  /** Per text the ids of its words in the lexicon; empty without one. */
  words: number[][]
}

export function createVocabulary(hashes: Uint32Array, blocks: Uint8Array): Vocabulary {
  const table = new Int32Array(2 ** Math.ceil(Math.log2(hashes.length * 2 + 2)))
  const mask = table.length - 1
  for (let id = 0; id < hashes.length; id++) {
    let slot = (hashes[id] as number) & mask
    while (table[slot] !== 0) slot = (slot + 1) & mask
    table[slot] = id + 1
  }
  return { hashes, blocks, table }
}

/** The id of a feature, or -1 when the model never saw it. */
export function lookUp(vocabulary: Vocabulary, hash: number): number {
  const { hashes, table } = vocabulary
  const mask = table.length - 1
  for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
    const id = (table[slot] as number) - 1
    if (id < 0 || hashes[id] === hash) return id
  }
}

/** Collects the features of normalised texts and gives each an id in order of appearance. */
export function buildCorpus(normalTexts: string[], lexicon?: Lexicon): Corpus {
  const known = new Map<number, number>()
  const blocks: number[] = []
  const offsets = new Int32Array(normalTexts.length + 1)
  const ids: number[] = []
  const counts: number[] = []
  for (const [row, text] of normalTexts.entries()) {
    const features = extractFeatures(text)
    const found = new Map<number, number>()
    for (const [i, hash] of features.hash.entries()) {
      let id = known.get(hash)
      if (id === undefined) {
        id = known.size
        known.set(hash, id)
        blocks.push(features.block[i] as number)
      }
      found.set(id, (found.get(id) ?? 0) + 1)
    }
    for (const [id, count] of found) {
      ids.push(id)
      counts.push(count)
    }
    offsets[row + 1] = ids.length
  }
  const vocabulary = createVocabulary(Uint32Array.from(known.keys()), Uint8Array.from(blocks))
  return {
    vocabulary,
    offsets,
    ids: Int32Array.from(ids),
    counts: Float32Array.from(counts),
    words: lexicon ? readWords(lexicon, normalTexts) : [],
    ...(lexicon && { lexicon }),
  }
}
