import { useEffect, useState } from 'preact/hooks'

/** One timer for however many show a time. */
const clocks = new Set<(now: number) => void>()
let timer = 0

function tick(): void {
  const now = Date.now()
  for (const set of clocks) set(now)
}

/** The time, in epoch milliseconds, anew every second. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    clocks.add(setNow)
    if (clocks.size === 1) timer = window.setInterval(tick, 1000)
    return () => {
      clocks.delete(setNow)
      if (clocks.size === 0) window.clearInterval(timer)
    }
  }, [])
  return now
}
