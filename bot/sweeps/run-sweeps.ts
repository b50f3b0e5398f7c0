import type { Logger } from 'pino'

/**
 * Long-running work: an idempotent function over what is stored, so that a restart in the middle changes nothing.
 * @returns how many things it did
 */
export interface Sweep {
  name: string
  everyMs: number
  run(): Promise<number>
}

/** Runs each sweep on its own beat; one that fails is logged and tried again at its next beat. Returns how to stop. */
export function runSweeps(sweeps: readonly Sweep[], log: Logger): () => Promise<void> {
  const stopping = new AbortController()
  const running = sweeps.map(async (sweep) => {
    while (await beat(sweep.everyMs, stopping.signal)) {
      try {
        const done = await sweep.run()
        if (done > 0) log.debug({ sweep: sweep.name, done }, 'swept')
      } catch (problem) {
        log.error({ sweep: sweep.name, err: problem }, 'a sweep failed')
      }
    }
  })
  return async () => {
    stopping.abort()
    await Promise.all(running)
  }
}

/** Waits for the next beat; false when there will be none. */
function beat(everyMs: number, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve(false)
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop)
      resolve(true)
    }, everyMs)
    const stop = () => {
      clearTimeout(timer)
      resolve(false)
    }
    signal.addEventListener('abort', stop, { once: true })
  })
}
