import { useCallback, useEffect, useState } from 'preact/hooks'
import type { Dashboard } from '../../bot/http/api.ts'
import type { ApiClient, ApiProblem } from '../shared/api-client.ts'
import type { Range } from './range.ts'

const REFRESH_MS = 60_000

export interface DashboardState {
  dashboard: Dashboard | undefined
  /** When it was read, epoch ms. */
  readAt: number
  problem: ApiProblem | undefined
  reload(): void
}

/** The figures for a range and channel, read again every minute while the page is in sight. */
export function useDashboard(
  api: ApiClient,
  range: Range | undefined,
  channel: string,
  onProblem: (problem: ApiProblem) => void,
): DashboardState {
  const [state, setState] = useState<Omit<DashboardState, 'reload'>>({
    dashboard: undefined,
    readAt: 0,
    problem: undefined,
  })
  const from = range?.from
  const to = range?.to

  const load = useCallback(
    async (isWanted: () => boolean) => {
      if (from === undefined || to === undefined) return
      const query = new URLSearchParams({ from, to, ...(channel !== '' && { channel }) })
      const result = await api.get<Dashboard>(`/api/dashboard?${query}`)
      if (!isWanted()) return
      if (result.ok) setState({ dashboard: result.value, readAt: Date.now(), problem: undefined })
      else {
        setState((before) => ({ ...before, problem: result.problem }))
        onProblem(result.problem)
      }
    },
    [api, from, to, channel, onProblem],
  )

  useEffect(() => {
    let wanted = true
    const look = () => {
      if (!document.hidden) void load(() => wanted)
    }
    void load(() => wanted)
    const timer = window.setInterval(look, REFRESH_MS)
    document.addEventListener('visibilitychange', look)
    return () => {
      wanted = false
      window.clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [load])

  return { ...state, reload: () => void load(() => true) }
}
