import stemmers from 'natural/lib/natural/stemmers/index.js'

/** Words and Chinese characters kept for features; a customer's message rarely has more than fifty. */
const MAX_TOKENS = 256
/** Longer runs are not words; stemming and n-grams look at their beginning only. */
const MAX_WORD_LENGTH = 32
const STEM_MEMORY = 20_000

/** The parts of a normalised message that features are made from. */
export interface Tokens {
  /** Words of alphabetic scripts, as written. */
  words: string[]
  /** Their stems, at the same positions. */
  stems: string[]
  /** Runs of Chinese characters. */
  hanRuns: string[]
}

const TOKEN = /(\p{Script=Han}+)|([\p{L}\p{N}]+(?:'\p{L}+)?)|(\p{Extended_Pictographic})/gu
const NOT_LATIN_TAIL = /\p{Script=Han}/u
const LONG_NUMBER = /\d{5,}/

/** Splits a normalised text (see `normalizeText`) into words and runs of Chinese characters. */
export function tokenize(normal: string): Tokens {
  const words: string[] = []
  const hanRuns: string[] = []
  let han = 0
  for (const match of normal.matchAll(TOKEN)) {
    const [token, hanRun] = match
    if (words.length + han >= MAX_TOKENS) break
    if (hanRun !== undefined) {
      const run = hanRun.slice(0, MAX_TOKENS - han)
      hanRuns.push(run)
      han += run.length
    } else if (NOT_LATIN_TAIL.test(token)) splitMixed(token, words, hanRuns)
    else pushWord(token, words)
  }
  return { words, stems: words.map(stem), hanRuns }
}

// `\p{L}` also matches Chinese characters, so "order还没到" comes as one token.
function splitMixed(token: string, words: string[], hanRuns: string[]): void {
  for (const part of token.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? []) {
    if (NOT_LATIN_TAIL.test(part)) hanRuns.push(part.slice(0, MAX_TOKENS))
    else pushWord(part, words)
  }
}

function pushWord(token: string, words: string[]): void {
  // Order and card numbers are all different; what counts is that there is one.
  if (LONG_NUMBER.test(token)) words.push('#number')
  else words.push(token.replaceAll("'", '').slice(0, MAX_WORD_LENGTH))
}

const knownStems = new Map<string, string>()

/** Porter's stem. Remembered, because natural's stemmer takes several microseconds per word. */
export function stem(word: string): string {
  const known = knownStems.get(word)
  if (known !== undefined) return known
  const found = /^[a-z]+$/.test(word) ? stemmers.PorterStemmer.stem(word) : word
  if (knownStems.size < STEM_MEMORY) knownStems.set(word, found)
  return found
}
