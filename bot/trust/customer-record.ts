import { DateTime } from 'luxon'
import { standing, type TrustPolicy, trustScore } from '../../analytics/index.ts'
import { type CompanyPromise, DAY_MS, promiseState, type TrustEvent } from '../../domain/index.ts'
import type { CustomerTrust, LedgerLine, ShownPromise } from '../http/api.ts'

/** Points of the path; more would not be told apart. */
const MOST_DAYS = 120

/**
 * The rows as anybody may see them whom they concern, the latest first. One that only takes another back is seen by that
 * other one, which does not count.
 */
export function ledgerLines(ledger: readonly TrustEvent[], now: number): (LedgerLine & { row: TrustEvent })[] {
  const counting = new Set(standing(ledger, now))
  return ledger
    .filter(({ at, gain, loss }) => at <= now && gain + loss > 0)
    .map((row) => ({
      row,
      at: row.at,
      cause: row.cause,
      share: row.gain / (row.gain + row.loss),
      counts: counting.has(row),
    }))
    .reverse()
}

/** The score just before each row and just after it. @param ledger oldest first */
export function scoresAround(
  ledger: readonly TrustEvent[],
  policy: TrustPolicy,
): Map<TrustEvent, { before: number; after: number }> {
  return new Map(
    ledger.map((row, place) => {
      const before = trustScore(ledger.slice(0, place), row.at, policy).score
      const after = trustScore(ledger.slice(0, place + 1), row.at, policy).score
      return [row, { before, after }]
    }),
  )
}

/**
 * The score over time: from the day of the first row until now, by the company's calendar. Between rows it goes back to where
 * everybody starts.
 */
export function trustPath(
  ledger: readonly TrustEvent[],
  policy: TrustPolicy,
  now: number,
  timeZone: string,
): CustomerTrust['path'] {
  const [first] = ledger
  if (!first || first.at > now) return []
  const today = DateTime.fromMillis(now, { zone: timeZone })
  const from = DateTime.fromMillis(first.at, { zone: timeZone }).startOf('day')
  const days = Math.round(today.startOf('day').diff(from, 'days').days)
  const step = days < MOST_DAYS ? 1 : 7
  const points = Array.from({ length: Math.floor(days / step) + 1 }, (_, place) => from.plus({ days: place * step }))
  // The last one is today, however many days came before.
  const shown = points.map((day, place) => (place === points.length - 1 ? today.startOf('day') : day))
  return shown.map((day) => {
    const { score, low, high } = trustScore(ledger, Math.min(now, day.toMillis() + DAY_MS - 1), policy)
    return { day: day.toISODate() ?? '', score, low, high }
  })
}

export function shownPromise(promise: CompanyPromise, now: number): ShownPromise {
  const { kind, what, madeAt, dueAt, movedTo } = promise
  return {
    kind,
    ...(what !== undefined && { what }),
    madeAt,
    dueAt,
    ...(movedTo !== undefined && { movedTo }),
    state: promiseState(promise, now),
  }
}
