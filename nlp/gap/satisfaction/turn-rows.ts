import type { DialogueTurn } from './dialogue.ts'
import { NAMED_FEATURES, nameFeatures } from './named-features.ts'
import type { Row } from './rows.ts'
import { textGrams } from './text-grams.ts'

/** Whose words, seen from a customer's turn: this turn, the company's last words, and the turns of each before. */
export const VOICES = ['customer', 'business', 'customerBefore', 'businessBefore'] as const
export type Voice = (typeof VOICES)[number]

/** Everything of a customer's turn that an estimate may use: what was said up to it, nothing later. */
export interface TurnFeatures {
  /** In the order of {@link NAMED_FEATURES}. */
  named: number[]
  /** Distinct grams with 1 + ln(count). */
  grams: Record<Voice, Map<string, number>>
}

/** @returns one entry per turn of `turns`; undefined where the company speaks */
export function readTurns(turns: readonly DialogueTurn[]): (TurnFeatures | undefined)[] {
  const named = nameFeatures(turns)
  const nothing = new Map<string, number>()
  let customerBefore = nothing
  let business = nothing
  let businessBefore = nothing
  return turns.map(({ text }, at) => {
    const grams = countGrams(text)
    const own = named[at]
    if (own === undefined) {
      businessBefore = business
      business = grams
      return undefined
    }
    const features = {
      named: NAMED_FEATURES.map((name) => own[name]),
      grams: { customer: grams, business, customerBefore, businessBefore },
    }
    customerBefore = grams
    return features
  })
}

function countGrams(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const gram of textGrams(text)) counts.set(gram, (counts.get(gram) ?? 0) + 1)
  for (const [gram, count] of counts) counts.set(gram, 1 + Math.log(count))
  return counts
}

/** Mean and spread of each named feature over the training turns. */
export interface Standard {
  mean: number[]
  /** Never below 0.05, so that a feature that hardly occurs cannot shout. */
  spread: number[]
}

const LEAST_SPREAD = 0.05

export function standardOf(turns: readonly TurnFeatures[]): Standard {
  const n = Math.max(1, turns.length)
  const mean = NAMED_FEATURES.map((_, j) => turns.reduce((sum, turn) => sum + (turn.named[j] as number), 0) / n)
  const spread = NAMED_FEATURES.map((_, j) => {
    const square = turns.reduce((sum, turn) => sum + ((turn.named[j] as number) - (mean[j] as number)) ** 2, 0)
    return Math.max(LEAST_SPREAD, Math.sqrt(square / n))
  })
  return { mean, spread }
}

/**
 * A gram must occur in this many training conversations: what only one customer ever wrote may be a name,
 * and says nothing about the next customer.
 */
const FEWEST_CONVERSATIONS = 2

/** Columns of the grams by `voice:gram`; those of the named features come first. */
export function vocabularyOf(turns: readonly { conversation: number; features: TurnFeatures }[]): Map<string, number> {
  const seen = new Map<string, { last: number; count: number }>()
  for (const { conversation, features } of turns) {
    for (const voice of VOICES) {
      for (const gram of features.grams[voice].keys()) {
        const key = `${voice}:${gram}`
        const known = seen.get(key)
        if (known === undefined) seen.set(key, { last: conversation, count: 1 })
        else if (known.last !== conversation) seen.set(key, { last: conversation, count: known.count + 1 })
      }
    }
  }
  const columns = new Map<string, number>()
  for (const [key, { count }] of seen) {
    if (count >= FEWEST_CONVERSATIONS) columns.set(key, NAMED_FEATURES.length + columns.size)
  }
  return columns
}

/** The turn as one sparse row: standardised named features, then each voice's grams as a vector of length 1. */
export function rowOf(turn: TurnFeatures, columns: Map<string, number>, standard: Standard): Row {
  const ids = turn.named.map((_, j) => j)
  const values = turn.named.map((value, j) => (value - (standard.mean[j] as number)) / (standard.spread[j] as number))
  for (const voice of VOICES) {
    const start = ids.length
    let square = 0
    for (const [gram, value] of turn.grams[voice]) {
      const id = columns.get(`${voice}:${gram}`)
      if (id === undefined) continue
      ids.push(id)
      values.push(value)
      square += value * value
    }
    const length = Math.sqrt(square || 1)
    for (let at = start; at < ids.length; at++) values[at] = (values[at] as number) / length
  }
  return { ids, values }
}
