import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Company, openCompany } from '../../../contract/channels/company.ts'
import { call, refusal } from '../../../contract/channels/http-call.ts'

let company: Company
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'candor-pages-'))
  const root = join(folder, 'dist')
  for (const each of ['chat', 'desk', 'dashboard', 'gap', 'assets']) await mkdir(join(root, each), { recursive: true })
  await writeFile(join(folder, 'secret.txt'), 'not for you')
  await writeFile(join(root, 'index.html'), '<h1>Shop</h1>')
  await writeFile(join(root, 'chat/index.html'), '<h1>Chat</h1>')
  await writeFile(join(root, 'desk/index.html'), '<h1>Desk</h1>')
  await writeFile(join(root, 'dashboard/index.html'), '<h1>Dashboard</h1>')
  await writeFile(join(root, 'gap/index.html'), '<h1>Gap</h1>')
  await writeFile(join(root, 'chat.js'), 'chat()')
  await writeFile(join(root, 'assets/desk-abc123.js'), `// ${'long '.repeat(1000)}`)
  await writeFile(join(root, 'notes.md'), 'not a page')
  company = await openCompany({ config: { webRoot: root } })
})
afterAll(async () => {
  await company.stop()
  await rm(folder, { recursive: true })
})

describe('the server', () => {
  it('says so when somebody else has the port', async () => {
    const port = Number(new URL(company.url).port)
    await expect(openCompany({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })
})

describe('pages', () => {
  it.each([
    ['/', 'Shop'],
    ['/chat/', 'Chat'],
    ['/chat', 'Chat'],
    ['/desk', 'Desk'],
    ['/desk?link=abc', 'Desk'],
    ['/dashboard', 'Dashboard'],
    ['/gap', 'Gap'],
  ])('are served at %s', async (path, title) => {
    const { status, text, headers } = await call(company.url, path)
    expect({ status, text, type: headers['content-type'] }).toEqual({
      status: 200,
      text: `<h1>${title}</h1>`,
      type: 'text/html; charset=utf-8',
    })
  })

  it('keep built assets for ever and ask again for everything else', async () => {
    const asset = await call(company.url, '/assets/desk-abc123.js')
    expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    const page = await call(company.url, '/desk')
    expect(page.headers['cache-control']).toBe('no-cache')
    const again = await call(company.url, '/desk', { headers: { 'if-none-match': String(page.headers.etag) } })
    expect({ status: again.status, text: again.text }).toEqual({ status: 304, text: '' })
  })

  it('are compressed for those who understand it', async () => {
    const response = await fetch(`${company.url}/assets/desk-abc123.js`, { headers: { 'accept-encoding': 'gzip' } })
    expect(response.headers.get('content-encoding')).toBe('gzip')
    expect(await response.text()).toContain('long long')
    expect((await call(company.url, '/assets/desk-abc123.js')).headers['content-encoding']).toBeUndefined()
  })

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/....//secret.txt',
    '//secret.txt',
    '/assets',
    '/notes.md',
    '/constructor',
    '/__proto__',
    '/index.html%00.js',
  ])('never come from outside their folder: %s', async (path) => {
    const answer = await call(company.url, path)
    expect(refusal(answer)).toEqual({ status: 404, code: 'NOT_FOUND' })
    expect(answer.text).not.toContain('not for you')
  })
})

describe('every answer', () => {
  it('lets other sites frame the chat and nothing else', async () => {
    const ancestors = async (path: string) =>
      /frame-ancestors ([^;]*)/.exec(String((await call(company.url, path)).headers['content-security-policy']))?.[1]
    expect(await ancestors('/chat/')).toBe('*')
    expect(await ancestors('/desk')).toBe("'none'")
    expect(await ancestors('/dashboard')).toBe("'none'")
    expect(await ancestors('/api/session')).toBe("'none'")
    expect(await ancestors('/nowhere')).toBe("'none'")
  })

  it('runs scripts of this server only, guesses no types, and names no software', async () => {
    const { headers } = await call(company.url, '/desk')
    expect(headers['content-security-policy']).toContain("default-src 'self'")
    expect(headers['content-security-policy']).not.toContain('script-src')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers.server).toBeFalsy()
    expect(headers['x-powered-by']).toBeUndefined()
  })

  it('may be read by other sites for the chat protocol and its script only', async () => {
    const origin = { origin: 'https://shop.example' }
    const allowed = async (path: string) =>
      (await call(company.url, path, { headers: origin })).headers['access-control-allow-origin']
    expect(await allowed('/chat.js')).toBe('*')
    expect(await allowed('/v3/directline/conversations/x')).toBe('*')
    for (const path of ['/api/session', '/api/desk/queue', '/api/messages', '/', '/desk']) {
      expect(await allowed(path)).toBeUndefined()
    }
    const preflight = await call(company.url, '/v3/directline/conversations', { method: 'OPTIONS', headers: origin })
    expect(preflight.status).toBe(204)
    expect(preflight.headers['access-control-allow-headers']).toContain('authorization')
    expect(preflight.headers['access-control-allow-credentials']).toBeUndefined()
  })

  it.each([
    ['GET', '/nowhere', 404, 'NOT_FOUND'],
    ['GET', '/api/nowhere', 404, 'NOT_FOUND'],
    ['POST', '/nowhere', 404, 'NOT_FOUND'],
    ['PUT', '/api/session', 405, 'METHOD_NOT_ALLOWED'],
    ['DELETE', '/v3/directline/conversations', 405, 'METHOD_NOT_ALLOWED'],
    ['GET', '/%E0%A4%A', 404, 'NOT_FOUND'],
  ])('to %s %s is an error in JSON', async (method, path, status, code) => {
    const answer = await call(company.url, path, { method })
    expect(refusal(answer)).toEqual({ status, code })
    expect(answer.json.error?.message).toContain(path)
  })

  it('hides what went wrong inside, and logs it under the id it names', async () => {
    const broken = await openCompany()
    broken.store.settings.get = () => Promise.reject(new TypeError('the password of the database is 1234'))
    const answer = await call(broken.url, '/readyz')
    await broken.stop()
    expect(refusal(answer)).toEqual({ status: 500, code: 'INTERNAL' })
    expect(answer.text).not.toMatch(/1234|TypeError|\.ts/)
    const logged = broken.logged.find(({ fields }) => 'incident' in fields)?.fields as { incident: string; err: Error }
    expect(answer.json.error?.message).toContain(logged.incident)
    expect(logged.err.message).toContain('1234')
  })

  it('carries no header that a caller wrote', async () => {
    const answer = await call(company.url, '/nowhere%0d%0aSet-Cookie:%20x=1?y=%0d%0aLocation:%20z')
    expect(answer.status).toBe(404)
    expect(answer.headers['set-cookie']).toBeUndefined()
    expect(answer.headers.location).toBeUndefined()
  })

  it('names a host that can only be a host in the address of a stream', async () => {
    const { token } = (await call(company.url, '/v3/directline/tokens/generate', { method: 'POST' })).json
    const started = await call(company.url, '/v3/directline/conversations', {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'x-forwarded-host': 'evil.example/?x=',
        'x-forwarded-proto': 'https',
      },
    })
    expect(started.json.streamUrl).toMatch(/^wss:\/\/localhost\/v3\/directline\//)
  })
})

describe('a server', () => {
  it('says that it lives and that it is ready', async () => {
    expect((await call(company.url, '/healthz')).json).toEqual({ status: 'ok' })
    expect((await call(company.url, '/readyz')).json).toEqual({ status: 'ready' })
  })

  it('tells the chat window whose shop this is', async () => {
    expect((await call(company.url, '/api/chat/config')).json).toEqual({
      company: { en: 'Corner Shop', zh: '街角小店' },
      languages: ['en', 'zh'],
      defaultLanguage: 'en',
    })
  })

  it('ends requests that are running before it closes', async () => {
    const closing = await openCompany()
    const read = closing.store.settings.get
    let arrived = () => {}
    const running = new Promise<void>((resolve) => {
      arrived = resolve
    })
    closing.store.settings.get = async (key) => {
      arrived()
      await new Promise((resolve) => setTimeout(resolve, 50))
      return read(key)
    }
    const answer = call(closing.url, '/readyz')
    await running
    await closing.stop()
    expect((await answer).status).toBe(200)
  })
})
