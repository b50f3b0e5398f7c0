import type { Activity } from 'botbuilder'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Agent, type Escalation, fixedClock, newRouting } from '../../../../../domain/index.ts'
import { type Company, type CompanyOptions, openCompany } from '../../../../contract/channels/company.ts'
import { type Connector, openConnector } from '../../../../contract/channels/connector.ts'
import { hire, signIn } from '../../../../contract/channels/staff.ts'
import { linkCode, type Place, type TeamsPerson, teamsPerson } from './teams-agent.ts'

const START = Date.UTC(2026, 10, 22)
const CHANNEL: Place = { id: '19:room@thread.tacv2', conversationType: 'channel', isGroup: true }

let company: Company
let connector: Connector
let clock: ReturnType<typeof fixedClock>
beforeEach(async () => {
  clock = fixedClock(START)
  connector = await openConnector()
  company = await openCompany({ clock })
})
afterEach(async () => {
  await company.stop()
  await connector.stop()
})

async function restart(options: CompanyOptions = {}): Promise<void> {
  await company.stop()
  company = await openCompany({ clock, store: company.store, ...options })
}

const personal = (name: string): Place => ({ id: `a:${name}`, conversationType: 'personal' })

/** An agent whose personal chat is linked and who takes customers. */
async function teamsAgent(name: string): Promise<{ agent: Agent; chat: TeamsPerson }> {
  const agent = await hire(company, name, 'agent')
  const chat = teamsPerson(() => company, connector, name, personal(name))
  await chat.say(`link ${await linkCode(await signIn(company, agent))}`)
  await chat.say('available')
  return { agent, chat }
}

async function linkedChannel(agent: Agent, name = agent.name): Promise<TeamsPerson> {
  const channel = teamsPerson(() => company, connector, name, CHANNEL)
  await channel.say(`link ${await linkCode(await signIn(company, agent))}`)
  return channel
}

let customers = 0
/** A customer of the web chat who wants a person. */
async function waitingCustomer(name: string, routing: Partial<Escalation['routing']>): Promise<Escalation> {
  const conversationId = `web-${customers++}`
  await writes(conversationId, name, 'a human please')
  const escalation = (await company.store.escalations.waiting(100)).find(
    (each) => each.conversationId === conversationId,
  )
  if (!escalation) throw new TypeError('nobody waits')
  await company.store.escalations.putRouting(escalation.id, { ...newRouting(), step: 1, ...routing })
  return escalation
}

const writes = (conversationId: string, name: string, text: string) =>
  company.conversations.receive({ conversationId, channel: 'web', customer: { id: `id-${name}`, name }, text })

const offeredTo = (agentId: string) => ({ offer: { agentId, at: clock.now(), until: clock.now() + 45_000 } })
const FOR_ALL = { openSince: START }

/** What was said in a chat of Teams, cards as their titles. */
const saidIn = (id: string) =>
  connector.accepted.filter(({ conversation }) => conversation?.id === id).map((each) => titleOf(each) ?? each.text)
const titleOf = ({ attachments }: Activity): string | undefined => attachments?.[0]?.content.body[0].inlines[0].text
const cardsNow = () => connector.replaced.map(({ activity }) => titleOf(activity))
const saidTo = async (conversationId: string) =>
  (await company.store.conversations.messages(conversationId, 0, 100))
    .filter(({ from }) => from === 'agent')
    .map(({ text }) => text)

describe('linking a chat in Teams', () => {
  it('makes the chat an agent’s by a code of the desk, which works once', async () => {
    const { chat } = await teamsAgent('ann')
    await expect
      .poll(() => saidIn('a:ann'))
      .toEqual([expect.stringContaining('This chat is linked to you'), expect.stringContaining('You are available')])
    const other = teamsPerson(() => company, connector, 'bo', personal('bo'))
    const code = await linkCode(await signIn(company, (await company.store.people.list())[0] as Agent))
    await other.say(`绑定 ${code.toLowerCase()}`)
    await other.say(`绑定 ${code}`)
    await expect
      .poll(() => saidIn('a:bo'))
      .toEqual([expect.stringContaining('This chat is linked'), expect.stringContaining('not valid')])
    await chat.say('hello?')
    // The newer chat has taken the older one's place: it is a customer's again.
    expect(await company.store.conversations.get('msteams:a:ann')).toBeDefined()
  })

  it('refuses a code after 15 minutes, and one that was never given, and takes neither for a customer', async () => {
    const agent = await hire(company, 'ann', 'agent')
    const chat = teamsPerson(() => company, connector, 'ann', personal('ann'))
    const code = await linkCode(await signIn(company, agent))
    clock.advance(15 * 60_000)
    await chat.say(`link ${code}`)
    await chat.say('link ABCDEFGH')
    await expect.poll(() => saidIn('a:ann')).toEqual(Array(2).fill(expect.stringContaining('not valid')))
    expect(await company.store.conversations.get('msteams:a:ann')).toBeUndefined()
    expect(await company.store.agentChats.list()).toEqual([])
  })

  it('refuses a group chat, where anybody would read along', async () => {
    const agent = await hire(company, 'ann', 'agent')
    const group = teamsPerson(() => company, connector, 'ann', {
      id: '19:g',
      conversationType: 'groupChat',
      isGroup: true,
    })
    await group.say(`link ${await linkCode(await signIn(company, agent))}`)
    await expect.poll(() => saidIn('19:g')).toEqual([expect.stringContaining('cannot be linked')])
  })

  it('keeps whoever writes there from becoming a customer, until it is undone', async () => {
    const { chat } = await teamsAgent('ann')
    await chat.say('a human please')
    await expect.poll(() => saidIn('a:ann').at(-1)).toContain('went to nobody')
    expect(await company.store.conversations.get('msteams:a:ann')).toBeUndefined()
    await chat.say('unlink')
    await chat.say('when are you open')
    expect(await company.store.conversations.get('msteams:a:ann')).toBeDefined()
  })

  it('is for people who are signed in', async () => {
    const desk = await signIn(company, await hire(company, 'ann', 'agent'))
    expect((await desk.send('/api/desk/teams-link', {}, { headers: { cookie: '' } })).status).toBe(401)
    expect((await desk.send('/api/desk/teams-link')).json).toMatchObject({ expiresAt: START + 15 * 60_000 })
  })
})

describe('a customer who waits', () => {
  it('appears in the chat of the agent to whom they are offered, with all that is known', async () => {
    await teamsAgent('ann')
    await teamsAgent('bo')
    await waitingCustomer('Chris', offeredTo('ann'))
    await expect.poll(() => saidIn('a:ann').at(-1)).toBe('Chris is waiting for a person')
    const card = JSON.stringify(connector.accepted.at(-1)?.attachments)
    for (const fact of ['Chris · English · web chat', 'Asked for a person', 'a human please'])
      expect(card).toContain(fact)
    expect(saidIn('a:bo')).toHaveLength(2)
  })

  it('disturbs nobody who is away', async () => {
    const { chat } = await teamsAgent('ann')
    await chat.say('away')
    await waitingCustomer('Chris', offeredTo('ann'))
    await chat.say('help')
    await expect.poll(() => saidIn('a:ann').at(-1)).toContain('Commands')
    expect(await company.store.agentChats.live()).toEqual([])
    await chat.say('available')
    await expect.poll(() => saidIn('a:ann').at(-1)).toBe('Chris is waiting for a person')
  })

  it('appears in a channel once everybody may take them', async () => {
    const { agent } = await teamsAgent('ann')
    await linkedChannel(agent)
    await waitingCustomer('Offered', offeredTo('bo'))
    await waitingCustomer('Chris', FOR_ALL)
    await expect.poll(() => saidIn(CHANNEL.id).at(-1)).toBe('Chris is waiting for a person')
    expect(JSON.stringify(saidIn(CHANNEL.id))).not.toContain('Offered')
  })

  it('is the agent’s who accepts; the other is told by whom they were taken, and so is every card', async () => {
    const ann = await teamsAgent('ann')
    const bo = await teamsAgent('bo')
    const escalation = await waitingCustomer('Chris', FOR_ALL)
    await expect
      .poll(() => [...saidIn('a:ann'), ...saidIn('a:bo')].filter((text) => /waiting/.test(text ?? '')))
      .toHaveLength(2)
    const { json } = await ann.chat.press('accept', escalation.id)
    expect(JSON.stringify(json)).toContain('ann is helping Chris')
    expect(JSON.stringify((await bo.chat.press('accept', escalation.id)).json)).toContain('ann has taken Chris')
    await expect.poll(() => saidIn('a:bo').at(-1)).toBe('ann has this customer.')
    await expect.poll(() => cardsNow().toSorted()).toEqual(['ann has taken Chris', 'ann is helping Chris'])
    expect((await company.store.escalations.get(escalation.id))?.agentId).toBe('ann')
  })

  it('is not given to an agent who is full, who is told so', async () => {
    const { agent, chat } = await teamsAgent('ann')
    await company.store.people.setCapacity(agent.id, 1)
    const first = await waitingCustomer('Chris', FOR_ALL)
    const second = await waitingCustomer('Dana', FOR_ALL)
    await expect.poll(() => saidIn('a:ann').length).toBe(4)
    await chat.press('accept', first.id)
    await chat.press('accept', second.id)
    await expect.poll(() => saidIn('a:ann').at(-1)).toContain('You have 1 customers')
    expect((await company.store.escalations.get(second.id))?.agentId).toBeUndefined()
  })

  it('can be taken by an old client, whose buttons send messages', async () => {
    const { chat } = await teamsAgent('ann')
    const escalation = await waitingCustomer('Chris', offeredTo('ann'))
    await expect.poll(() => saidIn('a:ann').length).toBe(3)
    await chat.say('', { value: { candor: 'agent', act: 'accept', escalationId: escalation.id } })
    await expect.poll(() => saidIn('a:ann').at(-1)).toContain('Chris is yours')
  })
})

describe('a customer whom an agent has accepted in Teams', () => {
  async function accepted(name = 'Chris') {
    const ann = await teamsAgent('ann')
    const escalation = await waitingCustomer(name, offeredTo('ann'))
    await expect.poll(() => saidIn('a:ann').length).toBe(3)
    await ann.chat.press('accept', escalation.id)
    await expect.poll(() => cardsNow()).toHaveLength(1)
    return { ...ann, escalation, id: escalation.conversationId }
  }

  it('hears the agent and is heard, each message once and in order, never the agent’s own', async () => {
    const { chat, id } = await accepted()
    await chat.say('Hello, how can I help?')
    for (const text of ['my *parcel* is late', 'order 17', 'please hurry']) await writes(id, 'Chris', text)
    await expect
      .poll(() => saidIn('a:ann').slice(4))
      .toEqual(['**Chris:** my \\*parcel\\* is late', '**Chris:** order 17', '**Chris:** please hurry'])
    expect(await saidTo(id)).toEqual(['Hello, how can I help?'])
  })

  it('hears a message once that Teams sends again under a new id', async () => {
    const { chat, id } = await accepted()
    const written = { localTimestamp: '2026-11-22T10:00:00.123+08:00' }
    await chat.say('Hello', written)
    await chat.say('Hello', written)
    expect(await saidTo(id)).toEqual(['Hello'])
  })

  it('is not forgotten by a restart, nor what they wrote while nobody could be reached', async () => {
    const { chat, id } = await accepted()
    connector.failWith(409)
    await writes(id, 'Chris', 'one')
    await writes(id, 'Chris', 'two')
    await expect.poll(() => company.logged.filter(({ text }) => text.includes('will be tried again')).length).toBe(1)
    await restart()
    await writes(id, 'Chris', 'three')
    clock.advance(5_000)
    await expect.poll(() => saidIn('a:ann').slice(4)).toEqual(['**Chris:** one', '**Chris:** two', '**Chris:** three'])
    await chat.say('I am back')
    expect(await saidTo(id)).toEqual(['I am back'])
  })

  it('is closed with the outcome and the true need that the card asks for', async () => {
    const { chat, escalation } = await accepted()
    const { json } = await chat.press('resolve', escalation.id, { outcome: 'unresolved', trueNeed: 'return-item' })
    expect(JSON.stringify(json)).toContain('Done: Chris')
    expect(await company.store.escalations.get(escalation.id)).toMatchObject({
      outcome: 'unresolved',
      trueNeed: 'return-item',
    })
    await chat.press('resolve', escalation.id)
    await expect.poll(() => saidIn('a:ann').at(-1)).toBe('This customer no longer waits here.')
  })

  it('can be closed and given back to the bot in words', async () => {
    const { chat, id } = await accepted()
    await chat.say('return')
    await expect.poll(() => saidIn('a:ann').at(-1)).toBe('Chris is with the bot again.')
    await writes(id, 'Chris', 'when are you open')
    await expect.poll(() => cardsNow().at(-1)).toBe('Done: Chris')
    expect(saidIn('a:ann').join()).not.toContain('when are you open')
    await chat.say('are you there?')
    await expect.poll(() => saidIn('a:ann').at(-1)).toContain('went to nobody')
  })

  it('shows what was said before, to whoever asks', async () => {
    const { chat, escalation } = await accepted()
    await chat.press('transcript', escalation.id)
    await expect.poll(() => saidIn('a:ann').at(-1)).toContain('**Chris:** a human please')
  })

  it('is not told half of what is too long for them', async () => {
    const { chat, id } = await accepted()
    await chat.say('x'.repeat(4001))
    await expect.poll(() => saidIn('a:ann').at(-1)).toContain('at most 4000 characters')
    expect(await saidTo(id)).toEqual([])
  })

  it('is one of several: each answer says to whom it went, and a button chooses', async () => {
    const { chat, escalation, id } = await accepted()
    clock.advance(1_000)
    const dana = await waitingCustomer('Dana', offeredTo('ann'))
    await expect.poll(() => saidIn('a:ann').at(-1)).toBe('Dana is waiting for a person')
    await chat.press('accept', dana.id)
    await chat.say('for the last one')
    await expect.poll(() => saidIn('a:ann').at(-1)).toBe('Sent to Dana.')
    await chat.press('write', escalation.id)
    await chat.say('for the chosen one')
    await expect.poll(() => saidIn('a:ann').at(-1)).toBe('Sent to Chris.')
    expect([await saidTo(id), await saidTo(dana.conversationId)]).toEqual([
      ['for the chosen one'],
      ['for the last one'],
    ])
  })
})

describe('a linked channel', () => {
  it('has a thread for each customer, in which only linked people speak to them', async () => {
    const { agent } = await teamsAgent('ann')
    const ann = await linkedChannel(agent)
    const stranger = teamsPerson(() => company, connector, 'zoe', CHANNEL)
    const escalation = await waitingCustomer('Chris', FOR_ALL)
    const card = async () =>
      (await company.store.agentChats.live()).find(({ chatKey }) => chatKey === CHANNEL.id)?.cardActivityId
    await expect.poll(card).toBeDefined()
    const messageId = (await card()) ?? ''
    const threadId = `${CHANNEL.id};messageid=${messageId}`

    await stranger.inThread(messageId).press('accept', escalation.id)
    await expect.poll(() => saidIn(threadId).at(-1)).toContain('I do not know you yet')
    await ann.inThread(messageId).say('too early')
    await expect.poll(() => saidIn(threadId).at(-1)).toContain('Accept them on the card first')
    await ann.inThread(messageId).press('accept', escalation.id)
    await ann.inThread(messageId).say('Hello from the channel')
    await stranger.inThread(messageId).say('I know better')
    await ann.say('lunch, anybody?')
    await writes(escalation.conversationId, 'Chris', 'thank you')
    await expect.poll(() => saidIn(threadId).at(-1)).toBe('**Chris:** thank you')
    expect(await saidTo(escalation.conversationId)).toEqual(['Hello from the channel'])
    expect(await company.store.conversations.get(`msteams:${CHANNEL.id}:aad-zoe`)).toBeUndefined()
    await ann.inThread(messageId).say('resolve')
    await expect.poll(() => saidIn(threadId).at(-1)).toBe('Chris: closed as resolved.')
  })
})
