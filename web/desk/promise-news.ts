import type { DeskPromise } from '../../bot/http/api.ts'

export interface PromiseNews {
  kind: 'soon' | 'late'
  promise: DeskPromise
}

/**
 * What of the promises calls somebody, each once.
 * @param before undefined when the page has just been opened: then nothing is news
 */
export function newPromiseNews(
  before: readonly DeskPromise[] | undefined,
  now: readonly DeskPromise[],
  isSupervisor: boolean,
): PromiseNews[] {
  if (!before) return []
  const known = new Map(before.map((promise) => [promise.id, promise]))
  return now.flatMap((promise): PromiseNews[] => {
    const earlier = known.get(promise.id)
    if (promise.overdue && !earlier?.overdue && (promise.mine || isSupervisor)) return [{ kind: 'late', promise }]
    if (promise.reminded && !earlier?.reminded && promise.mine && !promise.overdue) return [{ kind: 'soon', promise }]
    return []
  })
}
