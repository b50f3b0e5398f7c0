import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type { ChatToken } from '../../../../bot/http/api.ts'
import { fixedClock } from '../../../../domain/index.ts'
import { newToken } from '../../../contract/channels/channel-under-test.ts'
import { type Company, openCompany } from '../../../contract/channels/company.ts'
import { type Answer, type Call, call, refusal } from '../../../contract/channels/http-call.ts'

const clock = fixedClock(Date.UTC(2026, 10, 22))
const SECRET = 'a-direct-line-secret-of-the-company'
let company: Company
let mine: ChatToken
beforeAll(async () => {
  company = await openCompany({ clock, config: { directLineSecret: SECRET, anonymousTokensPerMinute: 3 } })
})
afterAll(() => company.stop())

const base = '/v3/directline'
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
const message = (text: unknown) => ({ type: 'message', from: { id: 'me' }, text })

function post(conversationId: string, token: string, body: unknown, headers: Call['headers'] = {}): Promise<Answer> {
  return call(company.url, `${base}/conversations/${conversationId}/activities`, {
    method: 'POST',
    headers: { ...bearer(token), ...headers },
    body,
  })
}

const storedIn = (id: string) => company.store.conversations.messages(id, 0, 100)

describe('a message that must not be taken', () => {
  beforeAll(async () => {
    mine = await newToken(company.url)
  })

  it.each<[string, number, string, unknown]>([
    ['without text', 400, 'BODY_INVALID', { type: 'message', from: { id: 'me' } }],
    ['with text of the wrong type', 400, 'BODY_INVALID', message(42)],
    ['with more than 4,000 characters', 400, 'TEXT_TOO_LONG', message('x'.repeat(4001))],
    ['that is malformed JSON', 400, 'BODY_INVALID', '{"type": "message", "text": '],
    ['that is no object', 400, 'BODY_INVALID', '[]'],
    ['of an unknown type', 400, 'ACTIVITY_UNSUPPORTED', { type: 'invoke', from: { id: 'me' } }],
    ['larger than 256 KB', 413, 'BODY_TOO_LARGE', message('x'.repeat(256 * 1024))],
    ['with a file', 415, 'UPLOAD_UNSUPPORTED', { ...message('look'), attachments: [{ contentType: 'image/png' }] }],
    ['with half a survey', 400, 'BODY_INVALID', { type: 'message', value: { candor: 'survey', surveyId: 's' } }],
    [
      'for a survey that was never sent',
      404,
      'CONVERSATION_UNKNOWN',
      { type: 'message', value: { candor: 'survey', surveyId: 's', rating: '5' } },
    ],
  ])('%s is refused, and nothing is stored', async (_what, status, code, body) => {
    expect(refusal(await post(mine.conversationId, mine.token, body))).toEqual({ status, code })
    expect(await company.store.conversations.get(mine.conversationId)).toBeUndefined()
    expect(await company.store.customers.get('me')).toBeUndefined()
  })

  it.each([
    ['as a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['as plain text', { 'content-type': 'text/plain' }],
    ['compressed', { 'content-encoding': 'gzip' }],
  ])('%s is refused', async (_what, headers) => {
    const answer = await post(mine.conversationId, mine.token, message('open'), headers)
    expect(refusal(answer)).toEqual({ status: 400, code: 'BODY_INVALID' })
    expect(await storedIn(mine.conversationId)).toEqual([])
  })

  it('typing, events and updates are accepted, and store nothing', async () => {
    for (const type of ['typing', 'event', 'conversationUpdate']) {
      const { status, json } = await post(mine.conversationId, mine.token, { type, from: { id: 'me' } })
      expect({ status, id: typeof json.id }).toEqual({ status: 200, id: 'string' })
    }
    expect(await company.store.conversations.get(mine.conversationId)).toBeUndefined()
  })

  it.each([
    ['without parts', 'multipart/form-data; boundary=x', 400, 'BODY_INVALID'],
    ['that is no form', 'image/png', 415, 'UPLOAD_UNSUPPORTED'],
  ])('an upload %s is refused', async (_what, type, status, code) => {
    const answer = await call(company.url, `${base}/conversations/${mine.conversationId}/upload?userId=me`, {
      method: 'POST',
      headers: { ...bearer(mine.token), 'content-type': type },
      body: '--x--',
    })
    expect(refusal(answer)).toEqual({ status, code })
  })
})

describe('tokens', () => {
  it('are needed', async () => {
    const path = `${base}/conversations/${mine.conversationId}/activities`
    expect(refusal(await call(company.url, path))).toEqual({ status: 401, code: 'TOKEN_MISSING' })
    expect(refusal(await call(company.url, path, { method: 'POST', body: message('open') }))).toEqual({
      status: 401,
      code: 'TOKEN_MISSING',
    })
  })

  it('open their own conversation only', async () => {
    const other = await newToken(company.url)
    const refused = { status: 403, code: 'TOKEN_INVALID' }
    const path = `${base}/conversations/${other.conversationId}`
    const headers = bearer(mine.token)
    expect(refusal(await post(other.conversationId, mine.token, message('open')))).toEqual(refused)
    expect(refusal(await call(company.url, `${path}/activities`, { headers }))).toEqual(refused)
    expect(refusal(await call(company.url, path, { headers }))).toEqual(refused)
    expect(await storedIn(other.conversationId)).toEqual([])
  })

  it('are refused when signed elsewhere, unsigned, or made for another use', async () => {
    const elsewhere = await openCompany({ clock })
    const foreign = await newToken(elsewhere.url)
    await elsewhere.stop()
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${mine.token.split('.')[1]}.`
    const tampered = `${mine.token.slice(0, -3)}abc`
    for (const token of [foreign.token, unsigned, tampered, mine.customerKey, 'x', SECRET.slice(1)]) {
      expect(refusal(await post(mine.conversationId, token, message('open')))).toEqual({
        status: 403,
        code: 'TOKEN_INVALID',
      })
    }
    expect(await storedIn(mine.conversationId)).toEqual([])
  })

  it('expire after 30 minutes unless refreshed', async () => {
    const token = await newToken(company.url)
    clock.advance(29 * 60_000)
    const refreshed = await call(company.url, `${base}/tokens/refresh`, {
      method: 'POST',
      headers: bearer(token.token),
    })
    expect(refreshed.json).toMatchObject({ conversationId: token.conversationId, expires_in: 1800 })
    clock.advance(2 * 60_000)
    const expired = { status: 403, code: 'TOKEN_EXPIRED' }
    expect(refusal(await post(token.conversationId, token.token, message('open')))).toEqual(expired)
    expect(
      refusal(await call(company.url, `${base}/tokens/refresh`, { method: 'POST', headers: bearer(token.token) })),
    ).toEqual(expired)
    expect(await storedIn(token.conversationId)).toEqual([])
    expect((await post(token.conversationId, String(refreshed.json.token), message('open'))).status).toBe(200)
  })

  it('name the customer, whatever the message says', async () => {
    const token = await newToken(company.url)
    await post(token.conversationId, token.token, { ...message('open'), from: { id: 'dl_somebody-else', name: 'Eve' } })
    const conversation = await company.store.conversations.get(token.conversationId)
    expect(conversation?.customerId).toMatch(/^dl_[\w-]{20,}$/)
    expect(await company.store.customers.get('dl_somebody-else')).toBeUndefined()
  })

  it('for an existing conversation go to its own customer only', async () => {
    const token = await newToken(company.url)
    await post(token.conversationId, token.token, message('open'))
    const { conversationId, customerKey } = token
    expect((await newToken(company.url, { conversationId, customerKey })).conversationId).toBe(conversationId)

    const stranger = await newToken(company.url)
    const generate = (body: object) => call(company.url, `${base}/tokens/generate`, { method: 'POST', body })
    const unknown = { status: 404, code: 'CONVERSATION_UNKNOWN' }
    expect(refusal(await generate({ conversationId }))).toEqual(unknown)
    expect(refusal(await generate({ conversationId, customerKey: stranger.customerKey }))).toEqual(unknown)
    expect(refusal(await generate({ conversationId: 'made-up', customerKey }))).toEqual(unknown)
    expect(refusal(await generate({ customerKey: token.token }))).toEqual({ status: 403, code: 'TOKEN_INVALID' })
  })

  it('for nobody in particular are limited per address, except on this machine itself', async () => {
    const from = (ip: string) =>
      call(company.url, `${base}/tokens/generate`, { method: 'POST', headers: { 'x-forwarded-for': ip } })
    for (const _ of [1, 2, 3]) expect((await from('203.0.113.7')).status).toBe(200)
    const fourth = await from('203.0.113.7')
    expect(refusal(fourth)).toEqual({ status: 429, code: 'TOO_MANY_REQUESTS' })
    expect(Number(fourth.headers['retry-after'])).toBeGreaterThan(0)
    expect((await from('203.0.113.8')).status).toBe(200)
    // The first entry is whatever the caller wrote; the last one is our own proxy's.
    expect((await from('198.51.100.1, 203.0.113.7')).status).toBe(429)
    clock.advance(60_000)
    expect((await from('203.0.113.7')).status).toBe(200)
    for (const _ of Array.from({ length: 20 })) await newToken(company.url)
  })
})

describe('the secret of the company', () => {
  const headers = bearer(SECRET)

  it('names a customer', async () => {
    const made = await call(company.url, `${base}/tokens/generate`, {
      method: 'POST',
      headers,
      body: { user: { id: 'erika@example.org' } },
    })
    const { conversationId, token } = made.json as unknown as ChatToken
    await post(conversationId, token, message('open'))
    expect((await company.store.conversations.get(conversationId))?.customerId).toBe('dl_erika@example.org')
  })

  it('cannot take over an id of another channel', async () => {
    const made = await call(company.url, `${base}/tokens/generate`, {
      method: 'POST',
      headers,
      body: { user: { id: 'msteams:aad-1' } },
    })
    expect(refusal(made)).toEqual({ status: 400, code: 'BODY_INVALID' })
  })

  it('opens conversations that were handed out here, and no others', async () => {
    const started = await call(company.url, `${base}/conversations`, { method: 'POST', headers, body: {} })
    expect(started.status).toBe(201)
    const id = String(started.json.conversationId)
    expect((await post(id, SECRET, message('open'))).status).toBe(200)
    for (const unknown of ['made-up', 'msteams:a:1', 'x'.repeat(200)]) {
      const answer = await call(company.url, `${base}/conversations/${unknown}/activities`, { headers })
      expect(refusal(answer)).toEqual({ status: 404, code: 'CONVERSATION_UNKNOWN' })
    }
  })

  it('alone makes tokens: a token does not', async () => {
    const { token } = await newToken(company.url)
    const made = await call(company.url, `${base}/tokens/generate`, { method: 'POST', headers: bearer(token) })
    expect(refusal(made)).toEqual({ status: 403, code: 'TOKEN_INVALID' })
  })
})

describe('a watermark', () => {
  it.each(['-1', 'abc', '1.5', '3', '99999999999999999999', '1e1', "0' OR 1=1", ' 1'])(
    'of %j is refused when there are two messages',
    async (watermark) => {
      const { conversationId, token } = await newToken(company.url)
      await post(conversationId, token, message('open'))
      const query = `?watermark=${encodeURIComponent(watermark)}`
      const expected = { status: 400, code: 'WATERMARK_INVALID' }
      const path = `${base}/conversations/${conversationId}`
      const headers = bearer(token)
      expect(refusal(await call(company.url, `${path}/activities${query}`, { headers }))).toEqual(expected)
      expect(refusal(await call(company.url, `${path}${query}`, { headers }))).toEqual(expected)
    },
  )

  it('resumes without a gap or a repeat', async () => {
    const { conversationId, token } = await newToken(company.url)
    await post(conversationId, token, message('open'))
    const read = async (watermark: string) =>
      (
        await call(company.url, `${base}/conversations/${conversationId}/activities?watermark=${watermark}`, {
          headers: bearer(token),
        })
      ).json as unknown as { activities: { text: string }[]; watermark: string }
    const all = await read('')
    expect(all.activities.map(({ text }) => text.split('\n')[0])).toEqual(['open', 'We are open from 9 to 18.'])
    expect(all.watermark).toBe('2')
    expect((await read('1')).activities).toHaveLength(1)
    expect(await read('2')).toEqual({ activities: [], watermark: '2' })
    expect((await read('-')).activities).toHaveLength(2)
  })
})

describe('a stream', () => {
  const refusedWith = (path: string): Promise<number | undefined> =>
    new Promise((resolve) => {
      const socket = new WebSocket(`${company.url.replace('http', 'ws')}${path}`)
      socket.on('unexpected-response', (_request, response) => resolve(response.statusCode))
      socket.on('open', () => resolve(undefined))
      socket.on('error', () => {})
    })

  async function streamUrl(): Promise<URL> {
    const { token } = await newToken(company.url)
    const started = await call(company.url, `${base}/conversations`, { method: 'POST', headers: bearer(token) })
    return new URL(String(started.json.streamUrl))
  }

  it('opens with the token in its address, for one minute', async () => {
    const url = await streamUrl()
    expect(await refusedWith(url.pathname + url.search)).toBeUndefined()
    clock.advance(61_000)
    expect(await refusedWith(url.pathname + url.search)).toBe(403)
  })

  it('is refused for another conversation, another kind of token, a bad watermark, and an unknown address', async () => {
    const [one, two] = [await streamUrl(), await streamUrl()]
    expect(await refusedWith(one.pathname + two.search)).toBe(403)
    expect(await refusedWith(`${one.pathname}?t=${mine.token}`)).toBe(403)
    expect(await refusedWith(one.pathname)).toBe(401)
    one.searchParams.set('watermark', '7')
    expect(await refusedWith(one.pathname + one.search)).toBe(400)
    expect(await refusedWith('/v3/directline/elsewhere')).toBe(404)
  })
})
