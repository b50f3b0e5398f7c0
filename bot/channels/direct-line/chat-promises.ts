import { type CompanyPromise, DAY_MS, isToBeKept } from '../../../domain/index.ts'
import type { ChatPromise } from '../../http/api.ts'
import { shownPromise } from '../../trust/customer-record.ts'

/** What was settled longer ago is history. */
const SHOWN_MS = 30 * DAY_MS
const MOST = 50

/** A customer's promises as they see them: without the names of who sees to them, the next due first, then the settled ones. */
export function chatPromises(promises: readonly CompanyPromise[], now: number): ChatPromise[] {
  const open = promises.filter(isToBeKept).sort((a, b) => a.dueAt - b.dueAt)
  const settledAt = ({ keptAt, endedAt }: CompanyPromise) => keptAt ?? endedAt ?? 0
  const settled = promises
    .filter((promise) => !isToBeKept(promise) && now - settledAt(promise) < SHOWN_MS)
    .sort((a, b) => settledAt(b) - settledAt(a))
  return [...open, ...settled].slice(0, MOST).map((promise) => {
    const { kind: _, ...shown } = shownPromise(promise, now)
    return shown
  })
}
