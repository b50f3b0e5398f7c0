import { chineseCommitments } from './commitments-chinese.ts'
import { englishCommitments } from './commitments-english.ts'
import type { PromiseDeadline } from './deadline.ts'
import { plainText } from './plain-text.ts'
import type { Commitment, PromisedAction } from './promised-action.ts'
import { type Sentence, sentencesOf, withoutQuotes } from './sentences.ts'
import { type NamedTime, withoutOverlaps } from './times.ts'
import { findChineseTimes } from './times-chinese.ts'
import { findEnglishTimes } from './times-english.ts'

/** Something that a text says the company will do for the customer it is written to. */
export interface FoundPromise {
  /** UTF-16 offsets into the text: the words that promise, with their time. */
  start: number
  end: number
  /** Those words, on one line, as they can be said to the customer again. */
  what: string
  action: PromisedAction
  deadline: PromiseDeadline
  /** `stated`: said as something to come. `implied`: said as what is done, so that the time alone makes it a promise. */
  certainty: 'stated' | 'implied'
  /** The rule that found it: how it is worded, and what is promised (`zh-will.call`). Its language is its first two letters. */
  marker: string
}

/** More than this in one text is a list or an attack; the rest is left out. */
const MOST_PROMISES = 20

const AT_ONCE_MINUTES = 5

/** What a customer waits for, before what is done on the way there: of two in one sentence the first of these stands. */
const RANK: readonly PromisedAction[] = ['call', 'refund', 'send', 'answer', 'other', 'check']

/** "I'll order it for Friday. Is that correct?" is an offer. */
const WAITS_FOR_YES = /^(?:is|are) (?:this|that|these|those|everything|it)\b.{0,30}\b(?:correct|right|what you)/

/**
 * What an agent, or an answer of the pack, promises: that the company does something for this customer, by a time or soon.
 * English, Chinese and both mixed. One promise for each time that a sentence names; what is done on the way to it ("I'll ask
 * the warehouse and call you") is part of it.
 *
 * Not promises: questions, offers on a condition, what the customer is to do, what is past or being done before the
 * customer's eyes ("let me check"), estimates and what is usually so, what is not done, and words that are only quoted.
 *
 * Pure; never throws. Only the first 4,000 units of a text are read.
 */
export function findPromises(text: string): FoundPromise[] {
  const { plain, offsets } = plainText(text)
  const unquoted = withoutQuotes(plain)
  const found: FoundPromise[] = []
  const sentences = sentencesOf(unquoted)
  for (const [i, sentence] of sentences.entries()) {
    const next = sentences[i + 1]
    if (next?.asks && WAITS_FOR_YES.test(unquoted.slice(next.start, next.end))) continue
    for (const { start, end, commitment, deadline } of promisesIn(unquoted, sentence)) {
      const from = offsets[start] as number
      const to = endOffset(offsets, end)
      found.push({
        start: from,
        end: to,
        what: text.slice(from, to).replace(/\s+/g, ' ').trim(),
        action: commitment.action,
        deadline,
        marker: `${commitment.form}.${commitment.action}`,
        certainty: commitment.tense === 'will' ? 'stated' : 'implied',
      })
      if (found.length === MOST_PROMISES) return found
    }
  }
  return found
}

/** The end in the text of what ends before a unit of the plain text, without what was dropped behind it. */
function endOffset(offsets: readonly number[], end: number): number {
  const last = offsets[end - 1] as number
  return Math.max(last + 1, offsets[end] as number)
}

interface Part {
  start: number
  end: number
  commitment: Commitment
  deadline: PromiseDeadline
}

function promisesIn(plain: string, { start, end, asks }: Sentence): Part[] {
  const text = plain.slice(start, end)
  if (asks && !/, ?(?:ok|okay|alright|all right)$/.test(text)) return []
  let named: NamedTime[] | undefined
  const times = () => {
    named ??= withoutOverlaps([...findEnglishTimes(text), ...findChineseTimes(text)])
    return named
  }
  const inClause = (from: number, to: number) => times().some((time) => time.start >= from && time.end <= to)
  const commitments = [
    ...englishCommitments(text, () => times().length > 0),
    ...chineseCommitments(text, inClause),
  ].sort((a, b) => a.start - b.start)
  const parts = partsOf(text, commitments)
    .map((part) => timedPart(text, part, times()))
    .filter((part) => !isBeforeTheirEyes(part))
  return merged(parts).map((part) => ({ ...part, start: part.start + start, end: part.end + start }))
}

/** The sentence dealt out to its commitments: each has the words up to the last break before the next. */
function partsOf(text: string, commitments: readonly Commitment[]): Omit<Part, 'deadline'>[] {
  const breaks = [...text.matchAll(/[,;:]| (?=(?:and|but|so|then) )/g)].map(({ index }) => index)
  return commitments.map((commitment, i) => {
    const next = commitments[i + 1]
    const before = commitments[i - 1]
    const end = next ? (breaks.findLast((at) => at >= commitment.end && at < next.start) ?? next.start) : text.length
    const start = before ? (breaks.findLast((at) => at >= before.end && at < commitment.start) ?? commitment.start) : 0
    return { start, end, commitment }
  })
}

/** Between a time and the promise that it belongs to there is nothing, or a few words that change nothing. */
const LEADS_TO = /^[\s,]*(?:at the latest|之?以?前|之?以?内|,|那|就|我|我们|于是|时|的时候)?[\s,]*$/

/**
 * Until when: a time among the words of the commitment, one that leads to it, or the first one behind it. The part then
 * begins with the words that promise, or with the time before them.
 */
function timedPart(text: string, part: Omit<Part, 'deadline'>, times: readonly NamedTime[]): Part {
  const { commitment } = part
  const own = times.filter((time) => time.start >= part.start && time.end <= part.end)
  const within = own.findLast((time) => time.start >= commitment.start && time.end <= commitment.end)
  const before = own.findLast(
    (time) => time.end <= commitment.start && LEADS_TO.test(text.slice(time.end, commitment.start)),
  )
  const behind = own.find((time) => time.end > commitment.end)
  const time = within ?? before ?? behind
  return {
    start: Math.min(commitment.start, time?.start ?? commitment.start),
    end: part.end,
    commitment,
    deadline: time?.deadline ?? { kind: 'none' },
  }
}

/** "Give me two minutes": the customer looks on, and nobody needs to be reminded. */
function isBeforeTheirEyes({ commitment: { action }, deadline }: Part): boolean {
  const isSoon = deadline.kind === 'within' && deadline.unit === 'minute' && deadline.amount <= AT_ONCE_MINUTES
  return isSoon && (action === 'answer' || action === 'check' || action === 'other')
}

/** Those with a time of their own stay apart, and take in those without; without any time it is one promise. */
function merged(parts: readonly Part[]): Part[] {
  const meant = parts.filter(({ commitment, deadline }) => commitment.tense === 'will' || deadline.kind !== 'none')
  const timed = meant.filter(({ deadline }) => deadline.kind !== 'none')
  const groups = timed.length > 0 ? timed.map((part) => [part]) : meant.length > 0 ? ([[]] as Part[][]) : []
  for (const part of meant) {
    if (part.deadline.kind !== 'none') continue
    const next = timed.findIndex(({ start }) => start > part.start)
    groups.at(next === -1 ? -1 : next)?.push(part)
  }
  return groups.map(joined)
}

function joined(group: readonly Part[]): Part {
  const timed = group.find(({ deadline }) => deadline.kind !== 'none')
  const main = group.toSorted(
    (a, b) => RANK.indexOf(a.commitment.action) - RANK.indexOf(b.commitment.action),
  )[0] as Part
  return {
    start: Math.min(...group.map(({ start }) => start)),
    end: Math.max(...group.map(({ end }) => end)),
    commitment: main.commitment,
    deadline: timed?.deadline ?? { kind: 'none' },
  }
}
