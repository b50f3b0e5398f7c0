import jStat from 'jstat'
import { compareMeans, compareShares, type Difference, type RatioSums } from '../learning/index.ts'

/** A customer for whom a rule held for the first time, whatever they got, and what became of them. */
export interface GoodwillCase {
  heldOut: boolean
  /** Of the trust score since then, -1..1. */
  trustChange: number
  cameBack: boolean
  /** The next rating, 1..5, if there was one. */
  nextRating?: number
}

/** Both groups, and what the gift made of the difference; null where too few cannot tell. */
export interface GroupDifference {
  treated: number | null
  heldOut: number | null
  difference: Difference | null
  /** In each group those with a value. */
  n: { treated: number; heldOut: number }
}

export interface GoodwillEffect {
  trust: GroupDifference
  cameBack: GroupDifference
  /** Of those who rated again: who does may itself depend on the gift. */
  rating: GroupDifference
  /** Customers in each group who would be needed; null where nobody is held out. */
  needed: { treated: number; heldOut: number } | null
  /** There are as many as are needed, or what comes to the same. */
  enough: boolean
}

export interface EffectQuestion {
  /** Share of customers who are held out, 0..0.9. */
  holdOut: number
  /** The difference of trust that would be worth knowing, 0..1. */
  worthKnowing: number
}

/** Standard deviation of a change of trust while too few cases tell it. */
const ASSUMED_DEVIATION = 0.15
const ENOUGH_FOR_DEVIATION = 30
/** Two-sided 5 %, and found with 80 % where it is there. */
const POWER_Z = jStat.normal.inv(0.975, 0, 1) + jStat.normal.inv(0.8, 0, 1)

/**
 * The effect of a rule: those whom it treated against those whom it would have treated and a draw left out. Everybody counts in
 * the group into which they were drawn, also who never saw the gift (intention to treat). Intervals, 95 %: Welch for means,
 * Newcombe for shares. How many it takes: two samples with a known deviation, power 0.8 (Cohen 1988, chapter 2).
 */
export function goodwillEffect(cases: readonly GoodwillCase[], question: EffectQuestion): GoodwillEffect {
  const needed = casesNeeded(deviationOf(cases.map(({ trustChange }) => trustChange)), question)
  const trust = difference(cases, ({ trustChange }) => trustChange, { from: -1, to: 1 })
  return {
    trust,
    cameBack: shares(cases),
    rating: difference(cases, ({ nextRating }) => nextRating, { from: 1, to: 5 }),
    needed,
    enough: needed !== null && 1 / trust.n.treated + 1 / trust.n.heldOut <= 1 / needed.treated + 1 / needed.heldOut,
  }
}

/** @param deviation of the change of one customer's trust */
export function casesNeeded(deviation: number, { holdOut, worthKnowing }: EffectQuestion): GoodwillEffect['needed'] {
  if (holdOut === 0) return null
  const all = (POWER_Z * deviation) ** 2 / (worthKnowing ** 2 * holdOut * (1 - holdOut))
  return { treated: Math.max(2, Math.ceil(all * (1 - holdOut))), heldOut: Math.max(2, Math.ceil(all * holdOut)) }
}

function deviationOf(values: readonly number[]): number {
  if (values.length < ENOUGH_FOR_DEVIATION) return ASSUMED_DEVIATION
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1))
}

/** A difference of means of values between `from` and `to`. */
function difference(
  cases: readonly GoodwillCase[],
  figureOf: (one: GoodwillCase) => number | undefined,
  { from, to }: { from: number; to: number },
): GroupDifference {
  const width = to - from
  const group = (heldOut: boolean) =>
    sums(cases.filter((one) => one.heldOut === heldOut).flatMap((one) => toShare(figureOf(one), from, width)))
  const compared = compareMeans(group(true), group(false))
  const back = (share: number | null) => (share === null ? null : from + share * width)
  // Where all agree within each group nothing is known of how customers differ: no width would be false certainty.
  const between = compared.difference?.low === compared.difference?.high ? null : compared.difference
  return {
    treated: back(compared.after.value),
    heldOut: back(compared.before.value),
    difference: between && {
      value: between.value * width,
      low: between.low * width,
      high: between.high * width,
    },
    n: { treated: compared.after.n, heldOut: compared.before.n },
  }
}

function shares(cases: readonly GoodwillCase[]): GroupDifference {
  const group = (heldOut: boolean) =>
    sums(cases.filter((one) => one.heldOut === heldOut).map(({ cameBack }) => (cameBack ? 1 : 0)))
  const { before, after, difference: between } = compareShares(group(true), group(false))
  return {
    treated: after.value,
    heldOut: before.value,
    difference: between,
    n: { treated: after.n, heldOut: before.n },
  }
}

function toShare(value: number | undefined, from: number, width: number): number[] {
  return value === undefined ? [] : [(value - from) / width]
}

/** Of customers, each of whom counts once. */
function sums(values: readonly number[]): RatioSums {
  const n = values.length
  const total = values.reduce((sum, value) => sum + value, 0)
  const totalSquares = values.reduce((sum, value) => sum + value * value, 0)
  return { conversations: n, size: n, total, sizeSquares: n, totalSquares, products: total }
}
