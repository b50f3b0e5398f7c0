import type { Logger } from 'pino'

/**
 * Long-running work: an idempotent function over what is stored, so that a restart in the middle changes nothing.
 * @returns how many things it did
 */
export interface Sweep {
  name: string
  everyMs: number
  run(): Promise<number>
  /** For work that should not wait for its beat: listens for hints that there is something to do. @returns how to stop */
  onHint?(look: () => void): () => void
}

/** Hints come in bursts: a run that many of them share costs no more than one. */
const AFTER_HINT_MS = 50

/** Runs each sweep on its own beat; one that fails is logged and tried again at its next beat. Returns how to stop. */
export function runSweeps(sweeps: readonly Sweep[], log: Logger): () => Promise<void> {
  const stopping = new AbortController()
  const running = sweeps.map(async (sweep) => {
    const heart = startHeart(stopping.signal)
    const stopHints = sweep.onHint?.(heart.hint)
    while (await heart.beat(sweep.everyMs)) {
      try {
        const done = await sweep.run()
        if (done > 0) log.debug({ sweep: sweep.name, done }, 'swept')
      } catch (problem) {
        log.error({ sweep: sweep.name, err: problem }, 'a sweep failed')
      }
    }
    stopHints?.()
  })
  return async () => {
    stopping.abort()
    await Promise.all(running)
  }
}

interface Heart {
  /** Waits for the next beat; false when there will be none. */
  beat(everyMs: number): Promise<boolean>
  /** Brings the next beat forward; also while there is nobody who waits for it. */
  hint(): void
}

function startHeart(signal: AbortSignal): Heart {
  let hinted = false
  let hurry: (() => void) | undefined
  return {
    beat: (everyMs) =>
      new Promise((resolve) => {
        if (signal.aborted) return resolve(false)
        const end = (goOn: boolean) => {
          clearTimeout(timer)
          signal.removeEventListener('abort', stop)
          hinted = false
          hurry = undefined
          resolve(goOn)
        }
        const stop = () => end(false)
        let timer = setTimeout(end, hinted ? Math.min(AFTER_HINT_MS, everyMs) : everyMs, true)
        hurry = () => {
          clearTimeout(timer)
          timer = setTimeout(end, Math.min(AFTER_HINT_MS, everyMs), true)
        }
        signal.addEventListener('abort', stop, { once: true })
      }),
    hint() {
      if (!hinted) hurry?.()
      hinted = true
    },
  }
}
