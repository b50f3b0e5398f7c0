import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkFile } from '../../../../bot/files/index.ts'
import { ANNA, type Company, type CompanyOptions, openCompany } from '../../../contract/channels/company.ts'
import { type Connector, openConnector } from '../../../contract/channels/connector.ts'
import { type FileHost, openFileHost } from '../../../contract/channels/file-host.ts'
import { call } from '../../../contract/channels/http-call.ts'
import { HTML, PDF, PNG } from '../../../support/sample-files.ts'

let company: Company
let connector: Connector
let host: FileHost
/** The late picture comes only now. */
let sendLatePicture: () => void
beforeEach(async () => {
  connector = await openConnector()
  company = await openCompany()
  host = await openFileHost((path, response) => {
    if (path === '/photo.png') response.end(PNG)
    else if (path === '/invoice.pdf') response.end(PDF)
    else if (path === '/page.png') response.end(HTML)
    else if (path === '/endless.png') endless(response)
    else if (path === '/late.png') sendLatePicture = () => response.end(PNG)
    else {
      response.writeHead(path === '/elsewhere.png' ? 302 : 404, { location: `${host.url}/photo.png` })
      response.end()
    }
  })
})
afterEach(async () => {
  await company.stop()
  await connector.stop()
  await host.stop()
})

/** A picture without an end, and without a word about its length. */
function endless(response: Parameters<Parameters<typeof openFileHost>[0]>[1]): void {
  const chunk = Buffer.alloc(1024 * 1024)
  const more = () => {
    while (!response.destroyed && response.write(chunk));
  }
  response.write(PNG)
  response.on('drain', more)
  more()
}

async function reopen(options: CompanyOptions): Promise<void> {
  await company.stop()
  company = await openCompany({ store: company.store, ...options })
}

const CONVERSATION = 'msteams:a:1'
const post = (activity: object) =>
  call(company.url, '/api/messages', {
    method: 'POST',
    body: {
      type: 'message',
      id: randomUUID(),
      channelId: 'msteams',
      serviceUrl: connector.serviceUrl,
      conversation: { id: 'a:1', conversationType: 'personal' },
      from: { id: '29:1', name: 'Chris', aadObjectId: 'aad-1' },
      recipient: { id: '28:bot', name: 'bot' },
      locale: 'en-US',
      ...activity,
    },
  })

const inline = (path: string, name = path.slice(1)) => ({
  contentType: 'image/*',
  contentUrl: `${host.url}${path}`,
  name,
})
const stored = () => company.store.conversations.messages(CONVERSATION, 0, 100)
const kinds = async () => (await stored()).map(({ from, body }) => `${from} ${body.kind}`)
const heard = () => connector.accepted.map(({ text }) => text)

describe('a file from Teams', () => {
  it('is fetched, stored, and acknowledged with the offer of a person', async () => {
    const shared = {
      contentType: 'application/vnd.microsoft.teams.file.download.info',
      content: { downloadUrl: `${host.url}/invoice.pdf`, uniqueId: 'u', fileType: 'pdf' },
      name: 'invoice.pdf',
    }
    expect((await post({ text: 'look', attachments: [inline('/photo.png'), shared] })).status).toBe(200)
    expect(await kinds()).toEqual([
      'customer text',
      'customer file',
      'customer file',
      'bot clarification',
      'bot clarification',
    ])
    const files = (await stored()).flatMap(({ body }) => (body.kind === 'file' ? [body.file] : []))
    expect(files).toMatchObject([
      { name: 'photo.png', mediaType: 'image/png' },
      { name: 'invoice.pdf', mediaType: 'application/pdf' },
    ])
    const kept = await company.store.files.get(CONVERSATION, files[1]?.id ?? '')
    expect(Uint8Array.from(kept?.content ?? [])).toEqual(Uint8Array.from(PDF))
    await expect.poll(() => heard()[0]).toMatch(/received your files.*cannot read/)
  })

  it('once more in HTML, or as a card, is none', async () => {
    await post({
      text: 'when are you open',
      attachments: [
        { contentType: 'text/html', content: '<p>when are you open</p>' },
        { contentType: 'application/vnd.microsoft.card.adaptive', content: {} },
      ],
    })
    expect(await kinds()).toEqual(['customer text', 'bot answer'])
  })

  it('sent again by Teams is there once, and not fetched again', async () => {
    const message = { id: 'm1', localTimestamp: '2026-11-22T10:00:00+08:00', attachments: [inline('/photo.png')] }
    await post(message)
    const before = await stored()
    await post(message)
    await post({ ...message, id: 'm2' })
    expect(await stored()).toEqual(before)
    expect(host.asked).toEqual(['/photo.png'])
  })

  it.each([
    ['is not there', '/none.png'],
    ['is no picture', '/page.png'],
    ['never ends', '/endless.png'],
    ['is said to be elsewhere', '/elsewhere.png'],
  ])('that %s is told to the customer and the agent, and the words beside it go their way', async (_what, path) => {
    expect((await post({ text: 'when are you open', attachments: [inline(path)] })).status).toBe(200)
    expect(await kinds()).toEqual(['customer text', 'system notice', 'bot answer'])
    await expect.poll(() => heard()[0]).toContain(`“${path.slice(1)}” did not reach us`)
    expect(host.asked).toEqual([path])
  })

  it('is not overtaken by what is written after it, and holds up nobody else', async () => {
    const withPicture = post({ text: 'this is what came', attachments: [inline('/late.png')] })
    await expect.poll(() => host.asked).toEqual(['/late.png'])
    const after = post({ text: 'and it is broken' })
    await post({ text: 'when are you open', conversation: { id: 'a:2', conversationType: 'personal' } })
    sendLatePicture()
    await Promise.all([withPicture, after])
    const written = (await stored()).filter(({ from }) => from === 'customer')
    expect(written.map(({ text }) => text)).toEqual(['this is what came', 'late.png', 'and it is broken'])
  })

  it('on a host that is not the channel’s is not asked for', async () => {
    const contentUrl = `${host.url.replace('127.0.0.1', '[::ffff:127.0.0.1]')}/photo.png`
    for (const url of [contentUrl, 'https://evil.example/photo.png', 'file:///etc/passwd', 'nonsense']) {
      await post({ attachments: [{ ...inline('/photo.png'), contentUrl: url }] })
    }
    expect(await kinds()).toEqual(Array.from({ length: 4 }, () => 'system notice'))
    expect(host.asked).toEqual([])
  })

  it('beyond the fifth is told as one that did not come', async () => {
    await post({ attachments: Array.from({ length: 6 }, (_, index) => inline('/photo.png', `${index}.png`)) })
    const [notice] = (await stored()).filter(({ from }) => from === 'system')
    expect(notice?.text).toContain('“5.png” did not reach us')
    expect((await kinds()).filter((kind) => kind === 'customer file')).toHaveLength(5)
  })
})

describe('an agent’s file to Teams', () => {
  async function agentSends(name: string, content: Uint8Array): Promise<void> {
    await post({ text: 'human please' })
    const [escalation] = await company.store.escalations.waiting(1)
    await company.conversations.accept(escalation?.id ?? '', ANNA)
    await company.conversations.say(CONVERSATION, ANNA, checkFile({ name, content }))
  }
  const last = async () => {
    const { length } = (await stored()).filter(({ from }) => from !== 'customer')
    await expect.poll(() => connector.accepted.length).toBe(length)
    return connector.accepted.at(-1)
  }

  beforeEach(() => company.store.people.add(ANNA))

  it('is a picture behind a public link, where this server has a public address', async () => {
    await reopen({ publicUrl: company.url })
    // The address is known only once the server listens.
    await reopen({ publicUrl: company.url, port: Number(new URL(company.url).port) })
    await agentSends('photo.png', PNG)
    const sent = await last()
    expect(sent?.text).toBe('Anna: File: photo.png')
    const { contentType, contentUrl } = sent?.attachments?.[0] ?? {}
    expect(contentType).toBe('image/png')
    const answer = await fetch(contentUrl ?? '')
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(Uint8Array.from(PNG))
  })

  it('is a link, if it is a document', async () => {
    await reopen({ publicUrl: 'https://bot.example.com' })
    await agentSends('invoice.pdf', PDF)
    const sent = await last()
    expect(sent?.text).toMatch(/^Anna: File: invoice\.pdf\n\nhttps:\/\/bot\.example\.com\/files\/[\w-]+\?t=[\w.-]+$/)
    expect(sent?.attachments ?? []).toEqual([])
  })

  it('is no more than its name where nobody could fetch it, and says so', async () => {
    await agentSends('photo.png', PNG)
    const sent = await last()
    expect(sent?.text).toBe('Anna: File: photo.png (it cannot be opened in this chat)')
    expect(sent?.attachments ?? []).toEqual([])
  })
})
