import {
  isFirstName,
  isOrdinary,
  isOrdinaryPhrase,
  isPinyinFamily,
  isWordyFirstName,
  maybeName,
} from './latin-name-words.ts'
import type { PersonalSpan } from './span.ts'

/**
 * Names of persons in Latin letters: where somebody is introduced, greeted, signed or spoken of, with or without capitals;
 * elsewhere known first names, and two capitalised words that are no words of the dictionary.
 */
export function findLatinNames(text: string): PersonalSpan[] {
  const words = wordsOf(text)
  const spans: PersonalSpan[] = []
  for (let i = 0; i < words.length; ) {
    const length = nameLength(words, i, text)
    if (length === 0) {
      i += 1
      continue
    }
    const titled = TITLE.test(words[i - 1]?.text ?? '') && words[i]?.joined ? 1 : 0
    const last = words[i + length - 1] as Word
    spans.push({
      kind: 'person',
      start: (words[i - titled] as Word).start,
      end: last.end - (/['’]s$/i.test(last.text) ? 2 : 0),
    })
    i += length
  }
  return spans
}

interface Word {
  text: string
  start: number
  end: number
  /** Only a space (or an initial's dot) stands between it and the word before. */
  joined: boolean
  /** A sentence, a line or the message begins with it. */
  opens: boolean
  /** Followed by the end of the message, of the line or of the sentence, a comma or a bracket. */
  closes: boolean
}

const WORD =
  /\p{Script=Latin}[\p{Script=Latin}\p{M}]{0,39}(?:['’-]\p{Script=Latin}[\p{Script=Latin}\p{M}]{0,39}){0,3}/gu
const MOST_WORDS = 1500

function wordsOf(text: string): Word[] {
  const words: Word[] = []
  for (const { index: start, 0: word } of text.matchAll(WORD)) {
    if (words.length === MOST_WORDS) break
    const end = start + word.length
    const before = text[start - 1] ?? ''
    const after = text[end] ?? ''
    // Part of a code, an e-mail address or a link.
    if (/[\d@_#/\\]/.test(before) || /[\d@_\\]/.test(after)) continue
    const gap = text.slice(words.at(-1)?.end ?? 0, start)
    const last = words.at(-1)?.text ?? ''
    const joined =
      words.length > 0 &&
      (/^[ \u00a0]$/.test(gap) ||
        (gap === '. ' && (last.length === 1 || TITLE.test(last))) ||
        (gap === '.' && last.length === 1))
    const opens = words.length === 0 || /[.!?\n:;,("“「（，。：—–-]\s*$/.test(gap) || /\p{Script=Han}$/u.test(gap)
    words.push({
      text: word,
      start,
      end,
      joined,
      opens,
      closes: /^\s*(?:$|[.,!?;:\n)\]"”(/（，。！？：–—\d+]|<| - |\p{Script=Han})/u.test(text.slice(end, end + 4)),
    })
  }
  return words
}

const TITLE = /^(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|madam|herr|frau|monsieur|madame|señora?)$/i
const PARTICLE = /^(?:van|von|de|der|den|del|della|da|di|dos|du|la|le|el|al|bin|ibn|ter|zu|y|e|san|st|o)$/i

/** How many words from the i-th on are a name. 0: none begins there. */
function nameLength(words: readonly Word[], i: number, text: string): number {
  const word = words[i] as Word
  if (isCapital(word)) return capitalLength(words, i, text)
  return lowerLength(words, i)
}

function capitalLength(words: readonly Word[], i: number, text: string): number {
  const word = words[i] as Word
  const run = capitalRun(words, i)
  const expected = expectation(words, i)
  const texts = words.slice(i, i + run).map(({ text }) => text)
  const strange = texts.every((text) => !isOrdinary(text)) && !isOrdinaryPhrase(texts)
  if (run === 0) return 0
  const leads = isProper(word.text) || word.text.length === 1
  if (expected === 'surely') {
    if (word.text.length === 1 && run === 1) return 0
    return TITLE.test(words[i - 1]?.text ?? '') ||
      !isOrdinary(word.text) ||
      (run > 1 && maybeName(words[i + 1]?.text ?? ''))
      ? run
      : 0
  }
  if (word.joined && PLACE_PREFIX.test(words[i - 1]?.text ?? '')) return 0
  const product = DETERMINER.test(words[i - 1]?.text ?? '') && word.joined && !(words[i + run - 1] as Word).closes
  if (product || isShouted(words, i, run)) return 0
  if (expected === 'maybe' && leads && !isOrdinary(word.text)) return run
  if (isFirstName(word.text) && strange && (run > 1 || isLikelyPerson(words, i))) return run
  if (run > 1 && word.text.length === 1) return strange ? run : 0
  if (run > 1 && strange && words.slice(i, i + run).every(({ text }) => isProper(text))) return run
  if (run > 1 && maybeName(word.text) && words.slice(i + 1, i + run).every(({ text }) => !isOrdinary(text))) return run
  if (run > 1 && !word.opens && isWordyFirstName(word.text) && maybeName(words[i + 1]?.text ?? '')) return run
  // Nothing else stands in its line, or it is the last line.
  const alone = word.opens && (words[i + run - 1] as Word).closes
  const lineStart = text.lastIndexOf('\n', word.start - 1) + 1
  const lineEnd = text.indexOf('\n', word.start)
  const line = text.slice(lineStart, lineEnd < 0 ? text.length : lineEnd)
  const whole = line.trim().replace(/[.,!]$/, '').length === (words[i + run - 1] as Word).end - word.start
  return alone && whole && strange && (run > 1 || lineStart > 0) ? run : 0
}

const PLACE_PREFIX = /^(?:San|Santa|Los|Las|Saint|St|New|Fort|Port|Mount|Lake)$/
const DETERMINER = /^(?:the|a|an|your|this|these|those|any|another)$/i

/** A known first name by itself: not "the Emily dress". */
function isLikelyPerson(words: readonly Word[], i: number): boolean {
  return !DETERMINER.test(words[i - 1]?.text ?? '')
}

/** In a message all in capitals they say nothing. */
function isShouted(words: readonly Word[], i: number, run: number): boolean {
  const inside = words.slice(i, i + run)
  if (!inside.every(({ text }) => text === text.toUpperCase())) return false
  return !inside.some(({ text }) => isFirstName(text) || isPinyinFamily(text))
}

function isCapital({ text }: Word): boolean {
  return /^\p{Lu}/u.test(text)
}

/** One capital and the rest small, or several joined by hyphen or apostrophe, or with a prefix: `McDonald`. */
function isProper(text: string): boolean {
  return /^(?:\p{Lu}[\p{Ll}\p{M}]+|(?:O|D|L)['’]\p{Lu}[\p{Ll}]+|Ma?c\p{Lu}\p{Ll}+|\p{Lu}{2,})(?:['’-]\p{L}[\p{Ll}\p{M}]*)*$/u.test(
    text,
  )
}

const LONGEST_RUN = 5

/** How many words from the i-th on may be one name: capitalised ones, with particles between them. */
function capitalRun(words: readonly Word[], i: number): number {
  if ((words[i] as Word).text === 'I') return 0
  let run = 1
  for (let j = i + 1; j < words.length && j < i + LONGEST_RUN; j++) {
    const word = words[j] as Word
    if (!word.joined) break
    if (
      isCapital(word) &&
      word.text !== 'I' &&
      (!isOrdinary(word.text) || maybeName(word.text) || word.text.length === 1)
    )
      run = j - i + 1
    else if (!(PARTICLE.test(word.text) && words[j + 1]?.joined && isCapital(words[j + 1] as Word))) break
  }
  return run
}

/** Names in small letters: only where one is expected, or a first and a family name that are nothing else. */
function lowerLength(words: readonly Word[], i: number): number {
  const word = words[i] as Word
  const next = words[i + 1]
  const second = next?.joined && next.text.length > 1 ? next : undefined
  const isFull =
    (isFirstName(word.text) && second && (maybeName(second.text) || isUnknown(second.text))) ||
    (isPinyinFamily(word.text) && second && word.opens && second.closes && isPinyin(second.text))
  if (STOP.has(word.text.toLowerCase())) return 0
  switch (expectation(words, i)) {
    case 'surely':
      if (isOrdinary(word.text) && !maybeName(word.text)) return 0
      return second && (isFull || (isUnknown(second.text) && second.closes)) ? 2 : 1
    case 'maybe':
      return isFirstName(word.text) ? (isFull ? 2 : 1) : 0
    default:
      if (isFull && !isOrdinary(second?.text ?? '')) return 2
      return isFirstName(word.text) && (isHere(words, i + 1) || isSignature(words, i)) ? 1 : 0
  }
}

function isUnknown(word: string): boolean {
  return !isOrdinary(word) && !STOP.has(word.toLowerCase())
}

function isPinyin(word: string): boolean {
  return /^(?:[bpmfdtnlgkhjqxrzcsyw]?h?[aeiouvü]{1,3}(?:ng|n|r)?){1,2}$/.test(word)
}

function isHere(words: readonly Word[], i: number): boolean {
  return words[i]?.joined === true && /^(?:here|speaking|again)$/i.test(words[i]?.text ?? '')
}

function isSignature(words: readonly Word[], i: number): boolean {
  return i === words.length - 1 && (words[i] as Word).opens && i > 0
}

const STOP = new Set(
  'not on in at from with the a an so no going having getting still just very really here there also and or but is was too it this that mine now never again about to for of my your please back sorry done out off up down ok fine good all only new old both trying'.split(
    ' ',
  ),
)

const INTRODUCED = [
  /(?:^| )(?:(?:sur|last |first |full |middle |family |user|real |maiden )?na?me?a?e?s?|nmae|account holder|receiver|recipient|addressee|cardholder|card holder|holder)(?:['’]s)?(?: (?:is|was|should be|must be|be|are|of|to|from|reads|says|it['’]s|its))?$/,
  /(?:^| )(?:call me|i am called|i['’]m called|attn|attention|on behalf of|under the name|in the name of|spelled|spelt|someone called|signed by|signed for by|speaking to|c o)$/,
  /(?:^| )(?:it was|i was told by|told by|served by|helped by)$/,
  /(?:^| )(?:mr|mrs|ms|miss|mx|dr|prof|professor|herr|frau|monsieur|madame)$/,
  /(?:^| )(?:(?:kind|best|warm|many)? ?regards|sincerely|faithfully|yours|respectfully|cordially|best wishes|cheers)$/,
]
const INTRODUCED_MAYBE = [
  /(?:^| )(?:i am|i['’]m|im|this is|it['’]s|its|it is|that['’]s)$/,
  /(?:^| )(?:hi|hello|hey|dear|thanks|thank you|thx|cheers|best|ta)(?: (?:there|again|so much|a lot|it['’]s|its|this is|i am|i['’]m|im))?$/,
  /(?:^| )(?:my|our|his|her|their|your) (?:\p{L}+ )?(?:husband|wife|son|daughter|mother|mum|mom|father|dad|brother|sister|nephew|niece|cousin|uncle|aunt|friend|partner|boyfriend|girlfriend|fianc[eé]e?|neighbou?r|colleague|boss|lawyer|accountant|assistant|secretary|flatmate|roommate|landlord|grandmother|grandfather|grandson|granddaughter|in law|in-law|sister-in-law|brother-in-law|wife's name is)$/u,
  /(?:^| )(?:named|called|ask|tell|contact|call|ring|phone|email|e-mail|message|text|inform|write to|spoke with|spoke to|speak to|speak with|talk to|talked to|talked with|chatted with|dealt with|from your colleague|your colleague|agent|advisor|colleague|parcel for|package for|voucher to|name from|delivered to|belongs to|paid by|ordered by|bought by|lady who helped me|man who helped me)$/,
]

/** Whether the words before the i-th lead one to expect a name. */
function expectation(words: readonly Word[], i: number): 'surely' | 'maybe' | 'no' {
  const before = words
    .slice(Math.max(0, i - 4), i)
    .map(({ text }) => text.toLowerCase())
    .join(' ')
  if (INTRODUCED.some((pattern) => pattern.test(before))) return 'surely'
  if (INTRODUCED_MAYBE.some((pattern) => pattern.test(before))) return 'maybe'
  const end = endOfRun(words, i)
  if (isCapital(words[i] as Word) && isHere(words, end) && (words[i] as Word).opens) return 'maybe'
  return 'no'
}

function endOfRun(words: readonly Word[], i: number): number {
  return isCapital(words[i] as Word) ? i + Math.max(capitalRun(words, i), 1) : i + 1
}
