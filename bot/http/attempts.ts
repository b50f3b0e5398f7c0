import { CandorError, type Clock } from '../../domain/index.ts'

/** More keys than this are not remembered: whoever floods with new keys must not fill the memory. */
const MAX_KEYS = 100_000

export interface Attempts {
  /** Counts one. @throws CandorError TOO_MANY_REQUESTS when there were already `limit` in the window */
  count(key: string): void
  /** Takes back what was counted under the key. */
  forget(key: string): void
}

/**
 * At most `limit` attempts per key in a window that starts with the first one. In memory, per node.
 * @param limit 0: no limit
 */
export function limitAttempts(limit: number, windowMs: number, clock: Clock): Attempts {
  const windows = new Map<string, { startedAt: number; count: number }>()
  return {
    count(key) {
      if (limit === 0) return
      const now = clock.now()
      const known = windows.get(key)
      const window = known && now - known.startedAt < windowMs ? known : { startedAt: now, count: 0 }
      if (window.count >= limit) {
        throw new CandorError('TOO_MANY_REQUESTS', { seconds: Math.ceil((window.startedAt + windowMs - now) / 1000) })
      }
      window.count++
      // Insertion order is age order: re-inserting keeps the oldest windows first, to be dropped first.
      windows.delete(key)
      windows.set(key, window)
      const oldest = windows.size > MAX_KEYS ? windows.keys().next().value : undefined
      if (oldest !== undefined) windows.delete(oldest)
    },
    forget(key) {
      windows.delete(key)
    },
  }
}
