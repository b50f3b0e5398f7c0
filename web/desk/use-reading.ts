import { useEffect, useState } from 'preact/hooks'
import type { ApiClient, ApiProblem } from '../shared/api-client.ts'

export interface Reading<Value> {
  value?: Value
  problem?: ApiProblem
}

/**
 * Something read now and every so often after that, while `path` is given. What was read stays until it is read again.
 *
 * @param sign when it changes, what was read is no longer so: it is read again at once
 */
export function useReading<Value>(
  api: ApiClient,
  path: string | undefined,
  everyMs: number,
  sign?: string,
): Reading<Value> {
  const [reading, setReading] = useState<Reading<Value>>({})
  useEffect(() => {
    if (path === undefined) return
    let wanted = true
    const read = async () => {
      const result = await api.get<Value>(path)
      if (!wanted) return
      setReading((before) => (result.ok ? { value: result.value } : { ...before, problem: result.problem }))
    }
    void read()
    const timer = window.setInterval(() => void read(), everyMs)
    return () => {
      wanted = false
      window.clearInterval(timer)
    }
  }, [api, path, everyMs, sign])
  return reading
}
