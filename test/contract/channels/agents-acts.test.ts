import { afterEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type { Agent } from '../../../domain/index.ts'
import { CHANNELS_UNDER_TEST, type ChannelUnderTest, type CustomerLine, newToken } from './channel-under-test.ts'
import { ANNA, type Company, openCompany } from './company.ts'
import { call } from './http-call.ts'

const BEN: Agent = { ...ANNA, id: 'ben', email: 'ben@shop.example', name: 'Ben' }
const SUE: Agent = { ...ANNA, id: 'sue', email: 'sue@shop.example', name: 'Sue', role: 'manager' }
/** Stands in every note, and must stand in nothing that a customer can get. */
const SECRET = 'amongst-ourselves-7351'

const open: { stop(): Promise<unknown> }[] = []
afterEach(async () => {
  // The company first: its deliveries would otherwise run into closed doors.
  for (const each of open.splice(0)) await each.stop()
})

async function staffedCompany(): Promise<Company> {
  const company = await openCompany()
  open.push(company)
  for (const agent of [ANNA, BEN, SUE]) await company.store.people.add(agent)
  return company
}

async function acceptNext({ store, conversations }: Company, agent: Agent): Promise<void> {
  const [waiting] = await store.escalations.waiting(1)
  await conversations.accept(waiting?.id ?? '', agent)
}

/** A conversation in which everything happens that agents can do to it, and notes are written all along. */
async function everythingHappens(company: Company, id: string): Promise<void> {
  const { conversations } = company
  await acceptNext(company, ANNA)
  await conversations.note(id, ANNA, `${SECRET} one`)
  const { seq } = await conversations.say(id, ANNA, 'It comes on Sunday')
  await conversations.correct(id, ANNA, seq, 'It comes on Monday')
  await conversations.join(id, SUE)
  await conversations.say(id, SUE, 'By express')
  await conversations.leave(id, SUE)
  await conversations.transfer(id, ANNA, { to: { agentId: 'ben' }, comment: `${SECRET} two` })
  await acceptNext(company, BEN)
  await conversations.takeOver(id, SUE)
  await conversations.returnToBot(id, SUE)
  await conversations.note(id, SUE, `${SECRET} three`)
}

const SAID = [
  'Anna is here now and has read your messages.',
  'It comes on Sunday',
  'It comes on Monday',
  'Sue has joined the conversation.',
  'By express',
  'Sue has left the conversation.',
  'A colleague is taking over.',
  'Ben is here now and has read your messages.',
  'Sue is here now and has read your messages.',
  'You are speaking with the assistant again.',
]

describe.each(CHANNELS_UNDER_TEST)('on the channel $name', (channel: ChannelUnderTest) => {
  async function lineOf(company: Company): Promise<CustomerLine> {
    const line = await channel.openLine(company)
    open.push(line)
    return line
  }

  it('the customer hears who speaks and what was corrected, and never a note', async () => {
    const company = await staffedCompany()
    const line = await lineOf(company)
    await line.send('a human please', '801')
    await everythingHappens(company, line.conversationId)
    const heard = (await line.heard(SAID.length + 1)).slice(1)
    expect(heard).toHaveLength(SAID.length)
    heard.forEach((text, index) => {
      expect(text).toContain(SAID[index])
      expect(text).not.toContain(SECRET)
    })
    expect(heard[2]).toMatch(/Correction: It comes on Monday$/)
    expect(await company.store.notes.ofConversation(line.conversationId)).toHaveLength(3)
  })
})

describe('a note', () => {
  it('is behind none of the doors that a customer can try', async () => {
    const company = await staffedCompany()
    const { conversationId: id, token, customerKey } = await newToken(company.url)
    const authorization = `Bearer ${token}`
    const post = (path: string, body: object = {}) =>
      call(company.url, path, { method: 'POST', headers: { authorization }, body })
    await post(`/v3/directline/conversations/${id}/activities`, {
      type: 'message',
      text: 'human please',
      from: { id: 'me' },
    })
    const streamUrl = String((await post('/v3/directline/conversations')).json.streamUrl)
    const frames: string[] = []
    const stream = new WebSocket(streamUrl)
    open.push({ stop: async () => stream.close() })
    stream.on('message', (data) => frames.push(String(data)))
    await everythingHappens(company, id)
    await expect.poll(() => frames.join()).toContain('You are speaking with the assistant again.')

    const base = `/v3/directline/conversations/${id}`
    const get = (path: string) => call(company.url, path, { headers: { authorization } })
    const answered = await Promise.all([
      get(`${base}/activities`),
      get(`${base}/activities?watermark=0`),
      get(`${base}?watermark=0`),
      post('/v3/directline/tokens/refresh'),
      call(company.url, '/v3/directline/tokens/generate', {
        method: 'POST',
        body: { conversationId: id, customerKey },
      }),
      get('/api/chat/config'),
    ])
    expect(answered.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200])
    // What is the staff's is closed to the customer's token, whatever is asked of it.
    const closed = await Promise.all([
      ...['/api/desk/queue', '/api/desk/with-bot', `/api/desk/conversations/${id}`].map(get),
      post(`/api/desk/conversations/${id}/notes`, { text: 'mine' }),
    ])
    expect(closed.map(({ status }) => status)).toEqual([401, 401, 401, 401])
    const everything = [...answered, ...closed].map(({ text }) => text).join() + frames.join()
    expect(everything).toContain('By express')
    expect(everything).not.toContain(SECRET)
  })
})
