import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { overduePromises } from '../../../../bot/sweeps/overdue-promises.ts'
import { promiseWaiting } from '../../../../bot/sweeps/promise-waiting.ts'
import { ConversationDraft } from '../../../../bot/turn/draft.ts'
import { StoredConversations } from '../../../../bot/turn/stored-conversations.ts'
import {
  type Agent,
  type CompanyPromise,
  type Entity,
  fixedClock,
  newRouting,
  promiseState,
  type Understanding,
} from '../../../../domain/index.ts'
import { findEntities } from '../../../../nlp/entities/find-entities.ts'
import { openStore, type Store } from '../../../../store/index.ts'
import { scriptedMind } from '../../../support/minds.ts'
import { temporaryFolder } from '../../../support/running-server.ts'

const HOUR = 3_600_000
/** A Monday, 17:00 UTC: an hour before they close. */
const START = Date.UTC(2026, 10, 23, 17)
/** Four open hours later: three of them on Tuesday. */
const DUE = Date.UTC(2026, 10, 24, 12)

const scripted = scriptedMind({ 'refund please': { refund: 0.9 }, thanks: { thanks: 0.95 } })
const mind = {
  ...scripted,
  policy: {
    ...scripted.policy,
    hours: {
      week: { mon: ['09:00-18:00'], tue: ['09:00-18:00'], wed: ['09:00-18:00'] },
      holidays: [],
      answerWithinHours: 4,
    },
  },
  understand: (text: string, now: number): Understanding => ({
    ...scripted.understand(text, now),
    entities: entitiesIn(text, now),
  }),
}

function entitiesIn(text: string, now: number): Entity[] {
  return findEntities(text, { now, timeZone: 'UTC' })
}

const kim: Agent = {
  id: 'kim',
  email: 'kim@shop.test',
  name: 'Kim',
  role: 'agent',
  languages: [],
  queues: [],
  capacity: 5,
  createdAt: 0,
}

const folder = temporaryFolder()
let file = 0
let path: string
let store: Store
let clock: ReturnType<typeof fixedClock>
let conversations: StoredConversations
let ids = 0

beforeEach(async () => {
  path = join(folder.path, `${++file}.db`)
  clock = fixedClock(START)
  await open()
  await store.people.add(kim)
})
afterEach(() => store.close())

async function open(): Promise<void> {
  store = await openStore(path)
  const newId = () => `id-${++ids}`
  conversations = new StoredConversations({ store, mind: () => mind, clock, newId, stopwatch: () => 0 })
}

async function restart(): Promise<void> {
  await store.close()
  await open()
}

function write(text: string): Promise<unknown> {
  return conversations.receive({ conversationId: 'c', channel: 'web', customer: { id: 'dl_cy' }, text })
}

const waitingId = async () => (await store.escalations.waiting(1))[0]?.id ?? ''
const accepts = async () => conversations.accept(await waitingId(), kim)
const nobody = async () => {}
const sweep = () => overduePromises(store, conversations, clock, () => mind.policy.promises, nobody).run()
const promises = () => store.promises.ofConversation('c')
const causes = async () => (await store.customers.trustEvents('dl_cy')).map(({ cause }) => cause)

async function promised(): Promise<CompanyPromise> {
  const [first, ...more] = await promises()
  if (!first || more.length > 0) throw new TypeError(`expected one promise, found ${first ? 1 + more.length : 0}`)
  return first
}

const state = async () => promiseState(await promised(), clock.now())

async function lastSaid(): Promise<{ from: string; text: string; kind: string }> {
  const last = (await store.conversations.messages('c', 0, 1_000)).at(-1)
  return { from: last?.from ?? '', text: last?.text ?? '', kind: last?.body.kind ?? '' }
}

/** Passes the conversation on as its agent does: their handover ends, another one follows it in the queue. */
async function passesOn(): Promise<void> {
  const read = await store.conversations.get('c')
  const mine = await store.escalations.get(read?.escalationId ?? '')
  if (!read || !mine) throw new TypeError('nothing to pass on')
  const draft = new ConversationDraft(read, { now: clock.now(), newId: () => `id-${++ids}` })
  draft.move({ kind: 'transferred', agentId: 'kim', escalationId: 'second' })
  draft.escalation({ ...mine, endedAt: clock.now(), outcome: 'transferred' })
  const { acceptedAt: _, agentId: __, ...rest } = mine
  draft.escalation({ ...rest, id: 'second', follows: mine.id, routing: newRouting(), queuedAt: clock.now() })
  await store.conversations.commit(draft.finish())
}

describe('who is handed over while nobody is there', () => {
  it('is promised an answer within open time, and told until when', async () => {
    await write('转人工')
    expect(await promised()).toMatchObject({ kind: 'answer', madeAt: START, dueAt: DUE, customerId: 'dl_cy' })
    expect(await state()).toBe('open')
    const handover = (await store.conversations.messages('c', 0, 10)).at(-1)
    expect(handover?.body).toMatchObject({ kind: 'handover', absence: {}, promisedBy: DUE })
    expect(handover?.text).toContain('11月24日星期二 12:00（UTC）')
  })

  it('is promised nothing while an agent is there', async () => {
    await store.people.setPresence({ agentId: 'kim', available: true, until: START + HOUR, since: START })
    await write('a human, please')
    expect(await promises()).toEqual([])
    expect((await lastSaid()).text).toContain('You are next')
  })

  it('is promised it once, however often they are handed over', async () => {
    await write('a human, please')
    await accepts()
    await conversations.returnToBot('c', kim)
    clock.advance(HOUR / 2)
    await write('a human, please')
    expect((await promised()).dueAt).toBe(DUE)
    expect((await lastSaid()).text).toContain('a person answers by Tuesday')
  })

  it('is promised it anew when the first promise can no longer be kept', async () => {
    await write('a human, please')
    await accepts()
    await conversations.returnToBot('c', kim)
    clock.advance(DUE + 1 - START)
    await write('a human, please')
    expect((await promises()).map((each) => promiseState(each, clock.now()))).toEqual(['overdue', 'open'])
  })
})

describe('who waits while the last agent leaves', () => {
  const waits = () => promiseWaiting(store, conversations, () => mind, clock).run()
  const isHere = (until: number) => store.people.setPresence({ agentId: 'kim', available: true, until, since: START })

  it('is told so once, with a promise, and then by nobody', async () => {
    await isHere(START + 10)
    await write('a human, please')
    expect(await waits()).toBe(0)
    clock.advance(10)
    expect(await waits()).toBe(1)
    expect(await promised()).toMatchObject({ madeAt: START + 10, dueAt: DUE + 10 })
    const said = (await store.conversations.messages('c', 0, 10)).at(-1)
    expect(said).toMatchObject({ from: 'system', body: { kind: 'notice', code: 'still-waiting', absence: {} } })
    expect(said?.text).toMatch(/^We are sorry, none of us is here any more .+ a person answers by Tuesday/)
    await restart()
    expect(await waits()).toBe(0)
    clock.advance(30 * HOUR)
    expect(await waits()).toBe(0)
    expect((await lastSaid()).kind).toBe('notice')
  })

  it('is told so when the hours end, though the agent is still there', async () => {
    await isHere(START + 9 * HOUR)
    await write('转人工')
    clock.advance(HOUR)
    expect(await waits()).toBe(1)
    expect((await lastSaid()).text).toMatch(/^抱歉，现在已没有客服在线，人工客服将于11月24日/)
  })

  it('is told nothing once somebody has accepted, nor where nothing can be promised', async () => {
    await isHere(START + 10)
    await write('a human, please')
    await accepts()
    clock.advance(10)
    expect(await waits()).toBe(0)
    expect(await conversations.tellAbsence('c')).toBe(false)
    expect(await promises()).toEqual([])
  })

  it('is told so once by two nodes that look at the same time', async () => {
    await isHere(START + 10)
    await write('a human, please')
    clock.advance(10)
    const newId = () => `id-${++ids}`
    const other = new StoredConversations({ store, mind: () => mind, clock, newId, stopwatch: () => 0 })
    expect((await Promise.all([conversations.tellAbsence('c'), other.tellAbsence('c')])).toSorted()).toEqual([
      false,
      true,
    ])
    await promised()
  })
})

describe('a promised answer', () => {
  it('is kept when an agent first writes, and the customer hears nothing more than what was written', async () => {
    await write('a human, please')
    await accepts()
    expect(await state()).toBe('open')
    clock.advance(HOUR)
    await conversations.say('c', kim, 'Here I am.')
    expect(await promised()).toMatchObject({ keptAt: START + HOUR })
    expect(await state()).toBe('kept')
    expect(await lastSaid()).toEqual({ from: 'agent', text: 'Here I am.', kind: 'text' })
    await conversations.say('c', kim, 'And once more.')
    expect(await causes()).toEqual(['promise-kept'])
  })

  it('is broken once when its time passes, and late when it is kept after that', async () => {
    await write('a human, please')
    clock.advance(DUE - START)
    expect(await sweep()).toBe(0)
    clock.advance(1)
    expect(await sweep()).toBe(1)
    expect(await sweep()).toBe(0)
    await restart()
    expect(await sweep()).toBe(0)
    expect(await state()).toBe('overdue')
    expect(await causes()).toEqual(['promise-broken'])
    await accepts()
    await conversations.say('c', kim, 'Sorry for the wait.')
    expect(await state()).toBe('late')
    expect(await causes()).toEqual(['promise-broken'])
  })

  it('is broken once, too, when the late answer comes before anybody has looked', async () => {
    await write('a human, please')
    clock.advance(DUE + 1 - START)
    await accepts()
    await conversations.say('c', kim, 'Sorry for the wait.')
    expect(await sweep()).toBe(0)
    expect(await state()).toBe('late')
    expect(await causes()).toEqual(['promise-broken'])
  })

  it('is noted as broken once by two nodes that look at the same time', async () => {
    await write('a human, please')
    clock.advance(DUE + 1 - START)
    const newId = () => `id-${++ids}`
    const other = new StoredConversations({ store, mind: () => mind, clock, newId, stopwatch: () => 0 })
    const noted = await Promise.all([
      conversations.watchPromises('c'),
      other.watchPromises('c'),
      conversations.watchPromises('c'),
    ])
    expect(noted.map(({ length }) => length).toSorted()).toEqual([0, 0, 1])
    expect(await causes()).toEqual(['promise-broken'])
  })

  it('is not lost by a restart, an agent who passes the customer on, and a return to the bot', async () => {
    await write('a human, please')
    await write('write to cy@example.com')
    await restart()
    await accepts()
    await passesOn()
    expect(await state()).toBe('open')
    await restart()
    await accepts()
    await conversations.returnToBot('c', kim)
    await write('refund please')
    expect((await lastSaid()).kind).toBe('answer')
    // The bot’s answer is no person’s.
    expect(await state()).toBe('open')
    clock.advance(10 * 24 * HOUR)
    expect(await store.conversations.idle(clock.now(), 10)).toEqual([])
    expect(await sweep()).toBe(1)
    expect(await store.promises.open(10)).toMatchObject([{ contact: 'cy@example.com', brokenAt: clock.now() }])
    await write('a human, please')
    await accepts()
    await conversations.say('c', kim, 'I have your refund here.')
    const ends = (await promises()).map((each) => promiseState(each, clock.now()))
    expect(ends).toEqual(['late', 'kept'])
    expect(await store.promises.open(10)).toEqual([])
  })

  it.each([
    ['kept when the agent says that it is resolved, for example by telephone', 'resolved', 'kept', ['promise-kept']],
    ['broken when the agent closes it without that', 'unresolved', 'broken', ['promise-broken']],
    ['withdrawn from spam', 'spam', 'withdrawn', []],
  ] as const)('is %s', async (_, outcome, expected, ledger) => {
    await write('a human, please')
    await accepts()
    await conversations.resolve('c', kim, { outcome })
    expect(await state()).toBe(expected)
    expect((await causes()).filter((cause) => cause.startsWith('promise'))).toEqual(ledger)
    const scores = (await store.customers.trustEvents('dl_cy')).map(({ scoreAfter }) => scoreAfter)
    expect(new Set(scores).size).toBe(scores.length)
  })

  it('is withdrawn when the bot has served the customer meanwhile, who says so', async () => {
    await write('a human, please')
    await accepts()
    await conversations.returnToBot('c', kim)
    await write('refund please')
    await write('thanks')
    expect(await store.conversations.get('c')).toMatchObject({ owner: 'closed' })
    expect(await state()).toBe('withdrawn')
    expect(await causes()).toEqual([])
  })

  it('tells the desk that something has changed when its time has passed', async () => {
    await write('a human, please')
    const told: boolean[] = []
    conversations.onCommitted(({ queueChanged }) => told.push(queueChanged))
    clock.advance(DUE + 1 - START)
    await sweep()
    await sweep()
    expect(told).toEqual([true])
  })
})

describe('a way to be reached', () => {
  it.each([
    ['please write to Cy@Example.com', 'cy@example.com', 'Noted: we can reach you at cy@example.com'],
    ['call +49 30 1234567 or cy@example.com', '+49301234567, cy@example.com', 'we can reach you at +4930'],
    ['我的电话是13812345678', '+8613812345678', 'we can reach you at +8613812345678'],
  ])('is kept with the promise and noted: "%s"', async (text, contact, note) => {
    await write('a human, please')
    await write(text)
    expect((await promised()).contact).toBe(contact)
    expect(await lastSaid()).toMatchObject({ from: 'system', kind: 'notice', text: expect.stringContaining(note) })
  })

  it('is noted in Chinese for who writes Chinese', async () => {
    await write('转人工')
    await write('邮箱 cy@example.com')
    expect((await lastSaid()).text).toBe('已记下：我们可以通过 cy@example.com 联系您，您不用在这里等。')
  })

  it('is kept when it is named in the very message that asks for a person, and not asked for', async () => {
    await write('let me talk to a human, my mail is cy@example.com')
    expect((await promised()).contact).toBe('cy@example.com')
    expect((await lastSaid()).text).toContain('We can also reach you at cy@example.com.')
  })

  it('is noted again only when it is another one; whatever else they write, the bot stays silent', async () => {
    await write('a human, please')
    await write('cy@example.com')
    await write('did you get cy@example.com ?')
    expect((await lastSaid()).from).toBe('customer')
    await write('refund please')
    expect((await lastSaid()).from).toBe('customer')
    await write('rather new@example.com')
    expect((await promised()).contact).toBe('new@example.com')
    expect((await lastSaid()).text).toContain('new@example.com')
  })

  it('is noted by nobody while an agent is there to read it', async () => {
    await store.people.setPresence({ agentId: 'kim', available: true, until: START + HOUR, since: START })
    await write('a human, please')
    await write('cy@example.com')
    expect((await lastSaid()).from).toBe('customer')
    await accepts()
    await write('other@example.com')
    expect((await lastSaid()).from).toBe('customer')
  })

  it('stays noted once, however often the message is sent again', async () => {
    await write('a human, please')
    const inbound = {
      conversationId: 'c',
      channel: 'web',
      customer: { id: 'dl_cy' },
      text: 'cy@example.com',
      clientId: 'k',
    } as const
    await Promise.all([conversations.receive(inbound), conversations.receive(inbound)])
    const said = await store.conversations.messages('c', 0, 100)
    expect(said.filter(({ body }) => body.kind === 'notice')).toHaveLength(1)
  })
})
