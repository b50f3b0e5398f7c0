import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { ApiClient, ApiProblem } from './api-client.ts'

export interface ReportState<Report> {
  report: Report | undefined
  /** When it was read, epoch ms. */
  readAt: number
  problem: ApiProblem | undefined
  reload(): void
}

/**
 * What the server tells people who work here at a path with its query. The last answer stays until there is another.
 * @param path undefined: nothing is asked
 * @param when `everyMs`: read again this often while the page is in sight; absent: only when it is asked for. `restMs`: not
 *   asked before the path has stood still for so long
 */
export function useReport<Report>(
  api: ApiClient,
  path: string | undefined,
  onProblem: (problem: ApiProblem) => void,
  { everyMs, restMs = 0 }: { everyMs?: number; restMs?: number } = {},
): ReportState<Report> {
  const [state, setState] = useState<Omit<ReportState<Report>, 'reload'>>({
    report: undefined,
    readAt: 0,
    problem: undefined,
  })

  const load = useCallback(
    async (isWanted: () => boolean) => {
      if (path === undefined) return
      const result = await api.get<Report>(path)
      if (!isWanted()) return
      if (result.ok) setState({ report: result.value, readAt: Date.now(), problem: undefined })
      else {
        setState((before) => ({ ...before, problem: result.problem }))
        onProblem(result.problem)
      }
    },
    [api, path, onProblem],
  )

  // What was asked for once more is not shown in the place of what has been chosen since.
  const shown = useRef(path)
  shown.current = path

  useEffect(() => {
    let wanted = true
    const first = window.setTimeout(() => void load(() => wanted), restMs)
    const look = () => {
      if (!document.hidden) void load(() => wanted)
    }
    const timer = everyMs === undefined ? undefined : window.setInterval(look, everyMs)
    if (everyMs !== undefined) document.addEventListener('visibilitychange', look)
    return () => {
      wanted = false
      window.clearTimeout(first)
      window.clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [load, everyMs, restMs])

  return { ...state, reload: () => void load(() => shown.current === path) }
}
