import { describe, expect, it } from 'vitest'
import { ERROR_CODES } from '../../../../domain/index.ts'
import { createApiClient, problemFrom } from '../../../../web/shared/api-client.ts'
import { problemWords, sharedWords } from '../../../../web/shared/problem-words.ts'

const answering = (status: number, body: string) => {
  const calls: { url: string; init: RequestInit | undefined }[] = []
  const api = createApiClient(async (url, init) => {
    calls.push({ url: String(url), init })
    return new Response(body === '' ? null : body, { status })
  })
  return { api, calls }
}

describe('a call to the server', () => {
  it('gives back what was answered, and nothing for an empty answer', async () => {
    expect(await answering(200, '{"a":1}').api.get('/x')).toEqual({ ok: true, value: { a: 1 } })
    expect(await answering(204, '').api.delete('/x')).toEqual({ ok: true, value: undefined })
  })
  it('carries the CSRF token when it changes something, and only then', async () => {
    const { api, calls } = answering(200, '{}')
    api.useCsrfToken('secret')
    await api.get('/x')
    await api.post('/x', {})
    expect(calls.map((call) => new Headers(call.init?.headers).get('x-candor-csrf'))).toEqual([null, 'secret'])
  })
  it('fails as a value, also when a proxy answers with HTML or nobody answers', async () => {
    expect(await answering(502, '<html>').api.get('/x')).toMatchObject({
      ok: false,
      problem: { code: 'UNREADABLE', status: 502 },
    })
    const lost = createApiClient(() => Promise.reject(new TypeError('network')))
    expect(await lost.get('/x')).toMatchObject({ ok: false, problem: { code: 'UNREACHABLE', status: 0 } })
  })
})

describe('a problem', () => {
  it('is told in the page’s language by its code', () => {
    const problem = problemFrom(401, '{"error":{"code":"SIGN_IN_FAILED","message":"SIGN_IN_FAILED: E-mail …"}}')
    expect(problemWords(problem, 'zh')).toBe(sharedWords.zh.errors.SIGN_IN_FAILED)
  })
  it('names who was faster', () => {
    const body = {
      error: { code: 'CONVERSATION_TAKEN', message: 'This conversation was taken by Mei.', details: { by: 'Mei' } },
    }
    expect(problemWords(problemFrom(409, JSON.stringify(body)), 'en')).toMatch(/^Mei was faster/)
  })
  it('is told in the server’s words, without the code, where we have none', () => {
    const body = { error: { code: 'NEWER', message: 'NEWER: Something new.' } }
    expect(problemWords(problemFrom(400, JSON.stringify(body)), 'zh')).toBe('Something new.')
  })
  it('has words only for codes that the server has', () => {
    const ours = Object.keys(sharedWords.en.errors).filter((code) => !['UNREACHABLE', 'UNREADABLE'].includes(code))
    expect(ours.filter((code) => !(ERROR_CODES as string[]).includes(code))).toEqual([])
  })
})
