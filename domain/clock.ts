/** Where the time comes from. Passed in everywhere, so that a conversation can be replayed exactly. */
export interface Clock {
  /** Milliseconds since the Unix epoch, UTC. */
  now(): number
}

export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS

export const systemClock: Clock = { now: () => Date.now() }

/** A clock that stands still until it is told otherwise: for tests and replays. */
export function fixedClock(startAt: number): Clock & { advance(byMs: number): void } {
  let at = startAt
  return {
    now: () => at,
    advance(byMs) {
      at += byMs
    },
  }
}
