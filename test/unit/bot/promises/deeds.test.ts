import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dialogueNow, inOneLine } from '../../../../bot/help/index.ts'
import { closeIdle } from '../../../../bot/sweeps/close-idle.ts'
import { overduePromises } from '../../../../bot/sweeps/overdue-promises.ts'
import { remindOfPromises } from '../../../../bot/sweeps/remind-promises.ts'
import { StoredConversations } from '../../../../bot/turn/stored-conversations.ts'
import {
  type Agent,
  type Channel,
  type CompanyPromise,
  fixedClock,
  type PackPromise,
  promiseState,
} from '../../../../domain/index.ts'
import { openStore, type Store } from '../../../../store/index.ts'
import { need, scriptedMind } from '../../../support/minds.ts'
import { temporaryFolder } from '../../../support/running-server.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** A Monday, 10:00 UTC; open around the clock. */
const START = Date.UTC(2026, 10, 23, 10)

const scripted = scriptedMind({
  'wrong item': { exchange: 0.95 },
  'one more of these': { exchange: 0.95 },
  'where is my refund': { refund: 0.95 },
  'you are terrible': { complaint: 0.95 },
  送错了: { exchange: 0.95 },
  'how long is delivery': { delivery: 0.95 },
  thanks: { thanks: 0.95 },
})

function promising(promise: PackPromise) {
  return { text: { en: 'We look into it.', zh: '我们会核实。' }, draft: false, promise }
}
const WRONG_ITEM: PackPromise = { what: { en: 'A reply about it', zh: '回复处理结果' }, withinHours: 24 }
const REFUND: PackPromise = { what: { en: 'An answer on it', zh: '答复' }, withinHours: 48, from: 'handover' }
const COMPLAINT: PackPromise = { what: { en: 'An answer to the complaint', zh: '答复投诉' }, withinHours: 24 }

const agent = (id: string, role: Agent['role'] = 'agent'): Agent => ({
  id,
  email: `${id}@shop.test`,
  name: id,
  role,
  languages: [],
  queues: [],
  capacity: 5,
  createdAt: 0,
})
const kim = agent('kim')
const lee = agent('lee')
const boss = agent('boss', 'manager')

const folder = temporaryFolder()
let file = 0
let path: string
let store: Store
let clock: ReturnType<typeof fixedClock>
let conversations: StoredConversations
let mind: typeof scripted
let ids = 0
let warned: string[]
let reminded: string[]

beforeEach(async () => {
  path = join(folder.path, `${++file}.db`)
  clock = fixedClock(START)
  warned = []
  reminded = []
  mind = withPromises(WRONG_ITEM)
  await open()
  for (const each of [kim, lee, boss]) {
    await store.people.add(each)
    await store.people.setPresence({ agentId: each.id, available: true, until: START + 99 * DAY, since: START })
  }
})
afterEach(() => store.close())

function withPromises(wrongItem: PackPromise): typeof scripted {
  const needs = new Map(scripted.needs)
  needs.set('exchange', need('exchange', { answer: promising(wrongItem) }))
  needs.set('refund', need('refund', { answer: promising(REFUND) }))
  needs.set('complaint', need('complaint', { role: 'complaint', answer: promising(COMPLAINT) }))
  return { ...scripted, needs }
}

function node(): StoredConversations {
  const newId = () => `id-${String(++ids).padStart(6, '0')}`
  return new StoredConversations({ store, mind: () => mind, clock, newId, stopwatch: () => 0 })
}
async function open(): Promise<void> {
  store = await openStore(path)
  conversations = node()
}
async function restart(): Promise<void> {
  await store.close()
  await open()
}

async function write(text: string, channel: Channel = 'web'): Promise<void> {
  clock.advance(1)
  await conversations.receive({ conversationId: 'c', channel, customer: { id: 'dl_cy' }, text, channelReference: '{}' })
}
const promises = () => store.promises.ofConversation('c')
async function only(): Promise<CompanyPromise> {
  const [first, ...more] = await promises()
  if (!first || more.length > 0) throw new TypeError(`expected one promise, found ${first ? 1 + more.length : 0}`)
  return first
}
const state = async () => promiseState(await only(), clock.now())
const said = async () => (await store.conversations.messages('c', 0, 1_000)).map(({ text, body }) => ({ text, body }))
const lastSaid = async () => (await said()).at(-1)?.text ?? ''
const ledger = () => store.customers.trustEvents('dl_cy')
const causes = async () => (await ledger()).map(({ cause }) => cause).filter((cause) => cause.startsWith('promise'))
const owner = async () => (await store.conversations.get('c'))?.owner
async function accepts(who: Agent): Promise<void> {
  const [waiting] = await store.escalations.waiting(1, 1)
  await conversations.accept(waiting?.id ?? '', who)
}
/** What goes out to the channel now, one after the other. */
async function pushed(): Promise<string[]> {
  const texts: string[] = []
  for (;;) {
    const [next] = await store.outbox.due(clock.now(), 1)
    if (!next) return texts
    texts.push(next.message.text)
    await store.outbox.delivered(next.message.id, clock.now())
  }
}
const watch = () =>
  overduePromises(
    store,
    conversations,
    clock,
    () => mind.policy.promises,
    async ({ id }) => void warned.push(id),
  ).run()
const remind = () =>
  remindOfPromises(
    store,
    conversations,
    () => mind,
    clock,
    async ({ id, ownerId }) => void reminded.push(`${ownerId} ${id}`),
  ).run()
const idle = () => closeIdle(store, conversations, clock, () => 30).run()

/** The customer is with Kim, who has promised to call them in a day. */
async function promisedByKim(dueIn = DAY): Promise<CompanyPromise> {
  await write('a human, please')
  await accepts(kim)
  const message = await conversations.say('c', kim, 'I will call you tomorrow.')
  return conversations.makePromise('c', kim, {
    what: 'I will call you',
    dueAt: clock.now() + dueIn,
    seq: message.seq,
  })
}

describe('an answer of the pack that promises something', () => {
  it('makes the promise, and says under its words until when', async () => {
    await write('wrong item')
    const promise = await only()
    expect(promise).toMatchObject({
      kind: 'deed',
      what: 'A reply about it',
      madeBy: { kind: 'pack', need: 'exchange' },
      queue: 'general',
      toldBy: 'staff',
      seq: 2,
      dueAt: START + 1 + DAY,
    })
    expect(promise).not.toHaveProperty('ownerId')
    const { body } = (await said())[1] ?? {}
    expect(body).toMatchObject({
      kind: 'answer',
      noted: 'Noted as our promise to you: “A reply about it”, by Tuesday 24 November at 10:00 UTC.',
    })
  })

  it('is in the customer’s language', async () => {
    await write('送错了')
    expect(await only()).toMatchObject({ what: '回复处理结果' })
    expect((await said())[1]?.body).toMatchObject({
      noted: '已记为我们对您的承诺：“回复处理结果”，最晚 11月24日星期二 10:00（UTC）。',
    })
  })

  it('is not made twice while it stands: its time is not put off', async () => {
    await write('wrong item')
    await write('how long is delivery')
    clock.advance(HOUR)
    await write('one more of these')
    expect((await only()).dueAt).toBe(START + 1 + DAY)
    const noted = (await said()).flatMap(({ body }) => (body.kind === 'answer' && body.noted ? [body.noted] : []))
    expect(noted).toEqual([noted[0], noted[0]])
  })

  it('is made anew once it was kept', async () => {
    await write('wrong item')
    await conversations.promiseDone((await only()).id, kim)
    await write('how long is delivery')
    await write('one more of these')
    expect((await promises()).map((promise) => promiseState(promise, clock.now()))).toEqual(['kept', 'open'])
  })

  it('counts open hours where the pack says so', async () => {
    mind = withPromises({ ...WRONG_ITEM, hours: 'open' })
    const hours = { ...mind.policy.hours, week: { mon: ['09:00-18:00'], tue: ['09:00-18:00'], wed: ['09:00-18:00'] } }
    mind = { ...mind, policy: { ...mind.policy, hours } }
    await write('wrong item')
    expect((await only()).dueAt).toBe(Date.UTC(2026, 10, 25, 16) + 1)
  })

  it('waits for the handover where the pack says so, and is not made for those who had another answer', async () => {
    await write('where is my refund')
    expect(await promises()).toEqual([])
    await write('a human, please')
    expect(await only()).toMatchObject({ what: 'An answer on it', dueAt: START + 2 + 2 * DAY })
    const handover = (await said()).at(-1)?.body
    expect(handover).toMatchObject({ kind: 'handover', noted: expect.stringContaining('An answer on it') })
  })

  it('holds for a complaint, which has the company’s words first', async () => {
    await write('you are terrible')
    expect(await owner()).toBe('queued')
    expect(await only()).toMatchObject({ what: 'An answer to the complaint' })
  })
})

describe('what an agent promises', () => {
  it('is theirs, and the customer has one quiet line about it', async () => {
    const promise = await promisedByKim()
    expect(await only()).toEqual(promise)
    expect(promise).toMatchObject({
      madeBy: { kind: 'agent', agentId: 'kim' },
      ownerId: 'kim',
      dueAt: clock.now() + DAY,
    })
    expect(await lastSaid()).toContain('“I will call you”, by Tuesday 24 November')
  })

  it('is not pushed again to channels where the message has just said it, and is where nobody said it', async () => {
    await write('a human, please', 'teams')
    await accepts(kim)
    const message = await conversations.say('c', kim, 'I will call you tomorrow.')
    await pushed()
    await conversations.makePromise('c', kim, { what: 'a call', dueAt: clock.now() + DAY, seq: message.seq })
    expect(await pushed()).toEqual([])
    await conversations.makePromise('c', kim, { what: 'a letter', dueAt: clock.now() + DAY })
    expect(await pushed()).toEqual([expect.stringContaining('“a letter”')])
  })

  it('is one promise when the same words are accepted twice', async () => {
    const promise = await promisedByKim()
    const again = { what: 'I will call you', dueAt: clock.now() + DAY, seq: promise.seq as number }
    expect(
      await Promise.all([conversations.makePromise('c', kim, again), node().makePromise('c', kim, again)]),
    ).toEqual([promise, promise])
    await only()
  })

  it.each([
    ['passed', -1],
    ['more than a year away', 400 * DAY],
  ])('is refused for a time that is %s', async (_, later) => {
    await write('wrong item')
    const deed = { what: 'x', dueAt: clock.now() + later }
    await expect(conversations.makePromise('c', kim, deed)).rejects.toMatchObject({ code: 'BODY_INVALID' })
  })

  it('is refused for a message that is not there', async () => {
    await write('wrong item')
    const deed = { what: 'x', dueAt: clock.now() + DAY, seq: 999 }
    await expect(conversations.makePromise('c', kim, deed)).rejects.toMatchObject({ code: 'BODY_INVALID' })
  })

  it('is refused in a colleague’s conversation', async () => {
    await write('a human, please')
    await accepts(kim)
    const deed = { what: 'x', dueAt: clock.now() + DAY }
    await expect(conversations.makePromise('c', lee, deed)).rejects.toMatchObject({ code: 'CONVERSATION_TAKEN' })
  })

  it.each(['with the bot', 'waiting', 'closed'] as const)(
    'is refused in a conversation that is %s to who never served its customer, and is for who did and for managers',
    async (where) => {
      await write('a human, please')
      await accepts(kim)
      if (where === 'closed') await conversations.resolve('c', kim, { outcome: 'resolved' })
      if (where === 'with the bot') await conversations.returnToBot('c', kim)
      if (where === 'waiting') await conversations.transfer('c', kim, { to: { queue: 'general' } })
      const deed = { what: 'x', dueAt: clock.now() + DAY }
      await expect(conversations.makePromise('c', lee, deed)).rejects.toMatchObject({ code: 'PROMISE_NOT_SERVED' })
      expect(await store.promises.ofConversation('c')).toEqual([])
      expect(await conversations.makePromise('c', kim, deed)).toMatchObject({ ownerId: 'kim' })
      const sue = { ...lee, id: 'sue', email: 'sue@example.com', role: 'manager' as const }
      await store.people.add(sue)
      expect(await conversations.makePromise('c', sue, { ...deed, what: 'y' })).toMatchObject({ ownerId: 'sue' })
    },
  )
})

describe('whose promise it is', () => {
  it('follows the conversation: to the queue, to who accepts it, and to nobody when it is closed', async () => {
    await promisedByKim()
    await conversations.transfer('c', kim, { to: { queue: 'general' } })
    expect(await only()).not.toHaveProperty('ownerId')
    await accepts(lee)
    expect(await only()).toMatchObject({ ownerId: 'lee' })
    await conversations.resolve('c', lee, { outcome: 'resolved' })
    expect(await only()).toMatchObject({ ownerId: 'lee' })
    expect(await state()).toBe('open')
  })

  it('is somebody’s again when they take it over; of two at once, one does', async () => {
    const { id } = await promisedByKim()
    const took = await Promise.allSettled([
      conversations.takePromise(id, lee, 'kim'),
      node().takePromise(id, boss, 'kim'),
    ])
    expect(took.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(took.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'PROMISE_CHANGED' } })
  })
})

describe('a promise that is lost elsewhere', () => {
  it('is still there after transfer, close, reopening, restart and idle closing, and warns', async () => {
    mind = { ...mind, policy: { ...mind.policy, routing: { ...mind.policy.routing, reopenToAgentHours: 0 } } }
    const { id } = await promisedByKim(3 * DAY)
    await conversations.transfer('c', kim, { to: { agentId: 'lee' } })
    await restart()
    await accepts(lee)
    await conversations.resolve('c', lee, { outcome: 'resolved' })
    await restart()
    await write('how long is delivery')
    expect(await owner()).toBe('bot')
    clock.advance(DAY)
    // What is due in two days does not hold a quiet conversation open.
    expect(await idle()).toBe(1)
    expect(await owner()).toBe('closed')
    expect(await state()).toBe('open')
    await restart()
    clock.advance(2 * DAY)
    expect(await watch()).toBe(1)
    expect(warned).toEqual([id])
    expect(await store.promises.open(10)).toMatchObject([{ id, ownerId: 'lee', brokenAt: clock.now() }])
    expect(await lastSaid()).toMatch(/^We are sorry: we promised you “I will call you”/)
    expect(await watch()).toBe(0)
    expect(await causes()).toEqual(['promise-broken'])
  })
})

describe('a deed', () => {
  it('is not kept by writing, nor by the end of the conversation', async () => {
    await promisedByKim()
    await conversations.say('c', kim, 'By the way …')
    await conversations.resolve('c', kim, { outcome: 'unresolved' })
    expect(await state()).toBe('open')
    expect(await causes()).toEqual([])
  })

  it('is kept when its owner says so: the customer is told, and it counts once, for whom and what it is about', async () => {
    const { id } = await promisedByKim()
    await conversations.promiseDone(id, kim)
    expect(await state()).toBe('kept')
    expect(await lastSaid()).toBe('Done in time: “I will call you”.')
    expect((await ledger()).at(-1)).toMatchObject({ cause: 'promise-kept', channel: 'web', agentId: 'kim' })
    await expect(conversations.promiseDone(id, kim)).rejects.toMatchObject({ code: 'PROMISE_SETTLED' })
    expect(await causes()).toEqual(['promise-kept'])
  })

  it('is done once by two nodes that are told so at the same time', async () => {
    const { id } = await promisedByKim()
    const done = await Promise.allSettled([conversations.promiseDone(id, kim), node().promiseDone(id, boss)])
    expect(done.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await causes()).toEqual(['promise-kept'])
  })

  it('is late when it is done after its time, and broken in the ledger', async () => {
    const { id } = await promisedByKim()
    clock.advance(DAY + 1)
    await conversations.promiseDone(id, kim)
    expect(await state()).toBe('late')
    expect(await lastSaid()).toContain('Done, but late')
    expect(await causes()).toEqual(['promise-broken'])
    expect(await watch()).toBe(0)
  })

  it('is a colleague’s to mark, to withdraw and to move, until it is taken over; supervisors may', async () => {
    const { id, dueAt } = await promisedByKim()
    const refused = { code: 'PROMISE_OF_OTHER' }
    await expect(conversations.promiseDone(id, lee)).rejects.toMatchObject(refused)
    await expect(conversations.withdrawPromise(id, lee, { reason: 'no', wish: 'company' })).rejects.toMatchObject(
      refused,
    )
    await expect(conversations.movePromise(id, lee, { to: dueAt + 1, was: dueAt })).rejects.toMatchObject(refused)
    await conversations.promiseDone(id, boss)
    expect(await state()).toBe('kept')
  })

  it('is not there for those who name another', async () => {
    await expect(conversations.promiseDone('nothing', kim)).rejects.toMatchObject({ code: 'PROMISE_UNKNOWN' })
  })
})

describe('taking back that it was done', () => {
  it('replaces the row in the ledger, so that the score is as if it had not been said', async () => {
    const { id } = await promisedByKim()
    await conversations.promiseDone(id, kim)
    await conversations.promiseNotDone(id, kim)
    expect(await state()).toBe('open')
    const [kept, voided] = (await ledger()).slice(-2)
    expect(voided).toMatchObject({ cause: 'promise-kept', gain: 0, loss: 0, replaces: kept?.id })
    expect(await lastSaid()).toContain('mistake on our side')
    clock.advance(HOUR)
    await conversations.promiseDone(id, kim)
    const scores = (await ledger()).map(({ scoreAfter }) => scoreAfter)
    expect(scores.at(-1)).toBeCloseTo(scores.at(-3) ?? 0, 3)
  })

  it('breaks it where its time has passed meanwhile, with one apology', async () => {
    const { id } = await promisedByKim()
    await conversations.promiseDone(id, kim)
    clock.advance(DAY + 1)
    await conversations.promiseNotDone(id, kim)
    const [kept, broken] = (await ledger()).slice(-2)
    expect(broken).toMatchObject({ cause: 'promise-broken', replaces: kept?.id })
    expect(await state()).toBe('overdue')
    expect(await watch()).toBe(0)
  })

  it('is refused where nobody has said that it was', async () => {
    const { id } = await promisedByKim()
    await expect(conversations.promiseNotDone(id, kim)).rejects.toMatchObject({ code: 'PROMISE_CHANGED' })
  })
})

describe('taking a promise back', () => {
  it('is a broken word when the company wishes it, however early, and the customer reads why', async () => {
    const { id } = await promisedByKim()
    await conversations.withdrawPromise(id, kim, { reason: 'We are closed tomorrow.', wish: 'company' })
    expect(await state()).toBe('broken')
    expect(await causes()).toEqual(['promise-broken'])
    expect(await lastSaid()).toContain('The reason: We are closed tomorrow.')
  })

  it('counts neither way when the customer wishes it', async () => {
    const { id } = await promisedByKim()
    await conversations.withdrawPromise(id, kim, { reason: 'They found it.', wish: 'customer' })
    expect(await state()).toBe('withdrawn')
    expect(await causes()).toEqual([])
    expect(await lastSaid()).toBe('As you wish, this is no longer needed: “I will call you”.')
  })

  it('does not undo that it was broken before', async () => {
    const { id } = await promisedByKim()
    clock.advance(DAY + 1)
    await watch()
    await conversations.withdrawPromise(id, kim, { reason: 'They found it.', wish: 'customer' })
    expect(await state()).toBe('broken')
    expect(await causes()).toEqual(['promise-broken'])
  })
})

describe('another time', () => {
  it('is told to the customer, and does not turn a broken promise into a kept one', async () => {
    const { id, dueAt } = await promisedByKim()
    await conversations.movePromise(id, kim, { to: dueAt + DAY, was: dueAt })
    expect(await lastSaid()).toContain('The new time is Wednesday 25 November')
    clock.advance(DAY + 1)
    expect(await watch()).toBe(1)
    expect(await causes()).toEqual(['promise-broken'])
    // They were told already that it takes longer.
    expect(await lastSaid()).toContain('The new time is')
    await conversations.promiseDone(id, kim)
    expect(await state()).toBe('late')
    expect(await causes()).toEqual(['promise-broken'])
  })

  it('is excused when it passes, too', async () => {
    const { id, dueAt } = await promisedByKim()
    await conversations.movePromise(id, kim, { to: dueAt + DAY, was: dueAt })
    clock.advance(2 * DAY + 1)
    await watch()
    await watch()
    const apologies = (await said()).filter(({ body }) => body.kind === 'notice' && body.code === 'promise-late')
    expect(apologies.map(({ text }) => text)).toEqual([expect.stringContaining('Wednesday 25 November')])
  })

  it('is refused where it is no later, and where a colleague was faster', async () => {
    const { id, dueAt } = await promisedByKim()
    const sooner = conversations.movePromise(id, kim, { to: dueAt - HOUR, was: dueAt })
    await expect(sooner).rejects.toMatchObject({ code: 'BODY_INVALID' })
    await conversations.movePromise(id, kim, { to: dueAt + DAY, was: dueAt })
    const second = conversations.movePromise(id, boss, { to: dueAt + 2 * DAY, was: dueAt })
    await expect(second).rejects.toMatchObject({ code: 'PROMISE_CHANGED' })
  })
})

describe('what is late', () => {
  it('is excused once, where the policy wants it', async () => {
    await write('wrong item')
    clock.advance(DAY + 1)
    expect(await watch()).toBe(1)
    expect(await watch()).toBe(0)
    await restart()
    expect(await watch()).toBe(0)
    expect((await said()).filter(({ text }) => text.startsWith('We are sorry'))).toHaveLength(1)
  })

  it('is noted without a word where it does not', async () => {
    mind = { ...mind, policy: { ...mind.policy, promises: { ...mind.policy.promises, apologise: false } } }
    await write('wrong item')
    const before = (await said()).length
    clock.advance(DAY + 1)
    expect(await watch()).toBe(1)
    expect(await watch()).toBe(0)
    expect((await said()).length).toBe(before)
    expect(await causes()).toEqual(['promise-broken'])
  })

  it('is noted, and excused, once by two nodes that look at the same time', async () => {
    await write('wrong item')
    clock.advance(DAY + 1)
    await Promise.all([conversations.watchPromises('c'), node().watchPromises('c')])
    expect(await causes()).toEqual(['promise-broken'])
    expect((await said()).filter(({ text }) => text.startsWith('We are sorry'))).toHaveLength(1)
  })
})

describe('a reminder', () => {
  it('goes to the owner once, an hour before, and again to who takes it over', async () => {
    const { id } = await promisedByKim()
    clock.advance(DAY - HOUR - 1)
    expect(await remind()).toBe(0)
    clock.advance(1)
    expect(await remind()).toBe(1)
    expect(await remind()).toBe(0)
    await restart()
    expect(await remind()).toBe(0)
    await conversations.takePromise(id, lee, 'kim')
    expect(await remind()).toBe(1)
    expect(reminded).toEqual([`kim ${id}`, `lee ${id}`])
  })

  it('counts open hours: what is due on Monday at nine is reminded of on Friday', async () => {
    const hours = { ...mind.policy.hours, week: { mon: ['09:00-18:00'], fri: ['09:00-18:00'] } }
    mind = { ...mind, policy: { ...mind.policy, hours } }
    await promisedByKim(7 * DAY - HOUR - 4)
    clock.advance(Date.UTC(2026, 10, 27, 17) - clock.now())
    expect(await remind()).toBe(0)
    clock.advance(60_000)
    expect(await remind()).toBe(1)
  })

  it('does not come for what was promised for the next half hour, nor for nobody’s promise, nor where the policy wants none', async () => {
    await promisedByKim(HOUR / 2)
    expect(await remind()).toBe(0)
    await conversations.makePromise('c', kim, { what: 'x', dueAt: clock.now() + 2 * HOUR })
    clock.advance(1.5 * HOUR)
    const never = { ...mind.policy, promises: { ...mind.policy.promises, remindBeforeMinutes: 0 } }
    mind = { ...mind, policy: never }
    expect(await remind()).toBe(0)
  })
})

describe('what only the customer can tell', () => {
  beforeEach(() => {
    mind = withPromises({ ...WRONG_ITEM, toldBy: 'customer' })
  })
  async function asked(): Promise<void> {
    await write('wrong item')
    clock.advance(DAY + 1)
    expect(await watch()).toBe(1)
  }

  it('is asked when it is due, once, with yes and no to choose', async () => {
    await asked()
    expect((await said()).at(-1)).toEqual({
      text: 'We promised you “A reply about it” by Tuesday 24 November at 10:00 UTC. Has it happened?',
      body: { kind: 'promise-question', promiseId: (await only()).id, choices: ['Yes, it has', 'No, not yet'] },
    })
    expect(await watch()).toBe(0)
    await restart()
    expect(await watch()).toBe(0)
    expect(await causes()).toEqual([])
  })

  it.each(['Yes, it has', 'yes!', '1', '是的', '做到了。'])('is kept in time when they say “%s”', async (text) => {
    await asked()
    await write(text)
    expect(await state()).toBe('kept')
    expect(await causes()).toEqual(['promise-kept'])
    expect(await lastSaid()).toContain('Thank you')
  })

  it.each(['No, not yet', 'no', '2', '还没有'])('is broken when they say “%s”, and goes to staff', async (text) => {
    await asked()
    await write(text)
    expect(await only()).toMatchObject({ brokenAt: clock.now(), toldBy: 'staff' })
    expect(await causes()).toEqual(['promise-broken'])
    expect((await said()).at(-1)?.body).toEqual({ kind: 'clarification', options: [], offersPerson: true })
    expect(await watch()).toBe(0)
    await conversations.promiseDone((await only()).id, kim)
    expect(await state()).toBe('late')
  })

  it.each(['No, not yet', 'yes'])(
    'is no word about a need: the desk goes on showing what it was about after “%s”',
    async (text) => {
      await asked()
      const line = async () => {
        const conversation = await store.conversations.get('c')
        const messages = await store.conversations.messages('c', 0, 50)
        const turns = await store.conversations.turns('c')
        if (!conversation) throw new TypeError('there is no conversation')
        return inOneLine(mind, dialogueNow(mind, conversation, messages, turns.at(-1)?.seq ?? 0), undefined)
      }
      const before = await line()
      const thinking = mind
      mind = {
        ...mind,
        understand: (said, now) => thinking.understand(said === text ? 'how long is delivery' : said, now),
      }
      await write(text)
      expect(await line()).toEqual(before)
    },
  )

  it('counts neither way when they say nothing for long', async () => {
    await asked()
    clock.advance(72 * HOUR)
    expect(await watch()).toBe(0)
    clock.advance(1)
    expect(await watch()).toBe(1)
    expect(await state()).toBe('unknown')
    expect(await causes()).toEqual([])
    await write('yes')
    expect(await state()).toBe('unknown')
  })

  it('stays open when they write something else, which is an ordinary message; a later yes is none to it', async () => {
    await asked()
    await write('how long is delivery')
    expect(await lastSaid()).toBe('Answer to delivery.')
    await write('yes')
    expect(promiseState(await only(), clock.now())).toBe('overdue')
    expect(await causes()).toEqual([])
  })

  it('is asked in a closed conversation, too, and the answer does not reopen it', async () => {
    await write('wrong item')
    clock.advance(HOUR)
    expect(await idle()).toBe(1)
    clock.advance(DAY)
    expect(await watch()).toBe(1)
    await write('yes')
    expect(await owner()).toBe('closed')
    expect(await state()).toBe('kept')
  })

  it('is not asked while a person speaks with them, and is afterwards', async () => {
    await write('wrong item')
    await write('a human, please')
    await accepts(kim)
    clock.advance(DAY + 1)
    expect(await watch()).toBe(0)
    await conversations.resolve('c', kim, { outcome: 'resolved' })
    expect(await watch()).toBe(1)
  })

  it('is not for staff to mark', async () => {
    await write('wrong item')
    const { id } = await only()
    await expect(conversations.promiseDone(id, kim)).rejects.toMatchObject({ code: 'PROMISE_TOLD_OTHERWISE' })
  })
})
