import { soundOf } from '../language/pinyin.ts'
import { hashText, mix } from './hash.ts'
import { type Tokens, tokenize } from './tokens.ts'

/**
 * Features come in blocks; each block is normalised on its own and has its own weight,
 * so that the many letter n-grams do not drown the few words.
 */
export const BLOCKS = ['words', 'letters', 'han', 'hanPairs', 'sounds'] as const
export const BLOCK_WEIGHTS: readonly number[] = [1, 0.85, 1, 0.6, 0.4]

/** What a feature is made of; the number salts its hash, so that the kinds never meet. */
const STEM = 1
const STEM_BIGRAM = 2
const STEM_PAIR = 3
const LETTERS = 4
const HAN = 5
const HAN_BIGRAM = 6
const HAN_PAIR = 7
const SOUND_BIGRAM = 8
const BLOCK_OF: readonly number[] = [0, 0, 0, 0, 1, 2, 2, 3, 4]
/** Stands for what is before the first and after the last word. */
const EDGE = 9

const SHORTEST_GRAM = 2
const LONGEST_GRAM = 5
/** Pairs are taken within this distance: all pairs of a short message, not the square of a long one. */
const PAIR_WINDOW = 24

/** The features of one message, before any weighting. Repeated features repeat. */
export interface Features {
  /** 32-bit unsigned. */
  hash: number[]
  /** Place in `BLOCKS`. */
  block: number[]
  /** What the i-th feature looks like to a person. */
  label(i: number): string
}

type Add = (hash: number, kind: number, from: number, to: number) => void

/** All features of a normalised text (see `normalizeText`). */
export function extractFeatures(normal: string): Features {
  const tokens = tokenize(normal)
  const chars = tokens.hanRuns.flatMap((run) => [...run])
  const hash: number[] = []
  const block: number[] = []
  // Labels are wanted for a handful of features only: kept as three numbers until then.
  const origin: number[] = []
  const add: Add = (value, kind, from, to) => {
    hash.push(mix(value, kind))
    block.push(BLOCK_OF[kind] as number)
    origin.push(kind, from, to)
  }
  addStems(tokens.stems, add)
  for (const [at, word] of tokens.words.entries()) addLetters(word, at, add)
  addHan(tokens.hanRuns, chars, add)
  return {
    hash,
    block,
    label: (i) => describe(tokens, chars, origin[3 * i] ?? 0, origin[3 * i + 1] ?? 0, origin[3 * i + 2] ?? 0),
  }
}

function addStems(stems: string[], add: Add): void {
  const ids = stems.map(hashText)
  let before = EDGE
  for (const [i, id] of ids.entries()) {
    add(id, STEM, i, i)
    add(mix(before, id), STEM_BIGRAM, i - 1, i)
    before = id
    addPairs(ids, i, STEM_PAIR, add)
  }
  if (ids.length > 0) add(mix(before, EDGE), STEM_BIGRAM, ids.length - 1, ids.length)
}

// Unordered: "refund my order" and "my order, refund" share their pairs.
function addPairs(ids: number[], i: number, kind: number, add: Add): void {
  const id = ids[i] as number
  const end = Math.min(ids.length, i + 1 + PAIR_WINDOW)
  for (let j = i + 1; j < end; j++) {
    const other = ids[j] as number
    add(mix(Math.min(id, other), Math.max(id, other)), kind, i, j)
  }
}

function addLetters(word: string, at: number, add: Add): void {
  const padded = ` ${word} `
  for (let start = 0; start < padded.length; start++) {
    let hash = 0
    const end = Math.min(padded.length, start + LONGEST_GRAM)
    for (let i = start; i < end; i++) {
      hash = mix(hash, padded.charCodeAt(i))
      const length = i - start + 1
      if (length >= SHORTEST_GRAM) add(hash, LETTERS, at, start * (LONGEST_GRAM + 1) + length)
    }
  }
}

function addHan(runs: string[], chars: string[], add: Add): void {
  const ids = chars.map(hashText)
  const sounds = chars.map((char) => hashText(soundOf(char)))
  let start = 0
  for (const run of runs) {
    const end = start + [...run].length
    for (let i = start; i < end; i++) {
      const id = ids[i] as number
      add(id, HAN, i, i)
      add(mix(i === start ? EDGE : (ids[i - 1] as number), id), HAN_BIGRAM, i === start ? -1 : i - 1, i)
      addPairs(ids, i, HAN_PAIR, add)
      if (i > start) add(mix(sounds[i - 1] as number, sounds[i] as number), SOUND_BIGRAM, i - 1, i)
    }
    add(mix(ids[end - 1] as number, EDGE), HAN_BIGRAM, end - 1, chars.length)
    start = end
  }
}

function describe(tokens: Tokens, chars: string[], kind: number, from: number, to: number): string {
  if (kind === LETTERS) {
    const start = Math.floor(to / (LONGEST_GRAM + 1))
    return `"${` ${tokens.words[from] ?? ''} `.slice(start, start + (to % (LONGEST_GRAM + 1)))}"`
  }
  const parts = kind < LETTERS ? tokens.stems : chars
  if (kind === STEM || kind === HAN) return parts[from] ?? ''
  const [first, second] = [parts[from] ?? '^', parts[to] ?? '$']
  if (kind === STEM_PAIR || kind === HAN_PAIR) return `${first} + ${second}`
  if (kind === SOUND_BIGRAM) return `${soundOf(first)}-${soundOf(second)}`
  return kind === STEM_BIGRAM ? `${first} ${second}` : `${first}${second}`
}
