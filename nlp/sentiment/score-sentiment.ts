import sentiment from 'natural/lib/natural/sentiment/index.js'
import stemmers from 'natural/lib/natural/stemmers/index.js'
import { foldTraditional } from '../language/fold-traditional.ts'
import { MAX_TEXT_LENGTH } from '../language/normalize.ts'
import { CHINESE_NEGATIONS, CHINESE_SENTIMENT } from './lexicon-chinese.ts'

const afinn = new sentiment.SentimentAnalyzer('English', stemmers.PorterStemmer, 'afinn')

/** Words that AFINN scores by another sense than the one customers use: "sort", "order", "share", "like to know". */
const NEUTRAL = new Set([
  'like',
  'help',
  'please',
  'want',
  'no',
  'free',
  'share',
  'cancel',
  'shop',
  'gift',
  'number',
  'matter',
])
const NEGATIONS = new Set(['not', 'no', 'never', 'none', 'cannot', 'without', 'hardly'])
const NEGATED_WORDS = 3
const LONGEST_CHINESE_WORD = 5
/** A sum of this size is clear anger or pleasure: it gives 0.76. */
const CLEAR = 5
const EMOJI: ReadonlyMap<string, number> = new Map([
  ...[...'😡🤬💢👿😤'].map((emoji) => [emoji, -4] as const),
  ...[...'😠😢😭👎😞😩😫🙁☹😒💩'].map((emoji) => [emoji, -3] as const),
  ...[...'😕😟🤔😐🙄'].map((emoji) => [emoji, -1] as const),
  ...[...'🙂👌😉'].map((emoji) => [emoji, 2] as const),
  ...[...'😀😃😄😁😊👍🙏😍🥰❤💕🎉😘'].map((emoji) => [emoji, 3] as const),
])

/**
 * How pleased a message sounds, -1 (angry) .. 1 (pleased), 0 when nothing tells. English words by AFINN-165,
 * Chinese by a list of our own, longest word first; negations turn, exclamation marks and capitals strengthen.
 *
 * @param text bounded and well-formed (see `boundText`)
 */
export function scoreSentiment(text: string): number {
  const plain = foldTraditional(text.normalize('NFKC').slice(0, MAX_TEXT_LENGTH))
  const sum = scoreEnglish(plain) + scoreChinese(plain) + scoreEmoji(plain)
  const marks = Math.min(3, (plain.match(/[!！]/g) ?? []).length)
  const shouting = /[A-Z]{4,}/.test(plain) && !/[a-z]/.test(plain)
  const loudness = 1 + 0.15 * marks + (shouting ? 0.3 : 0)
  const score = Math.tanh((sum * loudness) / CLEAR)
  return shouting && sum === 0 && plain.length > 10 ? -0.2 : score
}

function scoreEnglish(text: string): number {
  let sum = 0
  let negatedFor = 0
  for (const [word] of text.toLowerCase().matchAll(/[a-z]+(?:['\u2019][a-z]+)?/g)) {
    if (NEGATIONS.has(word) || word.endsWith("n't") || word.endsWith('n\u2019t')) {
      negatedFor = NEGATED_WORDS
      continue
    }
    const score = NEUTRAL.has(word) || word.length > 30 ? 0 : afinn.getSentiment([word])
    // "not bad" is not praise, and "not good" is as bad as bad: a negation turns and softens praise less than blame.
    sum += negatedFor > 0 ? (score > 0 ? -0.8 * score : -0.4 * score) : score
    negatedFor = Math.max(0, negatedFor - 1)
  }
  return sum
}

function scoreChinese(text: string): number {
  let sum = 0
  for (const [run] of text.matchAll(/\p{Script=Han}+/gu)) {
    for (let at = 0; at < run.length; ) {
      const word = longestWord(run, at)
      const score = CHINESE_SENTIMENT.get(word) ?? 0
      const before = run.slice(Math.max(0, at - 3), at)
      const negated = score !== 0 && CHINESE_NEGATIONS.some((negation) => before.endsWith(negation))
      sum += negated ? (score > 0 ? -0.8 * score : -0.4 * score) : score
      at += Math.max(1, word.length)
    }
  }
  return sum
}

function longestWord(run: string, at: number): string {
  for (let length = LONGEST_CHINESE_WORD; length > 0; length--) {
    const word = run.slice(at, at + length)
    if (CHINESE_SENTIMENT.has(word)) return word
  }
  return ''
}

function scoreEmoji(text: string): number {
  let sum = 0
  for (const char of text) sum += EMOJI.get(char) ?? 0
  return Math.max(-10, Math.min(10, sum))
}
