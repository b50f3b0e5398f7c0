import { useCallback, useEffect, useMemo, useState } from 'preact/hooks'
import type { Session } from '../../bot/http/api.ts'
import { type ApiClient, type ApiProblem, type ApiResult, createApiClient } from './api-client.ts'

export type SessionState =
  | { kind: 'checking' }
  | { kind: 'signed-out'; problem?: ApiProblem }
  | { kind: 'needs-password'; session: Session }
  | { kind: 'signed-in'; session: Session }

export interface SessionControl {
  state: SessionState
  api: ApiClient
  signIn(email: string, password: string): Promise<ApiProblem | undefined>
  setPassword(password: string): Promise<ApiProblem | undefined>
  signOut(): Promise<void>
  /** Call with every problem an answer brings: a session that ended leads back to the sign-in. */
  onProblem(problem: ApiProblem): void
}

/** Who works at this page. A one-time link (`?link=TOKEN`) is used up and taken out of the address at once. */
export function useSession(): SessionControl {
  const api = useMemo(() => createApiClient(), [])
  const [state, setState] = useState<SessionState>({ kind: 'checking' })

  const enter = useCallback(
    (result: ApiResult<Session>): ApiProblem | undefined => {
      if (!result.ok) return result.problem
      api.useCsrfToken(result.value.csrfToken)
      setState({ kind: result.value.needsPassword ? 'needs-password' : 'signed-in', session: result.value })
      return undefined
    },
    [api],
  )
  const leave = useCallback(
    (problem?: ApiProblem) => {
      api.useCsrfToken(undefined)
      setState({ kind: 'signed-out', ...(problem && { problem }) })
    },
    [api],
  )

  useEffect(() => {
    const link = takeLinkFromAddress()
    const first = link ? api.post<Session>('/api/session/link', { token: link }) : api.get<Session>('/api/session')
    void first.then((result) => {
      const problem = enter(result)
      if (problem) leave(problem.code === 'SIGN_IN_NEEDED' ? undefined : problem)
    })
  }, [api, enter, leave])

  return {
    state,
    api,
    signIn: async (email, password) => enter(await api.post<Session>('/api/session', { email, password })),
    async setPassword(password) {
      const result = await api.post<Session | undefined>('/api/session/password', { password })
      if (!result.ok) return result.problem
      return enter(await api.get<Session>('/api/session'))
    },
    async signOut() {
      await api.delete('/api/session')
      leave()
    },
    onProblem: useCallback(
      (problem) => {
        if (problem.code === 'SIGN_IN_NEEDED') leave(problem)
      },
      [leave],
    ),
  }
}

function takeLinkFromAddress(): string | null {
  const address = new URL(window.location.href)
  const link = address.searchParams.get('link')
  if (link !== null) {
    address.searchParams.delete('link')
    window.history.replaceState(null, '', address)
  }
  return link
}
