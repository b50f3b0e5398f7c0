import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { runSweeps, type Sweep } from '../../../../bot/sweeps/run-sweeps.ts'

const NEVER_MS = 2 ** 31 - 1
const silent = pino({ level: 'silent' })

/** A sweep that never comes by its beat, and what happened to it. */
function hinted(run: (times: number) => Promise<number> = async () => 0) {
  let look: (() => void) | undefined
  let times = 0
  let ran: () => void = () => {}
  const sweep: Sweep = {
    name: 'hinted',
    everyMs: NEVER_MS,
    async run() {
      try {
        return await run(++times)
      } finally {
        ran()
      }
    },
    onHint(listener) {
      look = listener
      return () => {
        look = undefined
      }
    },
  }
  return {
    sweep,
    hint: () => look?.(),
    times: () => times,
    listens: () => look !== undefined,
    /** Resolves after the next run. */
    next: () =>
      new Promise<void>((resolve) => {
        ran = resolve
      }),
  }
}

describe('a sweep', () => {
  it('runs on a hint without waiting for its beat, once for a burst of them', async () => {
    const { sweep, hint, times, next, listens } = hinted()
    const stop = runSweeps([sweep], silent)
    for (const round of [1, 2, 3]) {
      const ran = next()
      for (let burst = 0; burst < 10; burst++) hint()
      await ran
      expect(times()).toBe(round)
    }
    await stop()
    expect(listens()).toBe(false)
  })

  it('looks again for a hint that came while it was running', async () => {
    let during: () => void = () => {}
    const { sweep, hint, times, next } = hinted(async (time) => {
      if (time === 1) during()
      return 0
    })
    during = hint
    const stop = runSweeps([sweep], silent)
    const first = next()
    hint()
    await first
    await next()
    expect(times()).toBe(2)
    await stop()
  })

  it('that fails is logged and tried again', async () => {
    const { sweep, hint, next, times } = hinted(async (time) => {
      if (time === 1) throw new Error('no database')
      return 1
    })
    const logged: string[] = []
    const log = pino({ level: 'error' }, { write: (line) => logged.push(line) })
    const stop = runSweeps([sweep], log)
    for (const _ of [1, 2]) {
      const ran = next()
      hint()
      await ran
    }
    await stop()
    expect(times()).toBe(2)
    expect(logged).toHaveLength(1)
    expect(logged[0]).toMatch(/a sweep failed.*/)
  })
})
