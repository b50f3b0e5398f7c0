import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fixedClock } from '../../../../domain/index.ts'
import { type Company, type CompanyOptions, openCompany } from '../../../contract/channels/company.ts'
import { type Connector, openConnector } from '../../../contract/channels/connector.ts'
import { type Answer, call, refusal } from '../../../contract/channels/http-call.ts'

let company: Company
let connector: Connector
const clock = fixedClock(Date.UTC(2026, 10, 22))
beforeEach(async () => {
  connector = await openConnector()
  company = await openCompany({ clock })
})
afterEach(async () => {
  await company.stop()
  await connector.stop()
})

async function reopen(options: CompanyOptions): Promise<void> {
  await company.stop()
  company = await openCompany(options)
}

const post = (activity: object, headers = {}): Promise<Answer> =>
  call(company.url, '/api/messages', {
    method: 'POST',
    headers,
    body: {
      type: 'message',
      id: randomUUID(),
      channelId: 'msteams',
      serviceUrl: connector.serviceUrl,
      conversation: { id: 'a:1', conversationType: 'personal' },
      from: { id: '29:1', name: 'Chris', aadObjectId: 'aad-1' },
      recipient: { id: '28:bot', name: 'bot' },
      ...activity,
    },
  })

const stored = () => company.store.conversations.messages('msteams:a:1', 0, 100)
const failures = () => company.logged.filter(({ text }) => text.includes('will be tried again')).length
const said = () => connector.accepted.map(({ text }) => text?.split(/ \[1\]|\n/)[0])

describe('/api/messages without an app id', () => {
  it('answers this machine only, and nobody behind a proxy', async () => {
    for (const header of ['x-forwarded-for', 'forwarded', 'x-real-ip']) {
      const answer = await post({ text: 'open' }, { [header]: '127.0.0.1' })
      expect(refusal(answer)).toEqual({ status: 403, code: 'LOOPBACK_ONLY' })
    }
    expect(await stored()).toEqual([])
    expect((await post({ text: 'open' })).status).toBe(200)
  })
})

describe('/api/messages with an app id', () => {
  it('refuses what Microsoft has not signed', async () => {
    await reopen({ app: { appId: 'app', password: 'secret' } })
    const serviceUrl = 'https://smba.trafficmanager.net/emea/'
    for (const headers of [{}, { authorization: 'Bearer x.y.z' }, { authorization: 'Basic abc' }]) {
      const answer = await post({ text: 'open', serviceUrl }, headers)
      expect(refusal(answer)).toEqual({ status: 401, code: 'BOT_AUTHENTICATION_FAILED' })
    }
    expect(refusal(await post({ text: 'open' }))).toEqual({ status: 403, code: 'SERVICE_URL_REFUSED' })
    expect(await stored()).toEqual([])
  })
})

describe('an activity', () => {
  it.each<[string, number, string, object]>([
    ['without a conversation', 400, 'BODY_INVALID', { conversation: undefined }],
    ['without a sender', 400, 'BODY_INVALID', { from: {} }],
    ['from a channel with a strange name', 400, 'BODY_INVALID', { channelId: 'a:b' }],
    ['that wants its answer elsewhere', 403, 'SERVICE_URL_REFUSED', { serviceUrl: 'http://169.254.169.254/' }],
    ['with too long a text', 400, 'TEXT_TOO_LONG', { text: 'x'.repeat(4001) }],
    ['with half a survey', 400, 'BODY_INVALID', { value: { candor: 'survey' } }],
  ])('%s is refused, and nothing is stored', async (_what, status, code, activity) => {
    expect(refusal(await post({ text: 'open', ...activity }))).toEqual({ status, code })
    expect(await stored()).toEqual([])
    expect(connector.requests()).toBe(0)
  })

  it('is taken once when it comes again under a new id', async () => {
    const written = { text: 'when are you open', localTimestamp: '2026-11-22T10:00:00.123+08:00' }
    await post({ ...written, id: '1' })
    clock.advance(30_000)
    expect((await post({ ...written, id: '2' })).status).toBe(200)
    expect(await stored()).toHaveLength(2)
  })

  it('is known again after a restart', async () => {
    const written = { text: 'when are you open', localTimestamp: '2026-11-22T10:00:00.123+08:00' }
    await post({ ...written, id: '1' })
    await reopen({ clock, store: company.store })
    await post({ ...written, id: '1', timestamp: '2026-11-22T02:00:15Z' })
    await post({ ...written, id: '2' })
    expect(await stored()).toHaveLength(2)
  })

  it('loses the mention of the bot, and keeps who wrote it', async () => {
    const mention = { type: 'mention', mentioned: { id: '28:bot', name: 'bot' }, text: '<at>bot</at>' }
    await post({ text: '<at>bot</at> when are you open?', entities: [mention] })
    expect((await stored())[0]?.text).toBe('when are you open?')
    expect((await company.store.conversations.get('msteams:a:1'))?.channel).toBe('teams')
    expect(await company.store.customers.get('msteams:aad-1')).toMatchObject({ name: 'Chris' })
  })

  it('without anything to answer is taken and stores nothing', async () => {
    for (const activity of [
      { text: '' },
      { text: null, attachments: [{ contentType: 'image/png' }] },
      { type: 'typing' },
      { type: 'messageReaction' },
      { type: 'conversationUpdate', membersAdded: [{ id: '29:1' }] },
      { type: 'event', name: 'x' },
    ]) {
      expect((await post(activity)).status).toBe(200)
    }
    expect(await stored()).toEqual([])
    expect(connector.accepted).toEqual([])
  })

  it('that adds the bot is greeted, in the language of the client, and stores nothing', async () => {
    await post({ type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }], locale: 'zh-CN' })
    await expect.poll(said).toEqual([expect.stringContaining('街角小店')])
    expect(await stored()).toEqual([])
  })

  it('that invokes is answered as Teams wants it', async () => {
    const feedback = await post({ type: 'invoke', name: 'message/submitAction', value: {} })
    expect({ status: feedback.status, text: feedback.text }).toEqual({ status: 200, text: '' })
    expect((await post({ type: 'invoke', name: 'composeExtension/query' })).status).toBe(501)
  })
})

describe('the outbox', () => {
  /** The SDK itself tries again after some statuses, at once; after this one it does not. */
  const CONFLICT = 409

  it('answers the channel before it has delivered, and keeps the order when the first delivery fails', async () => {
    connector.failWith(CONFLICT)
    await post({ text: 'when are you open' })
    await post({ text: 'do you deliver' })
    await expect.poll(() => failures()).toBe(1)
    await post({ text: 'can I pay by card' })
    expect(said()).toEqual([])
    clock.advance(1_000)
    await expect.poll(said).toEqual(['We are open from 9 to 18.', 'It takes two days.', 'Every card is fine.'])
  })

  it('is delivered after a restart, to where the conversation was', async () => {
    connector.failWith(CONFLICT)
    await post({ text: 'when are you open' })
    await expect.poll(() => failures()).toBe(1)
    clock.advance(1_000)
    await reopen({ clock, store: company.store })
    await expect.poll(said).toEqual(['We are open from 9 to 18.'])
    expect(connector.accepted[0]).toMatchObject({
      conversation: { id: 'a:1' },
      recipient: { id: '29:1' },
      from: { id: '28:bot' },
    })
    expect(connector.accepted[0]?.replyToId).toBeUndefined()
  })

  it('gives up what the channel will never take, says so in the log, and goes on with the next', async () => {
    connector.failWith(403)
    await post({ text: 'when are you open' })
    await post({ text: 'do you deliver' })
    await expect.poll(said).toEqual(['It takes two days.'])
    expect(company.logged.map(({ text }) => text)).toContain('a message could not be delivered and is given up')
  })

  it('does not hold up one conversation for another', async () => {
    connector.failWith(CONFLICT)
    await post({ text: 'when are you open' })
    await expect.poll(() => failures()).toBe(1)
    await post({ text: 'do you deliver', conversation: { id: 'a:2' } })
    await expect.poll(said).toEqual(['It takes two days.'])
  })
})
