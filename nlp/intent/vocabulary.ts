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
  /** -1 for a feature that is not in the vocabulary. */
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

/** In large collections a feature that occurs in one text only is chance; without these a model has half the size. */
const LARGE = 6000

/** Collects the features of normalised texts and gives each an id in order of appearance; -1 marks those left out. */
export function buildCorpus(normalTexts: string[], lexicon?: Lexicon): Corpus {
  // Signed keys: V8 keeps 32-bit signed integers unboxed.
  const known = new Map<number, number>()
  const blocks: number[] = []
  const frequency: number[] = []
  /** Where the feature stands in the text that it was last seen in. */
  const lastAt: number[] = []
  const offsets = new Int32Array(normalTexts.length + 1)
  const ids: number[] = []
  const counts: number[] = []
  for (const [row, text] of normalTexts.entries()) {
    const { hash, block } = extractFeatures(text)
    const start = ids.length
    for (let i = 0; i < hash.length; i++) {
      const key = (hash[i] as number) | 0
      let id = known.get(key)
      if (id === undefined) {
        id = known.size
        known.set(key, id)
        blocks.push(block[i] as number)
        frequency.push(0)
        lastAt.push(-1)
      }
      const last = lastAt[id] as number
      if (last >= start) counts[last] = (counts[last] as number) + 1
      else {
        lastAt[id] = ids.length
        frequency[id] = (frequency[id] as number) + 1
        ids.push(id)
        counts.push(1)
      }
    }
    offsets[row + 1] = ids.length
  }
  const least = normalTexts.length >= LARGE ? 2 : 1
  const hashes = Uint32Array.from(known.keys())
  const kept = Int32Array.from(hashes.keys()).filter((id) => (frequency[id] as number) >= least)
  const places = new Int32Array(hashes.length).fill(-1)
  for (const [place, id] of kept.entries()) places[id] = place
  return {
    vocabulary: createVocabulary(
      Uint32Array.from(kept, (id) => hashes[id] as number),
      Uint8Array.from(kept, (id) => blocks[id] as number),
    ),
    offsets,
    ids: Int32Array.from(ids, (id) => places[id] as number),
    counts: Float32Array.from(counts),
    words: lexicon ? readWords(lexicon, normalTexts) : [],
    ...(lexicon && { lexicon }),
  }
}

/** How often each known feature occurs; every unknown one has a key of its own below 0. */
export function countFeatures(vocabulary: Vocabulary, hashes: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>()
  let unknown = -1
  for (const hash of hashes) {
    const id = lookUp(vocabulary, hash)
    if (id < 0) counts.set(unknown--, 1)
    else counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return counts
}

/** Normalised texts by the features of a vocabulary made from others. */
export function readTexts(vocabulary: Vocabulary, normalTexts: string[], lexicon?: Lexicon): Corpus {
  const counted = normalTexts.map((text) => countFeatures(vocabulary, extractFeatures(text).hash))
  const offsets = new Int32Array(counted.length + 1)
  for (const [row, counts] of counted.entries()) offsets[row + 1] = (offsets[row] as number) + counts.size
  return {
    vocabulary,
    offsets,
    ids: Int32Array.from(counted.flatMap((counts) => [...counts.keys()])),
    counts: Float32Array.from(counted.flatMap((counts) => [...counts.values()])),
    words: lexicon ? readWords(lexicon, normalTexts) : [],
    ...(lexicon && { lexicon }),
  }
}
