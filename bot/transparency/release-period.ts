import { DateTime } from 'luxon'
import type { Period } from '../../store/index.ts'
import type { Policy } from '../policy/index.ts'
import { isoWeek } from '../report/iso-week.ts'

type ReleaseRhythm = Policy['publicPage']['releaseEvery']

/** A period whose figures are released together. */
export interface ReleasePeriod extends Period {
  /** `2026-W40`, `2026-10`, `2026-Q4`: the same whatever the time zone, so that no period comes twice. */
  name: string
  every: ReleaseRhythm
  /** The first and the last day, YYYY-MM-DD, both included. */
  firstDay: string
  lastDay: string
  /** The quarter in which it begins, whose budget it spends. */
  quarter: string
  /** How many periods of this length begin in that quarter: 13 or 14, 3, or 1. */
  inQuarter: number
}

const NAME: Record<ReleaseRhythm, (start: DateTime) => string> = {
  week: isoWeek,
  month: (start) => start.toFormat('yyyy-MM'),
  quarter: (start) => start.toFormat("yyyy-'Q'q"),
}

/** The last period that had ended at `now` (epoch milliseconds), by the company's calendar. */
export function endedPeriod(every: ReleaseRhythm, timeZone: string, now: number): ReleasePeriod {
  const end = DateTime.fromMillis(now, { zone: timeZone }).startOf(every)
  const start = end.minus({ [every]: 1 })
  return {
    name: NAME[every](start),
    every,
    from: start.toMillis(),
    to: end.toMillis(),
    firstDay: start.toISODate() ?? '',
    lastDay: end.minus({ days: 1 }).toISODate() ?? '',
    quarter: NAME.quarter(start),
    inQuarter: countStarts(every, start),
  }
}

/** How far back a period is looked for that was not released. */
const LOOKED_BACK = { years: 1 }

/**
 * Periods before `last` that no release tells of: those that began after the first release had ended, the oldest first. What
 * was before it is the company's past from before it published anything, and stays unsaid.
 * @param released in any order; of whatever rhythm: a period that overlaps one is not looked for
 */
export function missedPeriods(last: ReleasePeriod, timeZone: string, released: readonly Period[]): ReleasePeriod[] {
  const first = Math.min(...released.map(({ to }) => to))
  const since = Math.max(first, DateTime.fromMillis(last.to, { zone: timeZone }).minus(LOOKED_BACK).toMillis())
  const missed: ReleasePeriod[] = []
  let period = last
  while (period.from > since) {
    period = endedPeriod(last.every, timeZone, period.from)
    const { from, to } = period
    if (from >= since && !released.some((other) => other.from < to && from < other.to)) missed.unshift(period)
  }
  return missed
}

function countStarts(every: ReleaseRhythm, at: DateTime): number {
  const quarter = at.startOf('quarter')
  const next = quarter.plus({ quarters: 1 })
  // A week belongs to the quarter of its Monday.
  let start = quarter.startOf(every)
  if (start < quarter) start = start.plus({ [every]: 1 })
  let count = 0
  for (; start < next; start = start.plus({ [every]: 1 })) count++
  return count
}

/** When the period ends that begins where this one has ended, epoch milliseconds. */
export function nextEnd({ every, to }: Pick<ReleasePeriod, 'every' | 'to'>, timeZone: string): number {
  return DateTime.fromMillis(to, { zone: timeZone })
    .plus({ [every]: 1 })
    .toMillis()
}
