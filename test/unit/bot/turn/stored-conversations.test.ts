import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { logHandovers } from '../../../../bot/escalation/log-handovers.ts'
import type { Inbound } from '../../../../bot/turn/conversation-service.ts'
import { StoredConversations } from '../../../../bot/turn/stored-conversations.ts'
import { type Agent, CandorError, type Channel, fixedClock } from '../../../../domain/index.ts'
import { openStore, type Store } from '../../../../store/index.ts'
import { scriptedMind } from '../../../support/minds.ts'
import { storedLabels } from '../../../support/stored-labels.ts'

const HOUR = 3_600_000
const mind = scriptedMind({
  'refund please': { refund: 0.9 },
  退款: { refund: 0.9 },
  thanks: { thanks: 0.95 },
  'bad service': { complaint: 0.9 },
  'about money': { refund: 0.5, exchange: 0.4 },
})

let store: Store
let clock: ReturnType<typeof fixedClock>
let conversations: StoredConversations
let ids = 0

beforeEach(async () => {
  store = await openStore(':memory:')
  clock = fixedClock(Date.UTC(2026, 10, 22))
  conversations = new StoredConversations({
    store,
    mind: () => mind,
    clock,
    newId: () => `id-${++ids}`,
    stopwatch: () => 0,
  })
})
afterEach(() => store.close())

function write(text: string, parts: Partial<Inbound> = {}): Promise<{ messageId: string; duplicate: boolean }> {
  return conversations.receive({ conversationId: 'c', channel: 'web', customer: { id: 'dl_cy' }, text, ...parts })
}

/** Somebody who is at the desk. */
async function agent(name: string): Promise<Agent> {
  const person: Agent = {
    id: name,
    email: `${name}@example.com`,
    name,
    role: 'agent',
    languages: ['en'],
    queues: [],
    capacity: 5,
    createdAt: 0,
  }
  await store.people.add(person)
  await store.people.setPresence({ agentId: name, available: true, until: clock.now() + 1_000 * HOUR, since: 0 })
  return person
}

async function transcript(): Promise<string[]> {
  return (await store.conversations.messages('c', 0, 1000)).map(({ from, body }) => `${from} ${body.kind}`)
}

async function waitingId(): Promise<string> {
  return (await store.escalations.waiting(10))[0]?.id ?? ''
}

async function code(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'done',
    (problem) => (problem instanceof CandorError ? problem.code : String(problem)),
  )
}

describe('a conversation', () => {
  it('stores a message with its answer, in order, without a gap', async () => {
    await write('refund please')
    const messages = await store.conversations.messages('c', 0, 10)
    expect(messages.map(({ seq }) => seq)).toEqual([1, 2])
    expect(await transcript()).toEqual(['customer text', 'bot answer'])
    expect((await store.conversations.turns('c'))[0]).toMatchObject({
      seq: 1,
      modelId: 'scripted',
      decision: { kind: 'answer' },
    })
  })

  it('takes a message that is sent again under the same id once', async () => {
    const first = await write('refund please', { clientId: 'a' })
    const again = await write('refund please', { clientId: 'a' })
    expect(again).toEqual({ messageId: first.messageId, duplicate: true })
    expect(await transcript()).toHaveLength(2)
  })

  it('keeps fifty messages written at once, each with its turn', async () => {
    await Promise.all(Array.from({ length: 50 }, (_, n) => write('hm', { clientId: `n${n}` })))
    const messages = await store.conversations.messages('c', 0, 1000)
    expect(messages.filter(({ from }) => from === 'customer')).toHaveLength(50)
    expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, index) => index + 1))
  })

  it('logs why it was handed over, and nothing of what was said', async () => {
    const lines: unknown[] = []
    conversations.onCommitted(logHandovers({ info: (fields, text) => lines.push({ ...fields, text }) }))
    await write('refund please')
    await write('let me talk to a human')
    expect(lines).toEqual([
      { conversationId: 'c', seq: 4, reasons: ['asked-for-person'], text: 'handed over to a person' },
    ])
  })

  it('learns from a pick what the message before was about', async () => {
    await write('about money')
    await write('About exchange')
    expect(await storedLabels(store)).toEqual([
      {
        conversationId: 'c',
        seq: 1,
        at: clock.now(),
        source: 'pick',
        meant: { kind: 'need', need: 'exchange' },
      },
    ])
  })

  it('learns from the agent what the message was about that was handed over', async () => {
    await write('about money')
    await write('zzz')
    const kim = await agent('kim')
    await conversations.accept(await waitingId(), kim)
    await conversations.resolve('c', kim, { outcome: 'resolved', meant: { kind: 'need', need: 'delivery' } })
    expect(await storedLabels(store)).toMatchObject([
      { seq: 3, source: 'agent', meant: { kind: 'need', need: 'delivery' }, by: 'kim' },
    ])
  })

  it('gives an agent no more than they take at once, until one is ended', async () => {
    const kim = { ...(await agent('kim')), capacity: 1 }
    await write('let me talk to a human')
    await write('let me talk to a human', { conversationId: 'd', customer: { id: 'dl_di' } })
    const [first, second] = await store.escalations.waiting(10)
    await conversations.accept(first?.id ?? '', kim)
    expect(await code(conversations.accept(second?.id ?? '', kim))).toBe('AGENT_FULL')
    expect((await store.escalations.waiting(10)).map(({ id }) => id)).toEqual([second?.id])
    await conversations.resolve(first?.conversationId ?? '', kim, { outcome: 'resolved' })
    await conversations.accept(second?.id ?? '', kim)
    expect(await store.escalations.countWaiting()).toBe(0)
  })

  it('learns nothing from the words "a person, please"', async () => {
    await write('let me talk to a human')
    const kim = await agent('kim')
    await conversations.accept(await waitingId(), kim)
    await conversations.resolve('c', kim, { outcome: 'resolved', meant: { kind: 'need', need: 'delivery' } })
    expect(await storedLabels(store)).toEqual([])
  })

  it('decides by the customer’s trust where the policy has a segment for it', async () => {
    const { policy } = mind
    const wary = {
      ...mind,
      policy: {
        ...policy,
        segments: [{ name: 'new', trustBelow: 0.6 }],
        stakes: { ...policy.stakes, bySegment: { new: { handoff: 0, lostAfterHandoff: 0, personSolves: 1 } } },
      },
    }
    const service = new StoredConversations({
      store,
      mind: () => wary,
      clock,
      newId: () => `id-${++ids}`,
      stopwatch: () => 0,
    })
    await service.receive({ conversationId: 'c', channel: 'web', customer: { id: 'dl_cy' }, text: 'refund please' })
    expect((await store.conversations.turns('c'))[0]).toMatchObject({
      decision: { kind: 'escalate', reasons: ['risk-too-large'] },
      deliberation: { segment: 'new' },
    })
  })

  it('refuses a text that is too long and stores nothing', async () => {
    expect(await code(write('x'.repeat(4001)))).toBe('TEXT_TOO_LONG')
    expect(await store.conversations.get('c')).toBeUndefined()
  })

  it('pushes what the company says on a push channel, and nothing on the web', async () => {
    await write('refund please')
    for (const channel of ['teams', 'botframework'] satisfies Channel[]) {
      clock.advance(1)
      await write('refund please', { conversationId: channel, channel, channelReference: '{}' })
    }
    const due = await store.outbox.due(clock.now(), 10)
    expect(due.map(({ message }) => [message.conversationId, message.from])).toEqual([
      ['teams', 'bot'],
      ['botframework', 'bot'],
    ])
  })

  it('closes on thanks, asks once how it was, and the bot is what is rated', async () => {
    await write('refund please')
    await write('thanks')
    expect(await transcript()).toEqual(['customer text', 'bot answer', 'customer text', 'bot text', 'system survey'])
    expect(await store.conversations.get('c')).toMatchObject({ owner: 'closed' })
  })

  it('closes when nobody writes any more, but not what waits for a person', async () => {
    await write('refund please')
    clock.advance(HOUR)
    expect(await conversations.closeIdle('c', clock.now())).toBe(true)
    expect(await conversations.closeIdle('c', clock.now())).toBe(false)
    await write('转人工')
    clock.advance(HOUR)
    expect(await conversations.closeIdle('c', clock.now())).toBe(false)
  })
})

describe('a handover', () => {
  it('silences the bot until the agent gives the conversation back', async () => {
    const ann = await agent('ann')
    await write('let me talk to a human')
    await write('refund please')
    expect(await transcript()).toEqual(['customer text', 'bot handover', 'customer text'])
    await conversations.accept(await waitingId(), ann)
    await write('refund please')
    await conversations.say('c', ann, 'On it.')
    await conversations.returnToBot('c', ann)
    await write('refund please')
    expect((await transcript()).slice(3)).toEqual([
      'system notice',
      'customer text',
      'agent text',
      'system notice',
      'customer text',
      'bot answer',
    ])
  })

  it('goes to exactly one of two agents who accept at once; the other is told who has it', async () => {
    const [ann, bo] = [await agent('ann'), await agent('bo')]
    await write('转人工')
    const id = await waitingId()
    const outcomes = await Promise.allSettled([conversations.accept(id, ann), conversations.accept(id, bo)])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const lost = outcomes.find(({ status }) => status === 'rejected') as PromiseRejectedResult
    expect(lost.reason).toMatchObject({ code: 'CONVERSATION_TAKEN' })
    const owner = (await store.conversations.get('c'))?.agentId
    expect(String(lost.reason.message)).toContain(owner === 'ann' ? 'ann' : 'bo')
  })

  it('is accepted once by an agent who clicks twice', async () => {
    const ann = await agent('ann')
    await write('转人工')
    const id = await waitingId()
    expect(await conversations.accept(id, ann)).toEqual(await conversations.accept(id, ann))
    expect((await transcript()).filter((line) => line === 'system notice')).toHaveLength(1)
  })

  it('tells each customer how many wait before', async () => {
    for (const conversationId of ['one', 'two', 'three'])
      await write('agent', { conversationId, customer: { id: conversationId } })
    const [last] = (await store.conversations.messages('three', 1, 1)).map(({ body }) => body)
    expect(last).toMatchObject({ kind: 'handover', waitingBefore: 2 })
  })

  it('lets nobody but its agent answer, return or resolve', async () => {
    const [ann, bo] = [await agent('ann'), await agent('bo')]
    await write('转人工')
    expect(await code(conversations.say('c', bo, 'hi'))).toBe('TRANSITION_REFUSED')
    await conversations.accept(await waitingId(), ann)
    expect(await code(conversations.say('c', bo, 'hi'))).toBe('CONVERSATION_TAKEN')
    expect(await code(conversations.returnToBot('c', bo))).toBe('CONVERSATION_TAKEN')
    expect(await code(conversations.resolve('c', bo, { outcome: 'resolved' }))).toBe('CONVERSATION_TAKEN')
    expect(await code(conversations.resolve('nowhere', bo, { outcome: 'resolved' }))).toBe('CONVERSATION_UNKNOWN')
  })

  it('is not repeated for its old reasons when the customer comes back', async () => {
    const ann = await agent('ann')
    await write('bad service')
    await conversations.accept(await waitingId(), ann)
    await conversations.resolve('c', ann, { outcome: 'resolved' })
    // Who served the customer is on a break: then the bot does.
    await store.people.setPresence({ agentId: 'ann', available: false, until: clock.now() + HOUR, since: 0 })
    await write('refund please')
    expect(await store.conversations.get('c')).toMatchObject({ owner: 'bot' })
    expect((await transcript()).at(-1)).toBe('bot answer')
    expect((await store.conversations.events('c')).map(({ kind }) => kind)).toEqual([
      'opened',
      'escalated',
      'accepted',
      'resolved',
      'reopened',
    ])
  })

  it('sends an agent’s reply once, however often the desk retries it', async () => {
    const ann = await agent('ann')
    await write('转人工')
    await conversations.accept(await waitingId(), ann)
    const first = await conversations.say('c', ann, 'Hello', 'k1')
    expect(await conversations.say('c', ann, 'Hello', 'k1')).toEqual(first)
    expect((await transcript()).filter((line) => line === 'agent text')).toHaveLength(1)
  })
})

describe('a survey', () => {
  async function rated(rating: number, parts: Partial<Inbound> = {}): Promise<string> {
    const survey = (await store.conversations.messages('c', 0, 100)).findLast(({ body }) => body.kind === 'survey')
    const surveyId = survey?.body.kind === 'survey' ? survey.body.surveyId : ''
    return code(write('', { survey: { surveyId, rating, resolved: rating > 3 }, ...parts }))
  }

  beforeEach(async () => {
    const ann = await agent('ann')
    await write('转人工')
    await conversations.accept(await waitingId(), ann)
    await conversations.resolve('c', ann, { outcome: 'resolved', meant: { kind: 'need', need: 'refund' } })
  })

  it('is about the agent who resolved, in the customer’s language', async () => {
    const message = (await store.conversations.messages('c', 0, 100)).findLast(({ body }) => body.kind === 'survey')
    const survey = await store.surveys.get(message?.body.kind === 'survey' ? message.body.surveyId : '')
    expect(survey).toMatchObject({ about: { kind: 'agent', agentId: 'ann' }, need: 'refund', language: 'zh' })
  })

  it('moves the customer’s trust, and the ledger says why', async () => {
    expect(await rated(5)).toBe('done')
    const ledger = await store.customers.trustEvents('dl_cy')
    expect(ledger.map(({ cause }) => cause)).toEqual(['escalation-resolved', 'survey-rating', 'survey-resolved'])
    const scores = ledger.map(({ scoreAfter }) => scoreAfter)
    expect(scores).toEqual([...scores].sort((a, b) => a - b))
  })

  it('does not reopen the conversation, and counts the last answer only', async () => {
    await rated(5)
    await rated(1)
    expect(await store.conversations.get('c')).toMatchObject({ owner: 'closed' })
    const ledger = await store.customers.trustEvents('dl_cy')
    const replaced = new Set(ledger.flatMap(({ replaces }) => replaces ?? []))
    const counted = ledger.filter(({ id }) => !replaced.has(id)).map(({ cause }) => cause)
    expect(counted).toEqual(['escalation-resolved', 'survey-rating', 'survey-unresolved'])
  })

  it('takes no answer from somebody else, after it expired, or out of range', async () => {
    expect(await rated(5, { customer: { id: 'dl_mallory' } })).toBe('SURVEY_UNKNOWN')
    expect(await rated(6)).toBe('BODY_INVALID')
    expect(await rated(2.5)).toBe('BODY_INVALID')
    clock.advance(100 * HOUR)
    expect(await rated(5)).toBe('SURVEY_EXPIRED')
    expect(await store.customers.trustEvents('dl_cy')).toHaveLength(1)
  })

  it('is not sent to spammers', async () => {
    const bo = await agent('bo')
    await write('转人工')
    await conversations.accept(await waitingId(), bo)
    const before = (await transcript()).filter((line) => line === 'system survey').length
    await conversations.resolve('c', bo, { outcome: 'spam' })
    expect((await transcript()).filter((line) => line === 'system survey')).toHaveLength(before)
  })
})
