import { tokenize } from './tokens.ts'

/**
 * Features come in blocks; each block is normalised on its own and has its own weight,
 * so that the many letter n-grams do not drown the few words.
 */
export const BLOCKS = ['words', 'letters', 'han', 'hanPairs'] as const
export type Block = (typeof BLOCKS)[number]
export const BLOCK_WEIGHTS: readonly number[] = [1, 0.85, 1, 0.6]

const WORDS = 0
const LETTERS = 1
const HAN = 2
const HAN_PAIRS = 3

const SHORTEST_GRAM = 2
const LONGEST_GRAM = 5
/** Pairs are taken within this distance: all pairs of a short message, not the square of a long one. */
const PAIR_WINDOW = 24

/** The features of one message, before any weighting; `hash[i]` stands in block `block[i]`. Repeated features repeat. */
export interface Features {
  /** 32-bit unsigned. */
  hash: number[]
  block: number[]
  /** What the i-th feature looks like to a person. */
  label(i: number): string
}

/** All features of a normalised text (see `normalizeText`). */
export function extractFeatures(normal: string): Features {
  const { words, stems, hanRuns } = tokenize(normal)
  const hash: number[] = []
  const block: number[] = []
  const labels: (() => string)[] = []
  const add = (value: number, inBlock: number, label: () => string) => {
    hash.push(value >>> 0)
    block.push(inBlock)
    labels.push(label)
  }
  addWords(stems, add)
  for (const word of words) addLetterGrams(word, add)
  addHan(hanRuns, add)
  return { hash, block, label: (i) => labels[i]?.() ?? '' }
}

type Add = (hash: number, block: number, label: () => string) => void

function addWords(stems: string[], add: Add): void {
  const ids = stems.map((stem) => hashText(stem, 1))
  let before = 2
  for (const [i, id] of ids.entries()) {
    add(id, WORDS, () => `${stems[i]}`)
    add(mix(mix(before, id), 3), WORDS, () => `${stems[i - 1] ?? '^'} ${stems[i]}`)
    before = id
    const last = Math.min(ids.length, i + 1 + PAIR_WINDOW)
    for (let j = i + 1; j < last; j++) {
      const other = ids[j] as number
      add(mix(mix(Math.min(id, other), Math.max(id, other)), 4), WORDS, () => `${stems[i]} + ${stems[j]}`)
    }
  }
  if (ids.length > 0) add(mix(mix(before, 5), 3), WORDS, () => `${stems.at(-1)} $`)
}

function addLetterGrams(word: string, add: Add): void {
  const padded = ` ${word} `
  for (let start = 0; start < padded.length; start++) {
    let hash = 6
    const end = Math.min(padded.length, start + LONGEST_GRAM)
    for (let at = start; at < end; at++) {
      hash = mix(hash, padded.charCodeAt(at))
      const length = at - start + 1
      if (length >= SHORTEST_GRAM) add(mix(hash, length), LETTERS, () => `"${padded.slice(start, start + length)}"`)
    }
  }
}

function addHan(runs: string[], add: Add): void {
  const chars = runs.flatMap((run) => [...run])
  const starts = new Set<number>()
  let position = 0
  for (const run of runs) {
    starts.add(position)
    position += [...run].length
  }
  const ids = chars.map((char) => hashText(char, 7))
  for (const [i, id] of ids.entries()) {
    add(id, HAN, () => `${chars[i]}`)
    const before = starts.has(i) ? 8 : (ids[i - 1] as number)
    add(mix(mix(before, id), 9), HAN, () => `${starts.has(i) ? '^' : chars[i - 1]}${chars[i]}`)
    if (i + 1 === ids.length || starts.has(i + 1)) add(mix(mix(id, 10), 9), HAN, () => `${chars[i]}$`)
    const last = Math.min(ids.length, i + 1 + PAIR_WINDOW)
    for (let j = i + 1; j < last; j++) {
      const other = ids[j] as number
      add(mix(mix(Math.min(id, other), Math.max(id, other)), 11), HAN_PAIRS, () => `${chars[i]}…${chars[j]}`)
    }
  }
}

function hashText(text: string, salt: number): number {
  let hash = salt
  for (let i = 0; i < text.length; i++) hash = mix(hash, text.charCodeAt(i))
  return hash >>> 0
}

// The mixing step of MurmurHash3 (public domain, Austin Appleby) with its final avalanche folded in.
function mix(hash: number, value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0xcc9e2d51)
  mixed = Math.imul((mixed << 15) | (mixed >>> 17), 0x1b873593)
  const joined = hash ^ mixed
  const turned = Math.imul((joined << 13) | (joined >>> 19), 5) + 0xe6546b64
  return (turned ^ (turned >>> 16)) >>> 0
}
