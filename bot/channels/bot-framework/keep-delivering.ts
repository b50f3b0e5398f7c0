import { setTimeout as sleep } from 'node:timers/promises'

/** How often to look without a hint: for retries, and for what other nodes committed. */
const SWEEP_MS = 2_000
/** Deliveries side by side; of one key, one goes after the other. */
const AT_ONCE = 20
/** How long deliveries that are on the way may take when the server goes down. */
const STOP_GRACE_MS = 3_000

export interface Deliveries<Work> {
  /** What is to be delivered now, by what is stored; the same again as long as it is. */
  due(limit: number): Promise<Work[]>
  /** Of what has the same key, only one is on the way. */
  keyOf(work: Work): string
  /** Delivers it and notes how it went; rejects only when that could not be noted. */
  deliver(work: Work): Promise<void>
  /** Calls `look` whenever there may be something; @returns how to stop that */
  onHint(look: () => void): () => void
  onUnreadable(error: unknown): void
  onUnnoted(error: unknown, work: Work): void
}

/**
 * Delivers what is due: at every hint, and every two seconds.
 * @returns how to stop: resolves when nothing is on the way, or after three seconds
 */
export function keepDelivering<Work>({
  due,
  keyOf,
  deliver,
  onHint,
  onUnreadable,
  onUnnoted,
}: Deliveries<Work>): () => Promise<void> {
  const onTheWay = new Map<string, Promise<void>>()
  let stopped = false
  let looking: Promise<void> | undefined
  let again = false

  async function lookForWork(): Promise<void> {
    try {
      do {
        again = false
        // Taken before the store is read: what ends in between may still stand in the answer as due.
        const busy = new Set(onTheWay.keys())
        for (const work of await due(AT_ONCE + busy.size)) {
          const key = keyOf(work)
          if (busy.has(key) || onTheWay.has(key) || onTheWay.size >= AT_ONCE || stopped) continue
          const delivery = deliverOne(work).finally(() => {
            onTheWay.delete(key)
            look()
          })
          onTheWay.set(key, delivery)
        }
      } while (again && !stopped)
    } catch (error) {
      onUnreadable(error)
    } finally {
      looking = undefined
    }
  }

  async function deliverOne(work: Work): Promise<void> {
    try {
      await deliver(work)
    } catch (error) {
      onUnnoted(error, work)
      // Still due, so it will be sent again: not at once, or a database in trouble makes a flood of repeats.
      await sleep(SWEEP_MS, undefined, { ref: false })
    }
  }

  function look(): void {
    if (stopped) return
    again = true
    looking ??= lookForWork()
  }

  const timer = setInterval(look, SWEEP_MS).unref()
  const stopListening = onHint(look)
  look()
  return async () => {
    stopped = true
    clearInterval(timer)
    stopListening()
    await Promise.race([Promise.all([looking, ...onTheWay.values()]), sleep(STOP_GRACE_MS, undefined, { ref: false })])
  }
}
