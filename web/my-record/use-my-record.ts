import { useCallback, useEffect, useMemo, useState } from 'preact/hooks'
import type { MyTrust } from '../../bot/http/api.ts'
import { type ApiProblem, type ApiResult, createApiClient } from '../shared/api-client.ts'
import { storedIdentity } from '../shared/customer-identity.ts'

export interface MyRecord {
  /** False: nobody has written to us from this browser. */
  known: boolean
  record?: MyTrust
  problem?: ApiProblem
  /** While a wish is on its way. */
  saving: boolean
  wish(ask: boolean): void
}

/** The record of whoever has written from this browser. */
export function useMyRecord(): MyRecord {
  const identity = useMemo(storedIdentity, [])
  const api = useMemo(() => {
    const client = createApiClient()
    client.useBearer(identity?.customerKey)
    return client
  }, [identity])
  const [state, setState] = useState<{ record?: MyTrust; problem?: ApiProblem }>({})
  const [saving, setSaving] = useState(false)

  const take = useCallback((result: ApiResult<MyTrust>) => {
    setState((before) => (result.ok ? { record: result.value } : { ...before, problem: result.problem }))
  }, [])
  useEffect(() => {
    if (identity) void api.get<MyTrust>('/api/my/trust').then(take)
  }, [api, identity, take])

  const wish = useCallback(
    async (ask: boolean) => {
      setSaving(true)
      take(await api.post<MyTrust>('/api/my/surveys', { ask }))
      setSaving(false)
    },
    [api, take],
  )
  return { known: identity !== undefined, ...state, saving, wish: (ask) => void wish(ask) }
}
