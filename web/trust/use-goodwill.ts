import { useCallback, useEffect, useState } from 'preact/hooks'
import type { GoodwillReport } from '../../bot/http/api.ts'
import type { ApiClient, ApiProblem } from '../shared/api-client.ts'

/** What goodwill costs and does, as the server tells it. */
export function useGoodwill(api: ApiClient, onProblem: (problem: ApiProblem) => void) {
  const [report, setReport] = useState<GoodwillReport>()
  const [readAt, setReadAt] = useState(0)
  const [problem, setProblem] = useState<ApiProblem>()
  const load = useCallback(
    async (isWanted: () => boolean) => {
      const result = await api.get<GoodwillReport>('/api/goodwill')
      if (!isWanted()) return
      if (!result.ok) {
        setProblem(result.problem)
        return onProblem(result.problem)
      }
      setProblem(undefined)
      setReport(result.value)
      setReadAt(Date.now())
    },
    [api, onProblem],
  )
  useEffect(() => {
    let wanted = true
    void load(() => wanted)
    return () => {
      wanted = false
    }
  }, [load])
  return { report, readAt, problem, reload: () => void load(() => true) }
}
