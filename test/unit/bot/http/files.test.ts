import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ChatToken, DeskConversation, DeskMessage, DeskQueue } from '../../../../bot/http/api.ts'
import { DAY_MS, fixedClock } from '../../../../domain/index.ts'
import { newToken } from '../../../contract/channels/channel-under-test.ts'
import { type Company, openCompany } from '../../../contract/channels/company.ts'
import { call, refusal } from '../../../contract/channels/http-call.ts'
import { type Desk, hire, signIn } from '../../../contract/channels/staff.ts'
import { GIF, HTML, JPEG, PDF, PNG, padded, SVG, WEBP } from '../../../support/sample-files.ts'

let company: Company
let customer: ChatToken
const clock = fixedClock(Date.UTC(2026, 10, 22))
beforeEach(async () => {
  company = await openCompany({ clock })
  customer = await newToken(company.url)
})
afterEach(() => company.stop())

interface Sent {
  name: string
  type: string
  content: Uint8Array
}

const picture: Sent = { name: '收据 1.png', type: 'image/png', content: PNG }
const path = () => `/v3/directline/conversations/${customer.conversationId}`

/** As Microsoft's client sends it. */
async function upload(files: Sent[], activity: object | undefined = {}, token = customer.token) {
  const form = new FormData()
  if (activity) {
    const body = { type: 'message', from: { id: 'me' }, attachments: files.map(({ name }) => ({ name })), ...activity }
    form.append('activity', new Blob([JSON.stringify(body)], { type: 'application/vnd.microsoft.activity' }))
  }
  for (const { name, type, content } of files) form.append('file', new Blob([Uint8Array.from(content)], { type }), name)
  const response = await fetch(`${company.url}${path()}/upload?userId=me`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: form,
  })
  const json = (await response.json()) as { id?: string; error?: { code: string } }
  return { status: response.status, id: json.id, code: json.error?.code }
}

const write = (activity: object) =>
  call(company.url, `${path()}/activities`, {
    method: 'POST',
    headers: { authorization: `Bearer ${customer.token}` },
    body: { type: 'message', from: { id: 'me' }, ...activity },
  })

interface Seen {
  id: string
  text: string
  from: { role: string }
  attachments?: { contentType: string; contentUrl: string; name: string }[]
  channelData: { clientActivityID?: string; candor: { kind: string; options?: string[]; code?: string } }
}

async function seen(): Promise<Seen[]> {
  const { json } = await call(company.url, `${path()}/activities`, {
    headers: { authorization: `Bearer ${customer.token}` },
  })
  return json.activities as Seen[]
}

const kinds = async () => (await seen()).map(({ from, channelData }) => `${from.role} ${channelData.candor.kind}`)

async function onlyFile() {
  const attachment = (await seen()).flatMap(({ attachments }) => attachments ?? [])[0]
  if (!attachment) throw new TypeError('no file has come')
  return attachment
}

async function fetched(url: string, headers: Record<string, string> = {}) {
  const response = await fetch(url, { headers })
  return { status: response.status, headers: response.headers, content: new Uint8Array(await response.arrayBuffer()) }
}

async function agentAtWork(): Promise<Desk> {
  await write({ text: 'human please' })
  const desk = await signIn(company, await hire(company, 'ben', 'agent'))
  const { waiting } = (await desk.get('/api/desk/queue')).json as unknown as DeskQueue
  await desk.send(`/api/desk/escalations/${waiting[0]?.id}/accept`)
  return desk
}

async function agentSends({ name, content, type }: Sent, desk: Desk, clientId: string = randomUUID()) {
  const response = await fetch(`${company.url}/api/desk/conversations/${customer.conversationId}/files`, {
    method: 'POST',
    headers: {
      cookie: desk.cookie,
      'x-candor-csrf': desk.csrf,
      'content-type': type,
      'x-candor-file-name': encodeURIComponent(name),
      'x-candor-client-id': clientId,
    },
    body: Uint8Array.from(content),
  })
  const json = (await response.json()) as { message?: DeskMessage; error?: { code: string } }
  return { status: response.status, message: json.message, code: json.error?.code }
}

describe('a customer’s file', () => {
  it.each([
    ['image/png', PNG],
    ['image/jpeg', JPEG],
    ['image/gif', GIF],
    ['image/webp', WEBP],
    ['application/pdf', PDF],
  ])('of kind %s comes back byte for byte under the link in its attachment', async (type, content) => {
    const { status, id } = await upload([{ name: 'receipt', type, content }], {
      channelData: { clientActivityID: 'k' },
    })
    expect(status).toBe(200)
    const [first] = await seen()
    expect(first).toMatchObject({ id, from: { role: 'user' }, channelData: { clientActivityID: 'k' } })
    const { contentType, contentUrl, name } = await onlyFile()
    expect({ contentType, name }).toEqual({ contentType: type, name: expect.stringMatching(/^receipt\./) })
    const answer = await fetched(contentUrl)
    expect(answer.status).toBe(200)
    expect(answer.content).toEqual(Uint8Array.from(content))
  })

  it('is acknowledged by the bot, which says that it cannot read it and offers a person', async () => {
    await upload([picture])
    const [, reply, ...more] = await seen()
    expect(reply?.text).toMatch(/received your file.*cannot read/)
    expect(reply?.channelData.candor.options).toEqual(['Talk to a person'])
    expect(more).toEqual([])
    await write({ text: 'Talk to a person' })
    expect((await company.store.conversations.get(customer.conversationId))?.owner).toBe('queued')
  })

  it('one after the other are acknowledged once, and again after something else was said', async () => {
    for (let photo = 0; photo < 3; photo++) await upload([picture])
    expect(await kinds()).toEqual(['user file', 'bot clarification', 'user file', 'user file'])
    await write({ text: 'when are you open' })
    await upload([picture])
    expect((await kinds()).slice(4)).toEqual(['user text', 'bot answer', 'user file', 'bot clarification'])
  })

  it('lets the words beside it go their way', async () => {
    await upload([picture], { text: 'when are you open' })
    expect(await kinds()).toEqual(['user text', 'user file', 'bot clarification', 'bot answer'])
    expect(await company.store.conversations.turns(customer.conversationId)).toMatchObject([{ seq: 1 }])
  })

  it('with a wish for a person goes to that person without another word from the bot', async () => {
    await upload([picture], { text: 'human please' })
    expect(await kinds()).toEqual(['user text', 'user file', 'bot handover'])
  })

  it('reopens what was closed, and is no turn of the bot', async () => {
    const desk = await agentAtWork()
    await desk.send(`/api/desk/conversations/${customer.conversationId}/resolve`, { outcome: 'resolved' })
    const turns = await company.store.conversations.turns(customer.conversationId)
    await upload([picture])
    expect((await company.store.conversations.get(customer.conversationId))?.owner).toBe('bot')
    expect(await company.store.conversations.turns(customer.conversationId)).toEqual(turns)
  })

  it('sent twice under one id is there once', async () => {
    const activity = { channelData: { clientActivityID: 'once' } }
    const [one, two] = await Promise.all([upload([picture], activity), upload([picture], activity)])
    const three = await upload([picture], activity)
    expect(new Set([one.id, two.id, three.id]).size).toBe(1)
    expect(await company.store.files.totalBytes(customer.conversationId)).toBe(PNG.length)
  })

  it('may come without an activity, and as a data: URL in one', async () => {
    expect((await upload([picture], undefined)).status).toBe(200)
    const contentUrl = `data:application/pdf;base64,${Buffer.from(PDF).toString('base64')}`
    const attachments = [{ contentType: 'application/pdf', contentUrl, name: 'invoice.pdf' }]
    expect((await write({ attachments })).status).toBe(200)
    expect((await seen()).flatMap(({ attachments: all }) => all?.map(({ name }) => name) ?? [])).toEqual([
      '收据 1.png',
      'invoice.pdf',
    ])
  })

  it('comes to the agent silently once a person serves the customer', async () => {
    const desk = await agentAtWork()
    const before = (await seen()).length
    await upload([picture])
    expect((await seen()).length).toBe(before + 1)
    const read = await desk.get(`/api/desk/conversations/${customer.conversationId}`)
    const { messages } = read.json as unknown as DeskConversation
    const { file, text, kind } = messages.at(-1) ?? {}
    expect({ text, kind, file }).toMatchObject({
      text: '收据 1.png',
      kind: 'file',
      file: { name: '收据 1.png', mediaType: 'image/png', bytes: PNG.length },
    })
    const answer = await fetched(`${company.url}${file?.url}`, { cookie: desk.cookie })
    expect(answer.content).toEqual(Uint8Array.from(PNG))
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin')
  })
})

describe('a file that must not be taken', () => {
  it.each([
    ['a drawing with scripts', [{ name: 'x.svg', type: 'image/svg+xml', content: SVG }], 415, 'FILE_REFUSED'],
    ['a page called a picture', [{ name: 'x.png', type: 'image/png', content: HTML }], 415, 'FILE_REFUSED'],
    ['a picture called a page', [{ name: 'x.png', type: 'text/html', content: PNG }], 415, 'FILE_REFUSED'],
    ['one bad among good ones', [picture, { name: 'x', type: '', content: HTML }], 415, 'FILE_REFUSED'],
    ['one byte more than 8 MB', [{ ...picture, content: padded(PNG, 8 * 1024 ** 2 + 1) }], 413, 'FILE_TOO_LARGE'],
    ['six at once', Array.from({ length: 6 }, () => picture), 400, 'FILES_TOO_MANY'],
    ['none, and no words', [], 400, 'BODY_INVALID'],
  ])('%s: nothing of it is stored', async (_what, files, status, code) => {
    expect(await upload(files)).toMatchObject({ status, code })
    expect(await company.store.conversations.get(customer.conversationId)).toBeUndefined()
  })

  it('is not fetched from anywhere for a customer', async () => {
    const attachments = [{ contentType: 'image/png', contentUrl: `${company.url}/livez`, name: 'x.png' }]
    expect(refusal(await write({ text: 'look', attachments }))).toEqual({ status: 415, code: 'UPLOAD_UNSUPPORTED' })
  })

  it('is not even read from somebody without a token, or with one for elsewhere', async () => {
    expect(await upload([picture], {}, 'nonsense')).toMatchObject({ status: 403, code: 'TOKEN_INVALID' })
    const other = await newToken(company.url)
    expect(await upload([picture], {}, other.token)).toMatchObject({ status: 403, code: 'TOKEN_INVALID' })
  })

  it('is one more than the conversation has room for; one that is there already is still acknowledged', async () => {
    const large = { ...picture, content: padded(PNG, 8 * 1024 ** 2) }
    for (let part = 0; part < 2; part++) await upload(Array.from({ length: 5 }, () => large))
    await upload([large, large], { channelData: { clientActivityID: 'last' } })
    expect(await upload([large])).toMatchObject({ status: 413, code: 'FILES_FULL' })
    expect(await upload([large, large], { channelData: { clientActivityID: 'last' } })).toMatchObject({ status: 200 })
    expect(await upload([picture])).toMatchObject({ status: 200 })
  })
})

describe('a link to a file', () => {
  it('serves it so that nothing in it can run', async () => {
    await upload([{ name: 'run "now".html', type: 'image/gif', content: Buffer.concat([GIF, HTML]) }])
    const { headers } = await fetched((await onlyFile()).contentUrl)
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'image/gif',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-disposition': `inline; filename="run _now_.html.gif"; filename*=UTF-8''run%20_now_.html.gif`,
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': expect.stringMatching(/^private/),
    })
  })

  it('gives a document to be saved, under its own name', async () => {
    await upload([{ name: "发票 (1)'s.pdf", type: 'application/pdf', content: PDF }])
    const { headers } = await fetched((await onlyFile()).contentUrl)
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="__ (1)'s.pdf"; filename*=UTF-8''%E5%8F%91%E7%A5%A8%20%281%29%27s.pdf`,
    )
  })

  it('ends after a week, opens no other file, and is no token for anything else', async () => {
    await upload([picture])
    await upload([{ name: 'x.pdf', type: 'application/pdf', content: PDF }])
    const [one, two] = (await seen())
      .flatMap(({ attachments }) => attachments ?? [])
      .map(({ contentUrl }) => contentUrl)
    const url = new URL(one ?? '')
    const token = url.searchParams.get('t') ?? ''
    const invalid = { status: 403, code: 'FILE_LINK_INVALID' }
    const get = async (address: string) => refusal(await call(company.url, address))
    expect(await get(`${new URL(two ?? '').pathname}?t=${token}`)).toEqual(invalid)
    expect(await get(url.pathname)).toEqual(invalid)
    expect(await get(`${url.pathname}?t=${customer.token}`)).toEqual(invalid)
    const headers = { authorization: `Bearer ${token}` }
    expect(refusal(await call(company.url, `${path()}/activities`, { headers }))).toMatchObject({ status: 403 })
    clock.advance(7 * DAY_MS - 1_000)
    expect((await fetched(url.href)).status).toBe(200)
    clock.advance(2_000)
    expect(await get(`${url.pathname}${url.search}`)).toEqual(invalid)
  })
})

describe('an agent’s file', () => {
  it('comes to the customer with the agent’s name, once however often it is sent', async () => {
    const desk = await agentAtWork()
    const sent = await agentSends(picture, desk, 'f1')
    expect(sent.message).toMatchObject({ kind: 'file', from: 'agent', mine: true, file: { name: '收据 1.png' } })
    expect((await agentSends(picture, desk, 'f1')).message).toEqual(sent.message)
    const files = (await seen()).filter(({ attachments }) => attachments)
    expect(files).toMatchObject([{ from: { role: 'bot', name: 'ben' }, text: '收据 1.png' }])
    expect((await fetched((await onlyFile()).contentUrl)).content).toEqual(Uint8Array.from(PNG))
  })

  it('is checked as a customer’s is', async () => {
    const desk = await agentAtWork()
    const before = (await seen()).length
    expect(await agentSends({ name: 'x.png', type: 'image/png', content: HTML }, desk)).toMatchObject({
      status: 415,
      code: 'FILE_REFUSED',
    })
    expect(await agentSends({ ...picture, content: padded(PNG, 8 * 1024 ** 2 + 1) }, desk)).toMatchObject({
      status: 413,
    })
    expect((await seen()).length).toBe(before)
  })

  it('is sent by the one who serves the customer, and seen by nobody without a session', async () => {
    const desk = await agentAtWork()
    const { message } = await agentSends(picture, desk)
    const cleo = await signIn(company, await hire(company, 'cleo', 'agent'))
    expect(await agentSends(picture, cleo)).toMatchObject({ status: 409, code: 'CONVERSATION_TAKEN' })
    expect(await agentSends(picture, { ...desk, csrf: 'x' })).toMatchObject({ status: 403, code: 'CSRF_MISSING' })
    const url = message?.file?.url ?? ''
    expect(refusal(await call(company.url, url))).toEqual({ status: 401, code: 'SIGN_IN_NEEDED' })
    const none = await desk.get(`/api/desk/conversations/${customer.conversationId}/files/none`)
    expect(refusal(none)).toEqual({ status: 404, code: 'FILE_UNKNOWN' })
  })
})
