import { randomUUID } from 'node:crypto'
import { ActivityTypes, EventFactory, TestAdapter } from 'botbuilder'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { handoffStatus } from '../../../../bot/channels/agent-hubs/handoff-status.ts'
import { parseBotActivity } from '../../../../bot/channels/bot-framework/from-activity.ts'
import { readConfig } from '../../../../bot/config.ts'
import { agentHub, fixedClock } from '../../../../domain/index.ts'
import { type Company, openCompany } from '../../../contract/channels/company.ts'
import { type Connector, openConnector } from '../../../contract/channels/connector.ts'
import { call } from '../../../contract/channels/http-call.ts'

const clock = fixedClock(Date.UTC(2026, 10, 22))
const HUB = agentHub('hubchat').id
let company: Company
let connector: Connector
beforeEach(async () => {
  connector = await openConnector()
  company = await openCompany({ clock, config: { agentHubs: ['hubchat'] } })
})
afterEach(async () => {
  await company.stop()
  await connector.stop()
})

const post = (activity: object, channelId = 'hubchat') =>
  call(company.url, '/api/messages', {
    method: 'POST',
    body: {
      id: randomUUID(),
      channelId,
      serviceUrl: connector.serviceUrl,
      conversation: { id: 'c:1' },
      from: { id: 'u1', name: 'Chris' },
      recipient: { id: 'bot', name: 'bot' },
      ...activity,
    },
  })
const write = (text: string, channelId?: string) => post({ type: 'message', text }, channelId)
const status = (state: string, channelId?: string) =>
  post({ type: 'event', name: 'handoff.status', value: { state } }, channelId)

const conversation = (channelId = 'hubchat') => company.store.conversations.get(`${channelId}:c:1`)
const initiations = () => connector.accepted.filter(({ name }) => name === 'handoff.initiate')
const said = () => connector.accepted.flatMap(({ type, text }) => (type === 'message' ? [text] : []))
const escalation = async () => (await company.store.escalations.ofConversation('hubchat:c:1')).at(-1)

async function handedOver(): Promise<void> {
  await write('I want to return this')
  await write('a human please')
  await expect.poll(initiations).toHaveLength(1)
}

describe('a customer of a channel with an agent hub', () => {
  it('is handed to the hub after the bot has said so, with context and transcript', async () => {
    await handedOver()
    expect(connector.accepted.map(({ type }) => type)).toEqual(['message', 'message', 'event'])
    const [event] = initiations()
    expect(event?.value).toMatchObject({
      customer: { id: 'hubchat:u1', name: 'Chris', language: 'en' },
      reasons: ['asked-for-person'],
      need: { name: 'return-item', title: { en: 'Returns', zh: '退货' } },
    })
    const transcript = event?.attachments?.[0]
    expect(transcript).toMatchObject({ name: 'Transcript', contentType: 'application/json' })
    const texts = transcript?.content.activities.map(({ from, text }: { from: { role: string }; text: string }) => [
      from.role,
      text,
    ])
    expect(texts).toEqual([
      ['user', 'I want to return this'],
      ['bot', 'You can return it within 30 days.'],
      ['user', 'a human please'],
      ['bot', expect.stringContaining('handing you over')],
    ])
  })

  it('is kept for the hub: our own agents are not asked', async () => {
    await handedOver()
    expect((await escalation())?.routing.offer).toMatchObject({ agentId: HUB })
  })

  it('is the hub’s when it accepts, and the bot is silent', async () => {
    await handedOver()
    await status('accepted')
    await status('accepted')
    expect(await conversation()).toMatchObject({ owner: 'agent', agentId: HUB })
    await write('when are you open')
    await expect.poll(said).toContain('A colleague is here now and has read your messages.')
    expect(said().join()).not.toContain('9 to 18')
  })

  it('is asked how it went when the hub is done, also when its acceptance was lost, and then meets the bot again', async () => {
    await handedOver()
    await status('completed')
    expect(await conversation()).toMatchObject({ owner: 'closed' })
    expect(await escalation()).toMatchObject({ agentId: HUB, outcome: 'resolved' })
    await expect.poll(() => said().at(-1)).toContain('How satisfied')
    await write('when are you open')
    await expect.poll(() => said().at(-1)).toContain('9 to 18')
  })

  it('waits for our own agents when the hub fails before it has accepted, and is told', async () => {
    await handedOver()
    await status('failed')
    expect(await conversation()).toMatchObject({ owner: 'queued' })
    const waiting = await escalation()
    expect(waiting?.routing).toEqual({ step: 1, passedBy: [HUB] })
    await expect.poll(() => said().at(-1)).toContain('with our own team')
  })

  it('waits for our own agents when the hub fails after it has accepted, in another escalation', async () => {
    await handedOver()
    await status('accepted')
    const first = await escalation()
    clock.advance(1_000)
    await status('failed')
    expect(await company.store.escalations.get(first?.id ?? '')).toMatchObject({ outcome: 'given-back' })
    const [next] = await company.store.escalations.waiting(10)
    expect(next).toMatchObject({ follows: first?.id, routing: { passedBy: [HUB] } })
    expect(await conversation()).toMatchObject({ owner: 'queued', escalationId: next?.id })
  })

  it('waits for our own agents when the channel refuses the event', async () => {
    await write('I want to return this')
    await expect.poll(said).toHaveLength(1)
    // The words are taken and the event behind them is not.
    connector.failWith(200, 400)
    await write('a human please')
    await expect.poll(async () => (await escalation())?.routing.passedBy).toEqual([HUB])
    expect(initiations()).toEqual([])
    await expect.poll(() => said().at(-1)).toContain('with our own team')
  })

  it('stays with whoever took them first: a hub that comes too late is noted, and refused to nobody’s harm', async () => {
    await handedOver()
    await status('failed')
    const boss = { ...agentHub('x', 'Boss'), id: 'boss' }
    await company.conversations.accept((await escalation())?.id ?? '', boss)
    expect((await status('accepted')).status).toBe(200)
    expect((await status('completed')).status).toBe(200)
    expect(await conversation()).toMatchObject({ owner: 'agent', agentId: 'boss' })
    expect(company.logged.map(({ text }) => text)).toContain('an agent hub reported what is no longer so')
  })

  it('is handed over after a restart that came before the event was out', async () => {
    // The SDK does not repeat this one by itself.
    connector.failWith(409)
    await write('a human please')
    await expect.poll(() => company.logged.length).toBeGreaterThan(0)
    await company.stop()
    clock.advance(1_000)
    company = await openCompany({ clock, store: company.store, config: { agentHubs: ['hubchat'] } })
    await expect.poll(initiations).toHaveLength(1)
  })
})

describe('handoff events', () => {
  it('never go to a Teams customer, nor to a channel without a hub', async () => {
    await company.stop()
    company = await openCompany({ clock, config: { agentHubs: ['msteams', 'hubchat'] } })
    await write('a human please', 'msteams')
    await write('a human please', 'emulator')
    await expect.poll(said).toHaveLength(2)
    await status('accepted', 'msteams')
    await status('accepted', 'emulator')
    expect(await conversation('msteams')).toMatchObject({ owner: 'queued' })
    expect(await conversation('emulator')).toMatchObject({ owner: 'queued' })
    expect(initiations()).toEqual([])
  })

  it('cannot be configured for Teams', () => {
    expect(readConfig({ CANDOR_AGENT_HUBS: ' hubchat, other ,' }).agentHubs).toEqual(['hubchat', 'other'])
    expect(() => readConfig({ CANDOR_AGENT_HUBS: 'hubchat,msteams' })).toThrow(/CANDOR_AGENT_HUBS/)
  })

  it('have no effect when they say nothing, or are about nobody', async () => {
    for (const value of [undefined, {}, { state: 'lost' }, 'accepted']) {
      expect((await post({ type: 'event', name: 'handoff.status', value })).status).toBe(200)
    }
    expect((await status('accepted')).status).toBe(200)
    expect(await conversation()).toBeUndefined()
  })

  it('are understood as botbuilder itself makes them', async () => {
    await handedOver()
    const take = handoffStatus({
      store: company.store,
      conversations: company.conversations,
      agentHubs: ['hubchat'],
      onTooLate: (error) => {
        throw error
      },
    })
    const adapter = new TestAdapter(async ({ activity }) => {
      if (activity.type === ActivityTypes.Event) await take(parseBotActivity(JSON.parse(JSON.stringify(activity))))
    })
    const reference = { id: 'c:1', isGroup: false, conversationType: 'personal', name: '' }
    const event = EventFactory.createHandoffStatus(reference, 'accepted')
    const customer = { id: 'u1', name: 'Chris' }
    const { serviceUrl } = connector
    await adapter.processActivity({
      ...event,
      channelId: 'hubchat',
      serviceUrl,
      from: customer,
      conversation: reference,
    })
    expect(await conversation()).toMatchObject({ owner: 'agent', agentId: HUB })
  })
})
