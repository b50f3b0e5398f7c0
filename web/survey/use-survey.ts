import { useCallback, useEffect, useMemo, useState } from 'preact/hooks'
import type { SurveyForm, SurveyPost } from '../../bot/http/api.ts'
import { type ApiProblem, createApiClient } from '../shared/api-client.ts'

export interface Survey {
  form: SurveyForm | undefined
  problem: ApiProblem | undefined
  isBusy: boolean
  /** An answer was stored since the page was opened. */
  isSent: boolean
  post(said: SurveyPost): void
  load(): void
}

/** @param token of the link; it goes in a header, so that no address with it is ever logged */
export function useSurvey(token: string): Survey {
  const [form, setForm] = useState<SurveyForm>()
  const [problem, setProblem] = useState<ApiProblem>()
  const [isBusy, setBusy] = useState(false)
  const [isSent, setSent] = useState(false)
  const api = useMemo(
    () =>
      createApiClient((path, init) =>
        window.fetch(path, { ...init, headers: { ...init?.headers, authorization: `Bearer ${token}` } }),
      ),
    [token],
  )

  const take = useCallback(async (asked: ReturnType<typeof api.get<SurveyForm>>) => {
    setBusy(true)
    const result = await asked
    setBusy(false)
    setProblem(result.ok ? undefined : result.problem)
    if (result.ok) setForm(result.value)
    return result.ok
  }, [])
  const load = useCallback(() => void take(api.get('/api/survey')), [api, take])
  const post = useCallback(
    (said: SurveyPost) =>
      void take(api.post('/api/survey', said)).then((ok) => setSent((was) => was || (ok && 'answers' in said))),
    [api, take],
  )
  useEffect(load, [load])
  return { form, problem, isBusy, isSent, post, load }
}
