import { type Exchange, isAnswer } from './chat.ts'
import type { MeantNeed } from './second-message.ts'

/** One message and what became of it. */
export interface Replayed {
  exchange: Exchange
  inScope: boolean
  /** Absent for messages out of scope, and for labels that are no need of the pack. */
  meant?: MeantNeed
}

/** Counts of messages, except `latencyMs` and `entriesPerList`. A clarification or question `withTruth` names the need that was meant. */
export interface FirstFigures {
  messages: number
  answered: number
  clarified: number
  escalated: number
  answeredRight: number
  answeredWrong: number
  clarifiedWithTruth: number
  /** Needs to choose from in a list, on average; 0 when there was no list. */
  entriesPerList: number
  inScope: number
  inScopeAnswered: number
  outOfScope: number
  outOfScopeAnswered: number
  latencyMs: { p50: number; p99: number }
  lost: number
  duplicated: number
}

/** How it ended when every customer whom the bot did not answer said one thing more. Counts of messages. */
export interface SecondFigures {
  answeredRight: number
  /** Also any answer to a message that is out of scope. */
  answeredWrong: number
  /** Answered right by the pick from a list; among `answeredRight`. */
  picked: number
  handedOver: number
  /** Neither: asked for a detail that these customers do not have, or without a reply. */
  open: number
}

/** @param titles of all needs: what else can be chosen is no entry */
export function countFirst(replayed: readonly Replayed[], titles: ReadonlySet<string>): FirstFigures {
  const judged = replayed.map(({ exchange: { reply }, inScope, meant }) => {
    const answered = isAnswer(reply)
    const clarified = reply?.kind === 'clarification' || reply?.kind === 'question'
    const named = meant !== undefined && reply?.need === meant.name
    return {
      inScope,
      answered,
      clarified,
      escalated: reply?.kind === 'handover',
      right: answered && named,
      withTruth: clarified && (named || (reply?.options.some((title) => meant?.titles.has(title)) ?? false)),
    }
  })
  const many = (test: (one: (typeof judged)[number]) => boolean) => judged.filter(test).length
  const lists = replayed
    .map(({ exchange }) => exchange.reply?.options.filter((option) => titles.has(option)).length ?? 0)
    .filter((entries) => entries > 0)
  const latencies = replayed.map(({ exchange }) => exchange.latencyMs).sort((a, b) => a - b)
  return {
    messages: replayed.length,
    answered: many(({ answered }) => answered),
    clarified: many(({ clarified }) => clarified),
    escalated: many(({ escalated }) => escalated),
    answeredRight: many(({ right }) => right),
    answeredWrong: many(({ answered, right }) => answered && !right),
    clarifiedWithTruth: many(({ withTruth }) => withTruth),
    entriesPerList: lists.length > 0 ? rounded(lists.reduce((sum, entries) => sum + entries, 0) / lists.length) : 0,
    inScope: many(({ inScope }) => inScope),
    inScopeAnswered: many(({ inScope, answered }) => inScope && answered),
    outOfScope: many(({ inScope }) => !inScope),
    outOfScopeAnswered: many(({ inScope, answered }) => !inScope && answered),
    latencyMs: { p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99) },
    lost: replayed.filter(({ exchange }) => exchange.lost || !exchange.reply).length,
    duplicated: replayed.reduce((sum, { exchange }) => sum + exchange.duplicates, 0),
  }
}

/** Judges the last reply of each exchange. */
export function countSecond(replayed: readonly Replayed[]): SecondFigures {
  const ends = replayed.map(({ exchange, meant }) => {
    const end = exchange.then ? exchange.then.reply : exchange.reply
    const answered = isAnswer(end)
    const right = answered && meant !== undefined && end?.need === meant.name
    return { answered, right, picked: right && exchange.then !== undefined, handedOver: end?.kind === 'handover' }
  })
  const many = (test: (one: (typeof ends)[number]) => boolean) => ends.filter(test).length
  return {
    answeredRight: many(({ right }) => right),
    answeredWrong: many(({ answered, right }) => answered && !right),
    picked: many(({ picked }) => picked),
    handedOver: many(({ handedOver }) => handedOver),
    open: many(({ answered, handedOver }) => !answered && !handedOver),
  }
}

/** Nearest-rank quantile of sorted values, rounded to 0.1; 0 when there are none. */
function quantile(sorted: number[], q: number): number {
  const value = sorted[Math.min(sorted.length - 1, Math.ceil(q * sorted.length) - 1)] ?? 0
  return rounded(value)
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10
}
