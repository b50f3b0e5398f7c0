import { seededRandom } from '../../../nlp/intent/random.ts'
import type { LabelledMessage } from './candidate.ts'

export interface SyntheticOptions {
  needs: number
  /** Messages to learn from, spread evenly over the needs. */
  examples: number
  /** Messages to measure on; their need is drawn at random. */
  messages: number
  seed: number
}

/** Pseudo-words that all messages share. */
const VOCABULARY = 5_000
/** Words of the vocabulary that a need prefers; needs share words, as "order" and "refund" are shared. */
const TOPIC_WORDS = 12
/** Chance that a word of a message comes from its need's topic and not from everyday talk. */
const TOPIC_SHARE = 0.35
const SHORTEST = 4
const LONGEST = 12
const CONSONANTS = 'bdfgklmnprstvz'
const VOWELS = 'aeiou'

/**
 * Messages in an invented language, for measuring how cost and accuracy grow; the same options give the same messages.
 * Words are drawn by Zipf's law, 35 % of them from the need's topic. A message may hold no topic word, so no classifier reaches 100 %.
 */
export function makeSyntheticMessages(options: SyntheticOptions): {
  train: LabelledMessage[]
  test: LabelledMessage[]
} {
  const random = seededRandom(options.seed)
  const words = makeWords(random)
  const everyday = zipf(VOCABULARY)
  const preferred = zipf(TOPIC_WORDS)
  const topics = Array.from({ length: options.needs }, () =>
    Array.from({ length: TOPIC_WORDS }, () => pick(words, random())),
  )
  const write = (need: number): LabelledMessage => {
    const length = SHORTEST + Math.floor(random() * (LONGEST - SHORTEST + 1))
    const text = Array.from({ length }, () => {
      const topical = random() < TOPIC_SHARE
      const place = draw(topical ? preferred : everyday, random())
      return (topical ? topics[need]?.[place] : words[place]) ?? ''
    }).join(' ')
    return { text, label: `need-${need}` }
  }
  return {
    train: Array.from({ length: options.examples }, (_, index) => write(index % options.needs)),
    test: Array.from({ length: options.messages }, () => write(Math.floor(random() * options.needs))),
  }
}

/** Distinct words of two to four open syllables. */
function makeWords(random: () => number): string[] {
  const words = new Set<string>()
  while (words.size < VOCABULARY) {
    const syllables = 2 + Math.floor(random() * 3)
    words.add(Array.from({ length: syllables }, () => pick(CONSONANTS, random()) + pick(VOWELS, random())).join(''))
  }
  return [...words]
}

function pick(items: ArrayLike<string>, at: number): string {
  return items[Math.floor(at * items.length)] ?? ''
}

/** Cumulated probabilities of ranks under Zipf's law: the n-th is drawn in proportion to 1/n. */
function zipf(ranks: number): number[] {
  const cumulated: number[] = []
  let sum = 0
  for (let rank = 1; rank <= ranks; rank++) {
    sum += 1 / rank
    cumulated.push(sum)
  }
  return cumulated.map((value) => value / sum)
}

/** The first rank whose cumulated probability reaches `at`. */
function draw(cumulated: number[], at: number): number {
  let [low, high] = [0, cumulated.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((cumulated[middle] ?? 1) < at) low = middle + 1
    else high = middle
  }
  return low
}
