import { setTimeout as sleep } from 'node:timers/promises'

/** What many ask for at once and one reading answers. */
export interface SharedReading<T> {
  /** Younger than the interval, and begun after the last change that this node knows of. */
  get(): Promise<T>
  /** Something changed: who asks from now on gets another reading. */
  outdate(): void
}

/**
 * Reads at most once in `everyMs`. Who asks too early for a new reading waits for it, so that nobody is shown less than
 * what they have just done themselves.
 *
 * @param stopwatch milliseconds from any fixed point
 */
export function sharedReading<T>(
  read: () => Promise<T>,
  everyMs: number,
  stopwatch: () => number = () => performance.now(),
): SharedReading<T> {
  let startedAt = Number.NEGATIVE_INFINITY
  let current: Promise<T> | undefined
  let planned: Promise<T> | undefined

  async function plan(): Promise<T> {
    await sleep(Math.max(0, startedAt + everyMs - stopwatch()))
    planned = undefined
    startedAt = stopwatch()
    const reading = read()
    current = reading
    return reading.catch((error: unknown) => {
      if (current === reading) current = undefined
      throw error
    })
  }

  return {
    get() {
      if (current && stopwatch() - startedAt < everyMs) return current
      planned ??= plan()
      return planned
    },
    outdate() {
      current = undefined
    },
  }
}
