import { useCallback, useEffect, useState } from 'preact/hooks'
import type { ApiClient, ApiProblem } from './api-client.ts'
import type { Range } from './range.ts'

export interface ReportQuestion {
  /** Of the API, e.g. `/api/dashboard`. */
  path: string
  /** Undefined: nothing is asked. */
  range: Range | undefined
  /** Empty: all. */
  channel: string
  /** Read again this often while the page is in sight; absent: only when it is asked for. */
  everyMs?: number
}

export interface ReportState<Report> {
  report: Report | undefined
  /** When it was read, epoch ms. */
  readAt: number
  problem: ApiProblem | undefined
  reload(): void
}

/** A report over a range and a channel. */
export function useReport<Report>(
  api: ApiClient,
  { path, range, channel, everyMs }: ReportQuestion,
  onProblem: (problem: ApiProblem) => void,
): ReportState<Report> {
  const [state, setState] = useState<Omit<ReportState<Report>, 'reload'>>({
    report: undefined,
    readAt: 0,
    problem: undefined,
  })
  const from = range?.from
  const to = range?.to

  const load = useCallback(
    async (isWanted: () => boolean) => {
      if (from === undefined || to === undefined) return
      const query = new URLSearchParams({ from, to, ...(channel !== '' && { channel }) })
      const result = await api.get<Report>(`${path}?${query}`)
      if (!isWanted()) return
      if (result.ok) setState({ report: result.value, readAt: Date.now(), problem: undefined })
      else {
        setState((before) => ({ ...before, problem: result.problem }))
        onProblem(result.problem)
      }
    },
    [api, path, from, to, channel, onProblem],
  )

  useEffect(() => {
    let wanted = true
    void load(() => wanted)
    const look = () => {
      if (!document.hidden) void load(() => wanted)
    }
    const timer = everyMs === undefined ? undefined : window.setInterval(look, everyMs)
    if (everyMs !== undefined) document.addEventListener('visibilitychange', look)
    return () => {
      wanted = false
      window.clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [load, everyMs])

  return { ...state, reload: () => void load(() => true) }
}
