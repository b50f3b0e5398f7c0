import { useCallback, useEffect, useState } from 'preact/hooks'
import type { TrustFitDecision, TrustFitReport } from '../../bot/http/api.ts'
import type { ApiClient, ApiProblem, ApiResult } from '../shared/api-client.ts'

/** What was fitted of trust, as the server tells it, and the way to decide about it. */
export function useTrustFit(api: ApiClient, onProblem: (problem: ApiProblem) => void) {
  const [report, setReport] = useState<TrustFitReport>()
  const [readAt, setReadAt] = useState(0)
  const [problem, setProblem] = useState<ApiProblem>()
  const [isBusy, setIsBusy] = useState(false)
  const take = useCallback(
    (result: ApiResult<TrustFitReport>) => {
      if (!result.ok) {
        setProblem(result.problem)
        return onProblem(result.problem)
      }
      setProblem(undefined)
      setReport(result.value)
      setReadAt(Date.now())
    },
    [onProblem],
  )
  const load = useCallback(
    async (isWanted: () => boolean) => {
      const result = await api.get<TrustFitReport>('/api/trust/fit')
      if (isWanted()) take(result)
    },
    [api, take],
  )
  const decide = async (id: string, as: TrustFitDecision): Promise<boolean> => {
    setIsBusy(true)
    const result = await api.post<TrustFitReport>(`/api/trust/fit/${encodeURIComponent(id)}`, { as })
    setIsBusy(false)
    take(result)
    return result.ok
  }
  useEffect(() => {
    let wanted = true
    void load(() => wanted)
    return () => {
      wanted = false
    }
  }, [load])
  return { report, readAt, problem, isBusy, decide, reload: () => void load(() => true) }
}
