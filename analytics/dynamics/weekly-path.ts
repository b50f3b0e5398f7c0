import { endOf, meanTrust, trustAlong } from './law.ts'

export const WEEK_DAYS = 7

/**
 * The law as it is fitted: its rate k, and its drift, which is how much trust moves per day at the mean transparency of the
 * history. The threshold is that mean less drift / rate; the drift is as well known where the rate is small, and the
 * threshold is not.
 */
export interface FittedRates {
  rate: number
  drift: number
}

/** Mean trust of each week under the law, exactly, with transparency the same all week. */
export function weeklyMeans(
  start: number,
  { rate, drift }: FittedRates,
  indexes: readonly number[],
  centre: number,
): number[] {
  let trust = clamp(start)
  return indexes.map((index) => {
    // A drive of its own, rather than transparency above a threshold: without a rate there is no threshold.
    const drive = rate * (index - centre) + drift
    const week = trustAlong(trust, [{ days: WEEK_DAYS, from: drive, to: drive }], { rate: 1, threshold: 0 })
    trust = endOf(week, trust)
    return meanTrust(week)
  })
}

/** How far a week's mean trust moves with rate and drift, counted from the beginning of the first of the weeks. */
export interface WeekSlopes {
  rate: number
  drift: number
}

/** While trust is within 0..1, where the slopes do not depend on the law. */
export function weeklySlopes(indexes: readonly number[], centre: number): WeekSlopes[] {
  let gone = 0
  return indexes.map((index, week) => {
    const here = WEEK_DAYS * (index - centre)
    const slopes = { rate: gone + here / 2, drift: WEEK_DAYS * (week + 0.5) }
    gone += here
    return slopes
  })
}

/** The same at the end of the last of the weeks. */
export function slopesAtEnd(indexes: readonly number[], centre: number): WeekSlopes {
  const rate = indexes.reduce((sum, index) => sum + WEEK_DAYS * (index - centre), 0)
  return { rate, drift: WEEK_DAYS * indexes.length }
}

export function clamp(value: number): number {
  return Math.min(1, Math.max(0, value))
}
