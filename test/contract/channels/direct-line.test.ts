import { afterEach, describe, expect, it } from 'vitest'
import type { ChatToken } from '../../../bot/http/api.ts'
import { type Company, openCompany } from './company.ts'
import { candorOf, type OfficialChat, officialChat } from './official-client.ts'

const open: { stop(): unknown }[] = []
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.stop()
})

async function company(...options: Parameters<typeof openCompany>): Promise<Company> {
  const opened = await openCompany(...options)
  open.push(opened)
  return opened
}

async function tokenOf(url: string, body: object = {}): Promise<ChatToken> {
  const response = await fetch(`${url}/v3/directline/tokens/generate`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return (await response.json()) as ChatToken
}

function chat(url: string, options: object): OfficialChat {
  const opened = officialChat(url, options)
  open.push({ stop: opened.end })
  return opened
}

describe.each([
  ['polling', false],
  ['a WebSocket', true],
])('the official Direct Line client over %s', (_name, webSocket) => {
  it('sends a message and sees its own echo and the answer, once and in order', async () => {
    const { url } = await company()
    const { token } = await tokenOf(url)
    const customer = chat(url, { token, webSocket })
    const id = await customer.send('I want to return this', 'c1')
    const [echo, answer] = await customer.until(2)
    expect(echo).toMatchObject({ id, text: 'I want to return this', channelData: { clientActivityID: 'c1' } })
    expect(echo?.from.role).toBe('user')
    expect(answer?.from.role).toBe('bot')
    expect(candorOf(answer)).toMatchObject({ kind: 'answer', from: 'bot', source: { title: 'Returns page' } })
  })
})
