import { afterEach, describe, expect, it } from 'vitest'
import { createSignInLink } from '../../../../bot/http/index.ts'
import { fixedClock } from '../../../../domain/index.ts'
import { type Company, openCompany } from '../../../contract/channels/company.ts'
import { type Answer, call, refusal } from '../../../contract/channels/http-call.ts'
import { cookieOf, deskOf, hire, PASSWORD, signIn } from '../../../contract/channels/staff.ts'

const clock = fixedClock(Date.UTC(2026, 10, 22))
const open: Company[] = []
afterEach(async () => {
  for (const company of open.splice(0)) await company.stop()
})

async function company(): Promise<Company> {
  const opened = await openCompany({ clock })
  open.push(opened)
  return opened
}

const attempt = (url: string, email: string, password: string, headers = {}): Promise<Answer> =>
  call(url, '/api/session', { method: 'POST', body: { email, password }, headers })

describe('signing in', () => {
  it('gives a session that scripts cannot read, for twelve hours', async () => {
    const shop = await company()
    const ben = await hire(shop, 'ben', 'agent')
    const answer = await attempt(shop.url, 'BEN@shop.example', PASSWORD)
    expect(answer.headers['set-cookie']?.[0]).toMatch(
      /^candor_session=password\.[\w-]{40,}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Lax$/,
    )
    expect(answer.json).toMatchObject({ agent: { id: 'ben', role: 'agent' }, needsPassword: false })
    expect(answer.text).not.toContain('scrypt')

    const desk = deskOf(shop, ben, answer)
    expect((await desk.get('/api/session')).status).toBe(200)
    clock.advance(12 * 3_600_000)
    expect(refusal(await desk.get('/api/session'))).toEqual({ status: 401, code: 'SIGN_IN_NEEDED' })
  })

  it('marks the cookie as secure behind HTTPS', async () => {
    const shop = await company()
    await hire(shop, 'ben', 'agent')
    const answer = await attempt(shop.url, 'ben@shop.example', PASSWORD, {
      'x-forwarded-proto': 'https',
      'x-forwarded-for': '203.0.113.7',
    })
    expect(answer.headers['set-cookie']?.[0]).toMatch(/; Secure$/)
  })

  it('says the same to a wrong password, an unknown e-mail, and somebody without a password', async () => {
    const shop = await company()
    await hire(shop, 'ben', 'agent')
    await shop.store.people.add({
      id: 'new',
      email: 'new@shop.example',
      name: 'New',
      role: 'agent',
      languages: [],
      queues: [],
      capacity: 5,
      createdAt: 0,
    })
    const answers = [
      await attempt(shop.url, 'ben@shop.example', 'wrong password'),
      await attempt(shop.url, 'nobody@shop.example', PASSWORD),
      await attempt(shop.url, 'new@shop.example', ''.padEnd(10)),
    ]
    for (const answer of answers) {
      expect(refusal(answer)).toEqual({ status: 401, code: 'SIGN_IN_FAILED' })
      expect(answer.text).toBe(answers[0]?.text)
      expect(answer.headers['set-cookie']).toBeUndefined()
    }
  })

  it('is refused after five failures, also with the right password, until a quarter of an hour has passed', async () => {
    const shop = await company()
    await hire(shop, 'ben', 'agent')
    await hire(shop, 'cleo', 'agent')
    const guesses = await Promise.all(
      Array.from({ length: 8 }, (_, guess) => attempt(shop.url, 'ben@shop.example', `guess ${guess}`)),
    )
    expect(guesses.filter(({ status }) => status === 429)).toHaveLength(3)
    expect((await attempt(shop.url, 'ben@shop.example', PASSWORD)).status).toBe(429)
    expect((await attempt(shop.url, 'cleo@shop.example', PASSWORD)).status).toBe(200)
    clock.advance(15 * 60_000)
    expect((await attempt(shop.url, 'ben@shop.example', PASSWORD)).status).toBe(200)
  })

  it('never keeps a session token that was there before', async () => {
    const shop = await company()
    const ben = await hire(shop, 'ben', 'agent')
    const planted = 'candor_session=password.planted-by-somebody-else-0123456789'
    const answer = await attempt(shop.url, 'ben@shop.example', PASSWORD, { cookie: planted })
    expect(cookieOf(answer)).not.toBe(planted)
    expect((await call(shop.url, '/api/session', { headers: { cookie: planted } })).status).toBe(401)

    const first = deskOf(shop, ben, answer)
    const second = deskOf(shop, ben, await attempt(shop.url, ben.email, PASSWORD, { cookie: first.cookie }))
    expect((await first.get('/api/session')).status).toBe(401)
    expect((await second.get('/api/session')).status).toBe(200)
  })

  it('from the page of another site is refused', async () => {
    const shop = await company()
    await hire(shop, 'ben', 'agent')
    const answer = await attempt(shop.url, 'ben@shop.example', PASSWORD, { origin: 'https://evil.example' })
    expect(refusal(answer)).toEqual({ status: 403, code: 'CROSS_SITE' })
    expect(answer.headers['set-cookie']).toBeUndefined()
  })

  it('takes exactly the fields it knows', async () => {
    const shop = await company()
    for (const body of [
      {},
      { email: 'a@b.c' },
      { email: ['a'], password: 'x' },
      { email: 'a@b.c', password: 'x', role: 'administrator' },
      null,
    ]) {
      const answer = await call(shop.url, '/api/session', { method: 'POST', body })
      expect(refusal(answer)).toEqual({ status: 400, code: 'BODY_INVALID' })
    }
  })

  it('ends with signing out', async () => {
    const shop = await company()
    const desk = await signIn(shop, await hire(shop, 'ben', 'agent'))
    const answer = await desk.send('/api/session', {}, { method: 'DELETE' })
    expect(answer.headers['set-cookie']?.[0]).toContain('Max-Age=0')
    expect((await desk.get('/api/session')).status).toBe(401)
  })
})

describe('a sign-in link', () => {
  it('works once, asks for a password, and the password works from then on', async () => {
    const shop = await company()
    const ben = await hire(shop, 'ben', 'manager')
    const token = await createSignInLink(shop.store, 'ben', clock)
    const use = () => call(shop.url, '/api/session/link', { method: 'POST', body: { token } })
    const [one, other] = await Promise.all([use(), use()])
    const [good, late] = one.status === 200 ? [one, other] : [other, one]
    expect(good.json).toMatchObject({ agent: { id: 'ben' }, needsPassword: true })
    expect(refusal(late)).toEqual({ status: 410, code: 'SIGN_IN_LINK_INVALID' })

    const byLink = deskOf(shop, ben, good)
    const short = await byLink.send('/api/session/password', { password: 'short' })
    expect(refusal(short)).toEqual({ status: 400, code: 'BODY_INVALID' })
    const set = await byLink.send('/api/session/password', { password: 'a new passphrase' })
    expect(set.json).toMatchObject({ needsPassword: false })
    expect((await byLink.get('/api/session')).status).toBe(401)
    expect((await attempt(shop.url, ben.email, 'a new passphrase')).status).toBe(200)
    expect((await attempt(shop.url, ben.email, PASSWORD)).status).toBe(401)
  })

  it('is worth nothing after a day', async () => {
    const shop = await company()
    await hire(shop, 'ben', 'agent')
    const token = await createSignInLink(shop.store, 'ben', clock)
    clock.advance(24 * 3_600_000)
    const answer = await call(shop.url, '/api/session/link', { method: 'POST', body: { token } })
    expect(refusal(answer)).toEqual({ status: 410, code: 'SIGN_IN_LINK_INVALID' })
  })

  it('is the only way to a new password without the old one', async () => {
    const shop = await company()
    const desk = await signIn(shop, await hire(shop, 'ben', 'agent'))
    const change = (body: object) => desk.send('/api/session/password', body)
    expect((await change({ password: 'a new passphrase' })).status).toBe(401)
    expect((await change({ password: 'a new passphrase', currentPassword: 'wrong' })).status).toBe(401)
    expect((await change({ password: 'a new passphrase', currentPassword: PASSWORD })).status).toBe(200)
  })
})

describe('a change', () => {
  const path = '/api/desk/conversations/none/return'

  it('needs the CSRF token of its own session', async () => {
    const shop = await company()
    const ben = await signIn(shop, await hire(shop, 'ben', 'agent'))
    const cleo = await signIn(shop, await hire(shop, 'cleo', 'agent'))
    const refused = { status: 403, code: 'CSRF_MISSING' }
    expect(refusal(await ben.send(path, {}, { headers: { 'x-candor-csrf': '' } }))).toEqual(refused)
    expect(refusal(await ben.send(path, {}, { headers: { 'x-candor-csrf': cleo.csrf } }))).toEqual(refused)
    expect(refusal(await ben.send(path))).toEqual({ status: 404, code: 'CONVERSATION_UNKNOWN' })
  })

  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['another port of this host', { origin: 'http://127.0.0.1:1' }],
    ['another site, without an origin', { 'sec-fetch-site': 'cross-site' }],
  ])('from %s is refused, even with the right token', async (_what, headers) => {
    const shop = await company()
    const ben = await signIn(shop, await hire(shop, 'ben', 'agent'))
    expect(refusal(await ben.send(path, {}, { headers }))).toEqual({ status: 403, code: 'CROSS_SITE' })
  })

  it('from our own page is taken', async () => {
    const shop = await company()
    const ben = await signIn(shop, await hire(shop, 'ben', 'agent'))
    const answer = await ben.send(path, {}, { headers: { origin: shop.url, 'sec-fetch-site': 'same-origin' } })
    expect(answer.status).toBe(404)
  })
})
