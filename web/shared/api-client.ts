import type { ApiError } from '../../bot/http/api.ts'

export interface ApiProblem {
  /** Code of the server's catalogue, or `UNREACHABLE` when no server answered. */
  code: string
  /** HTTP status; 0 when no server answered. */
  status: number
  /** The server's own words (English), without the code. */
  message: string
  details: Record<string, string | number>
}

export type ApiResult<Value> = { ok: true; value: Value } | { ok: false; problem: ApiProblem }

export interface ApiClient {
  /** Failure is a value: every page has to say something to it. */
  get<Value>(path: string): Promise<ApiResult<Value>>
  post<Value>(path: string, body: unknown): Promise<ApiResult<Value>>
  /** Sends a file as it is. */
  upload<Value>(path: string, file: File, clientId: string): Promise<ApiResult<Value>>
  delete<Value>(path: string): Promise<ApiResult<Value>>
  /** From then on sent with everything: whoever has it is a customer. */
  useBearer(key: string | undefined): void
  /** From then on sent with everything that changes something. */
  useCsrfToken(token: string | undefined): void
}

export function createApiClient(fetchWith: typeof fetch = window.fetch.bind(window)): ApiClient {
  let csrfToken: string | undefined
  let bearer: string | undefined

  function call<Value>(method: string, path: string, body?: unknown): Promise<ApiResult<Value>> {
    if (body === undefined) return send(method, path, {})
    return send(method, path, { 'content-type': 'application/json' }, JSON.stringify(body))
  }

  async function send<Value>(
    method: string,
    path: string,
    ownHeaders: Record<string, string>,
    body?: string | File,
  ): Promise<ApiResult<Value>> {
    const headers: Record<string, string> = { accept: 'application/json', ...ownHeaders }
    if (bearer) headers.authorization = `Bearer ${bearer}`
    if (method !== 'GET' && csrfToken) headers['x-candor-csrf'] = csrfToken
    try {
      const init: RequestInit = { method, headers, credentials: 'same-origin' }
      if (body !== undefined) init.body = body
      const response = await fetchWith(path, init)
      const text = await response.text()
      if (response.ok) return { ok: true, value: (text === '' ? undefined : JSON.parse(text)) as Value }
      return { ok: false, problem: problemFrom(response.status, text) }
    } catch (error) {
      return { ok: false, problem: { code: 'UNREACHABLE', status: 0, message: String(error), details: {} } }
    }
  }

  return {
    get: (path) => call('GET', path),
    post: (path, body) => call('POST', path, body),
    upload(path, file, clientId) {
      const headers = {
        'x-candor-file-name': encodeURIComponent(file.name.toWellFormed()),
        'x-candor-client-id': clientId,
      }
      return send('POST', path, { ...headers, 'content-type': file.type || 'application/octet-stream' }, file)
    },
    delete: (path) => call('DELETE', path),
    useBearer(key) {
      bearer = key
    },
    useCsrfToken(token) {
      csrfToken = token
    },
  }
}

/** Reads an error answer; a proxy in between may have answered with something else. */
export function problemFrom(status: number, text: string): ApiProblem {
  try {
    const { error } = JSON.parse(text) as Partial<ApiError>
    if (error?.code) {
      const message = error.message.startsWith(`${error.code}: `)
        ? error.message.slice(error.code.length + 2)
        : error.message
      return { code: error.code, status, message, details: error.details ?? {} }
    }
  } catch {
    // Not JSON: say the status.
  }
  return { code: 'UNREADABLE', status, message: `HTTP ${status}`, details: {} }
}
