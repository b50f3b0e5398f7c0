import { GUARDED_RATES, type GuardedRate, type ServedCounts, type Share } from '../../domain/index.ts'
import { confidenceOfLook } from '../decision/repeated-looks.ts'
import { fisherExact } from './fisher-exact.ts'

/** A rate before and after, and what chance says of it: `p` of at most `level` is worse. Both 0..1. */
export interface WatchedRate {
  rate: GuardedRate
  before: Share
  after: Share
  p: number
  level: number
}

/** What a look at a new model found. */
export interface GuardVerdict {
  /** Counts the looks, from 1. */
  look: number
  /** One of the rates has left its interval. */
  worse: boolean
  rates: WatchedRate[]
}

/** With this chance or less a model that is as good as the one before is ever gone back from. */
const FALSE_ALARM = 0.05
/** Turns of the first look; each further one takes twice as many. */
const FIRST_LOOK = 50

/** How many turns a new model must have decided for the n-th look, n = 1, 2, … */
export function turnsForLook(look: number): number {
  return FIRST_LOOK * 2 ** (look - 1)
}

/**
 * A look at a new model. Each rate is compared with that of the model before by Fisher's exact test, at its part of what
 * the look may spend: FALSE_ALARM / (n (n + 1)) at the n-th look (see `confidenceOfLook`), a quarter of that per rate. By
 * the union bound an equally good model is gone back from with a chance of at most FALSE_ALARM, however long it is
 * watched, as long as the times of the looks do not depend on what was found.
 * @param look 1 for the first since it began to serve
 */
export function watchModel(before: ServedCounts, after: ServedCounts, look: number): GuardVerdict {
  const level = (1 - confidenceOfLook(look, 1 - FALSE_ALARM)) / GUARDED_RATES.length
  const rates = GUARDED_RATES.map((rate) => {
    const [was, is] = [before[rate], after[rate]]
    return { rate, before: was, after: is, p: fisherExact(was, is), level }
  })
  return { look, worse: rates.some(({ p }) => p <= level), rates }
}
