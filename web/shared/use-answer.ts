import { useCallback, useEffect, useState } from 'preact/hooks'
import { type ApiResult, createApiClient } from './api-client.ts'

/** What the server answers anybody at a path; undefined until it has. @returns with how to ask again */
export function useAnswer<Answer>(path: string): [ApiResult<Answer> | undefined, () => void] {
  const [result, setResult] = useState<ApiResult<Answer>>()
  const ask = useCallback(() => {
    setResult(undefined)
    void createApiClient().get<Answer>(path).then(setResult)
  }, [path])
  useEffect(ask, [ask])
  return [result, ask]
}
