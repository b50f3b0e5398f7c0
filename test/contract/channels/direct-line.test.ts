import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newToken } from './channel-under-test.ts'
import { type Company, openCompany } from './company.ts'
import { candorOf, type OfficialChat, officialChat } from './official-client.ts'

let company: Company
const chats: OfficialChat[] = []
beforeEach(async () => {
  company = await openCompany()
})
afterEach(async () => {
  for (const chat of chats.splice(0)) chat.end()
  await company.stop()
})

async function open(options: object): Promise<OfficialChat> {
  const chat = officialChat(company.url, options)
  chats.push(chat)
  return chat
}

describe.each([
  ['polling', false],
  ['a WebSocket', true],
])('the official Direct Line client, unchanged, over %s', (_name, webSocket) => {
  it('sees its own message come back under the id it was given, and then the answer', async () => {
    const { token } = await newToken(company.url)
    const chat = await open({ token, webSocket })
    const id = await chat.send('I want to return this', 'c1')
    const [echo, answer] = await chat.until(2)
    expect(echo).toMatchObject({
      id,
      text: 'I want to return this',
      from: { role: 'user' },
      channelData: { clientActivityID: 'c1' },
    })
    expect(answer).toMatchObject({ from: { role: 'bot' }, text: expect.stringContaining('Source: Returns page') })
  })

  it('gets the bare text when it says that it shows sources itself', async () => {
    const { token } = await newToken(company.url)
    const chat = await open({ token, webSocket, botAgent: 'candor-chat' })
    await chat.send('I want to return this', 'c1')
    const [, answer] = await chat.until(2)
    expect(answer).toMatchObject({ text: 'You can return it within 30 days.' })
    expect(candorOf(answer)).toMatchObject({ kind: 'answer', source: { title: 'Returns page' } })
  })

  it('reads a long conversation to its end, in order and once, from wherever it left off', async () => {
    const { token, conversationId } = await newToken(company.url)
    const first = await open({ token, webSocket })
    await first.send('when are you open', 'c0')
    await first.until(2)
    for (let count = 0; count < 120; count++) {
      await company.conversations.receive({
        conversationId,
        channel: 'web',
        customer: { id: (await company.store.conversations.get(conversationId))?.customerId ?? '' },
        text: `${count} open`,
        clientId: randomUUID(),
      })
    }
    const stored = await company.store.conversations.messages(conversationId, 0, 1000)
    const later = await open({ token, conversationId, watermark: '2', webSocket })
    const seen = await later.until(stored.length - 2)
    expect(seen.map(({ id }) => id)).toEqual(stored.slice(2).map(({ id }) => id))
  })
})
