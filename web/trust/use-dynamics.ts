import { useCallback, useEffect, useState } from 'preact/hooks'
import type { TrustDynamics, TrustWeeks } from '../../bot/http/api.ts'
import type { ApiClient, ApiProblem } from '../shared/api-client.ts'

/** Between two positions of a slider that is being moved, nothing is asked. */
const REST_MS = 200

/**
 * How trust moved over so many weeks, as the server tells it.
 * @param percent transparency kept from now on, 0..100; undefined: no "what if"
 */
export function useDynamics(
  api: ApiClient,
  { weeks, percent }: { weeks: TrustWeeks; percent: number | undefined },
  onProblem: (problem: ApiProblem) => void,
) {
  const [report, setReport] = useState<TrustDynamics>()
  const [readAt, setReadAt] = useState(0)
  const [problem, setProblem] = useState<ApiProblem>()
  const load = useCallback(
    async (isWanted: () => boolean) => {
      const whatIf = percent === undefined ? '' : `&transparency=${percent / 100}`
      const result = await api.get<TrustDynamics>(`/api/trust/dynamics?weeks=${weeks}${whatIf}`)
      if (!isWanted()) return
      if (!result.ok) {
        setProblem(result.problem)
        return onProblem(result.problem)
      }
      setProblem(undefined)
      setReport(result.value)
      setReadAt(Date.now())
    },
    [api, weeks, percent, onProblem],
  )
  useEffect(() => {
    let wanted = true
    const rest = window.setTimeout(() => void load(() => wanted), percent === undefined ? 0 : REST_MS)
    return () => {
      wanted = false
      window.clearTimeout(rest)
    }
  }, [load, percent])
  return { report, readAt, problem, reload: () => void load(() => true) }
}
