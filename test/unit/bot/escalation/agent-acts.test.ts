import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Agent } from '../../../../domain/index.ts'
import { code, type DeskUnderTest, openDesk } from './desk-under-test.ts'

let desk: DeskUnderTest
let ann: Agent
let bo: Agent
let sue: Agent

beforeEach(async () => {
  desk = await openDesk()
  ann = await desk.agent('ann')
  bo = await desk.agent('bo')
  sue = await desk.agent('sue', { role: 'manager' })
})
afterEach(() => desk.stop())

const owner = async () => desk.store.conversations.get('c')
const lastText = async () => (await desk.transcript()).at(-1)

describe('how long a customer has waited for an answer', () => {
  it('counts from the handover, ends with the agent’s answer, and begins with what the customer writes next', async () => {
    await desk.write('human please')
    const queuedAt = desk.clock.now()
    await desk.accept(ann)
    expect((await desk.escalations())[0]).toMatchObject({ unansweredSince: queuedAt })
    desk.clock.advance(5)
    await desk.conversations.say('c', ann, 'Good morning')
    const repliedAt = desk.clock.now()
    expect((await desk.escalations())[0]).toMatchObject({ firstReplyAt: repliedAt })
    expect((await desk.escalations())[0]?.unansweredSince).toBeUndefined()

    await desk.write('and then?')
    const askedAt = desk.clock.now()
    await desk.write('are you there?')
    expect((await desk.escalations())[0]).toMatchObject({ firstReplyAt: repliedAt, unansweredSince: askedAt })
    desk.clock.advance(5)
    await desk.conversations.say('c', ann, 'Yes')
    expect((await desk.escalations())[0]?.unansweredSince).toBeUndefined()
    expect((await desk.escalations())[0]?.firstReplyAt).toBe(repliedAt)
  })

  it('ends with what a supervisor writes, too, which is not the agent’s first reply', async () => {
    await desk.write('human please')
    await desk.accept(ann)
    await desk.conversations.join('c', sue)
    await desk.conversations.say('c', sue, 'We are looking into it')
    expect((await desk.escalations())[0]?.unansweredSince).toBeUndefined()
    expect((await desk.escalations())[0]?.firstReplyAt).toBeUndefined()
  })
})

describe('a transfer', () => {
  beforeEach(async () => {
    await desk.write('refund please')
    await desk.write('human please')
    await desk.accept(ann)
  })

  it('to a colleague ends mine and lets another wait for them, with everything that was known', async () => {
    await desk.conversations.transfer('c', ann, {
      to: { agentId: 'bo' },
      comment: 'She wants her money, not a voucher',
    })
    const [mine, next] = await desk.escalations()
    expect(mine).toMatchObject({ agentId: 'ann', outcome: 'transferred', endedAt: desk.clock.now() })
    expect(next).toMatchObject({
      follows: mine?.id,
      preferredAgentId: 'bo',
      queue: mine?.queue,
      reasons: ['asked-for-person'],
      need: 'refund',
      gap: mine?.gap,
      seq: mine?.seq,
      routing: { step: 0, passedBy: ['ann'] },
    })
    expect(next?.agentId).toBeUndefined()
    expect(next?.priority).toBeGreaterThan(mine?.priority ?? 1)
    expect(await owner()).toMatchObject({ owner: 'queued', escalationId: next?.id })
    expect(await desk.store.escalations.openOf('ann')).toEqual([])
    expect(await lastText()).toMatch(/^system notice: A colleague is taking over/)
    expect(await desk.store.notes.ofConversation('c')).toMatchObject([
      { agentId: 'ann', text: 'She wants her money, not a voucher', afterSeq: 5 },
    ])
  })

  it('to a queue lets it wait there', async () => {
    await desk.conversations.transfer('c', ann, { to: { queue: 'refunds' } })
    const next = (await desk.escalations()).at(-1)
    expect(next).toMatchObject({ queue: 'refunds' })
    expect(next?.preferredAgentId).toBeUndefined()
    expect(await desk.store.notes.ofConversation('c')).toEqual([])
  })

  it('keeps the customer’s waiting time running, and starts it where nothing was open', async () => {
    const since = (await desk.escalations())[0]?.unansweredSince
    await desk.conversations.transfer('c', ann, { to: { queue: 'refunds' } })
    expect((await desk.escalations()).at(-1)?.unansweredSince).toBe(since)
    await desk.accept(bo)
    await desk.conversations.say('c', bo, 'Hello')
    desk.clock.advance(60_000)
    await desk.conversations.transfer('c', bo, { to: { agentId: 'ann' } })
    expect((await desk.escalations()).at(-1)?.unansweredSince).toBe(desk.clock.now())
  })

  it('needs somebody else, a queue that there is, and a conversation that is one’s own', async () => {
    const { conversations } = desk
    expect(await code(conversations.transfer('c', ann, { to: { agentId: 'ann' } }))).toBe('TRANSFER_TO_SELF')
    expect(await code(conversations.transfer('c', ann, { to: { agentId: 'zoe' } }))).toBe('AGENT_UNKNOWN')
    expect(await code(conversations.transfer('c', ann, { to: { queue: 'none' } }))).toBe('QUEUE_UNKNOWN')
    expect(await code(conversations.transfer('c', bo, { to: { queue: 'refunds' } }))).toBe('CONVERSATION_TAKEN')
    expect(await desk.escalations()).toHaveLength(1)
  })

  it('is not followed by the first agent’s words', async () => {
    await desk.conversations.transfer('c', ann, { to: { agentId: 'bo' } })
    expect(await code(desk.conversations.say('c', ann, 'One more thing'))).toBe('TRANSITION_REFUSED')
    await desk.accept(bo)
    expect(await code(desk.conversations.say('c', ann, 'One more thing'))).toBe('CONVERSATION_TAKEN')
  })

  it('leaves the rating to who resolved, also when the conversation goes on with somebody else', async () => {
    await desk.conversations.transfer('c', ann, { to: { agentId: 'bo' } })
    await desk.accept(bo)
    await desk.conversations.resolve('c', bo, { outcome: 'resolved' })
    const surveys = (await desk.bodies()).flatMap((body) => (body.kind === 'survey' ? [body.surveyId] : []))
    expect(surveys).toHaveLength(1)
    const survey = surveys[0] ?? ''
    await desk.write('human please')
    await desk.accept(ann)
    await desk.write('', { survey: { surveyId: survey, rating: 5 } })
    const bos = (await desk.escalations())[1]
    expect(await desk.store.surveys.get(survey)).toMatchObject({
      about: { kind: 'agent', agentId: 'bo', escalationId: bos?.id },
    })
    expect(await desk.store.surveys.responseTo(survey)).toMatchObject({ rating: 5 })
  })

  it('tells a Chinese customer in Chinese', async () => {
    await desk.conversations.resolve('c', ann, { outcome: 'resolved' })
    await desk.write('转人工')
    await desk.accept(bo)
    await desk.conversations.transfer('c', bo, { to: { agentId: 'ann' } })
    expect(await lastText()).toMatch(/^system notice: 正在为您转给另一位同事/)
  })
})

describe('taking over', () => {
  it('from the bot needs no handover, and silences the bot at once', async () => {
    await desk.write('refund please')
    await desk.conversations.takeOver('c', ann)
    expect(await owner()).toMatchObject({ owner: 'agent', agentId: 'ann' })
    expect(await desk.escalations()).toMatchObject([
      {
        reasons: ['taken-over'],
        agentId: 'ann',
        acceptedAt: desk.clock.now(),
        need: 'refund',
        queue: 'refunds',
        seq: 1,
        unansweredSince: desk.clock.now(),
      },
    ])
    await desk.write('refund please')
    expect((await desk.transcript()).slice(2)).toEqual([
      'system notice: ann is here now and has read your messages.',
      'customer text: refund please',
    ])
    const events = await desk.store.conversations.events('c')
    expect(events.at(-1)).toMatchObject({ kind: 'taken-over', agentId: 'ann' })
  })

  it('counts against what an agent takes at once', async () => {
    const cy = await desk.agent('cy', { capacity: 1 })
    await desk.write('refund please')
    await desk.write('refund please', { conversationId: 'd', customer: { id: 'dl_di' } })
    await desk.conversations.takeOver('c', cy)
    expect(await code(desk.conversations.takeOver('d', cy))).toBe('AGENT_FULL')
    expect(await desk.store.conversations.get('d')).toMatchObject({ owner: 'bot' })
  })

  it('of one conversation by two agents at once has one winner', async () => {
    await desk.write('refund please')
    const codes = await Promise.all([
      code(desk.conversations.takeOver('c', ann)),
      code(desk.otherNode.takeOver('c', bo)),
    ])
    expect(codes.toSorted()).toEqual(['CONVERSATION_TAKEN', 'done'])
    expect((await desk.escalations()).filter(({ endedAt }) => endedAt === undefined)).toHaveLength(1)
  })

  it('from another agent is for supervisors, and ends that agent’s work on it', async () => {
    await desk.write('human please')
    await desk.accept(ann)
    expect(await code(desk.conversations.takeOver('c', bo))).toBe('CONVERSATION_TAKEN')
    await desk.conversations.takeOver('c', sue)
    const [first, second] = await desk.escalations()
    expect(first).toMatchObject({ agentId: 'ann', outcome: 'transferred' })
    expect(second).toMatchObject({ agentId: 'sue', follows: first?.id, reasons: ['asked-for-person'] })
    expect(await lastText()).toBe('system notice: sue is here now and has read your messages.')
    expect(await code(desk.conversations.say('c', ann, 'But'))).toBe('CONVERSATION_TAKEN')
  })

  it('a second time changes nothing; what waits is accepted, and what is closed stays so', async () => {
    await desk.write('refund please')
    await desk.conversations.takeOver('c', ann)
    const before = await desk.transcript()
    await desk.conversations.takeOver('c', ann)
    expect(await desk.transcript()).toEqual(before)
    await desk.conversations.resolve('c', ann, { outcome: 'resolved' })
    expect(await code(desk.conversations.takeOver('c', ann))).toBe('TRANSITION_REFUSED')
    await desk.write('human please', { conversationId: 'd', customer: { id: 'dl_di' } })
    expect(await code(desk.conversations.takeOver('d', ann))).toBe('TRANSITION_REFUSED')
  })
})

describe('a supervisor who joins', () => {
  beforeEach(async () => {
    await desk.write('human please')
    await desk.accept(ann)
  })

  it('may write beside the agent until they leave; the customer is told who comes and goes', async () => {
    await desk.conversations.join('c', sue)
    await desk.conversations.say('c', sue, 'I can help')
    await desk.conversations.say('c', ann, 'Thank you')
    await desk.conversations.leave('c', sue)
    expect((await desk.transcript()).slice(3)).toEqual([
      'system notice: sue has joined the conversation.',
      'agent text: I can help',
      'agent text: Thank you',
      'system notice: sue has left the conversation.',
    ])
    expect(await code(desk.conversations.say('c', sue, 'More'))).toBe('CONVERSATION_TAKEN')
    expect((await desk.store.conversations.events('c')).slice(-2)).toMatchObject([
      { kind: 'joined', agentId: 'sue' },
      { kind: 'left', agentId: 'sue' },
    ])
  })

  it('is one at a time, and no plain agent', async () => {
    const tom = await desk.agent('tom', { role: 'administrator' })
    expect(await code(desk.conversations.join('c', bo))).toBe('FORBIDDEN')
    await desk.conversations.join('c', sue)
    await desk.conversations.join('c', sue)
    expect((await desk.transcript()).filter((line) => line.includes('has joined'))).toHaveLength(1)
    await expect(desk.conversations.join('c', tom)).rejects.toMatchObject({
      code: 'JOINED_BY_OTHER',
      details: { by: 'sue' },
    })
  })

  it('is gone when the conversation changes hands', async () => {
    await desk.conversations.join('c', sue)
    await desk.conversations.transfer('c', ann, { to: { agentId: 'bo' } })
    expect((await owner())?.supervisorId).toBeUndefined()
    await desk.accept(bo)
    expect(await code(desk.conversations.say('c', sue, 'Still here'))).toBe('CONVERSATION_TAKEN')
    expect(await code(desk.conversations.leave('c', sue))).toBe('TRANSITION_REFUSED')
  })

  it('cannot resolve, return or transfer what is the agent’s', async () => {
    await desk.conversations.join('c', sue)
    expect(await code(desk.conversations.resolve('c', sue, { outcome: 'resolved' }))).toBe('CONVERSATION_TAKEN')
    expect(await code(desk.conversations.returnToBot('c', sue))).toBe('CONVERSATION_TAKEN')
    expect(await code(desk.conversations.transfer('c', sue, { to: { agentId: 'bo' } }))).toBe('CONVERSATION_TAKEN')
  })
})

describe('a correction', () => {
  beforeEach(async () => {
    await desk.write('human please')
    await desk.accept(ann)
  })

  it('is a message of its own that names the one it replaces; the first wording stays in the record', async () => {
    const { seq } = await desk.conversations.say('c', ann, 'It comes on Sunday')
    const corrected = await desk.conversations.correct('c', ann, seq, 'It comes on Monday', 'k1')
    expect(corrected).toMatchObject({ text: 'It comes on Monday', body: { kind: 'correction', of: seq } })
    expect(await desk.conversations.correct('c', ann, seq, 'It comes on Monday', 'k1')).toEqual(corrected)
    expect((await desk.transcript()).slice(3)).toEqual([
      'agent text: It comes on Sunday',
      'agent correction: It comes on Monday',
    ])
  })

  it('is no answer to what the customer has written since', async () => {
    const { seq } = await desk.conversations.say('c', ann, 'It comes on Sunday')
    await desk.write('sure?')
    await desk.conversations.correct('c', ann, seq, 'It comes on Monday')
    expect((await desk.escalations())[0]?.unansweredSince).toBeDefined()
  })

  it('is for texts of one’s own, in this conversation, while it is one’s own', async () => {
    const { seq } = await desk.conversations.say('c', ann, 'It comes on Sunday')
    const again = await desk.conversations.correct('c', ann, seq, 'On Monday')
    const { conversations } = desk
    const others = [1, 2, 3, again.seq, again.seq + 1, 99]
    for (const other of others)
      expect(await code(conversations.correct('c', ann, other, 'x'))).toBe('CORRECTION_REFUSED')
    await conversations.join('c', sue)
    expect(await code(conversations.correct('c', sue, seq, 'x'))).toBe('CORRECTION_REFUSED')
    await conversations.resolve('c', ann, { outcome: 'resolved' })
    expect(await code(conversations.correct('c', ann, seq, 'x'))).toBe('TRANSITION_REFUSED')
  })
})

describe('a note', () => {
  it('may be written by anybody on the staff, whoever owns the conversation, and is no message', async () => {
    await desk.write('refund please')
    const before = await owner()
    desk.clock.advance(60_000)
    const told: string[] = []
    desk.conversations.onCommitted(({ conversationId, messages }) => told.push(`${conversationId} ${messages.length}`))
    const note = await desk.conversations.note('c', bo, 'Called her yesterday')
    expect(note).toMatchObject({ agentId: 'bo', text: 'Called her yesterday', afterSeq: 2, at: desk.clock.now() })
    expect(await desk.store.notes.ofConversation('c')).toEqual([note])
    expect(await owner()).toEqual({ ...before, version: 2 })
    expect(told).toEqual(['c 0'])
    await desk.conversations.takeOver('c', ann)
    await desk.conversations.resolve('c', ann, { outcome: 'resolved' })
    await desk.conversations.note('c', sue, 'Well done')
    expect(await desk.store.notes.ofConversation('c')).toHaveLength(2)
    expect(await code(desk.conversations.note('nowhere', ann, 'x'))).toBe('CONVERSATION_UNKNOWN')
    expect(await code(desk.conversations.note('c', ann, 'x'.repeat(4001)))).toBe('TEXT_TOO_LONG')
  })
})

describe('who stepped in unasked, for the figures', () => {
  const steppedIn = async () => {
    const times = await desk.store.reports.handovers({ from: 0, to: desk.clock.now() + 1 })
    return times.map((one) => one.steppedIn)
  }

  it('is the supervisor who takes over from an agent: the customer had not waited for them', async () => {
    await desk.write('human please')
    await desk.accept(ann)
    desk.clock.advance(5)
    await desk.conversations.takeOver('c', sue)
    expect(await steppedIn()).toEqual([false, true])
  })

  it('is not the colleague to whom it was passed on afterwards: there the customer waits', async () => {
    await desk.write('how long is delivery')
    desk.clock.advance(5)
    await desk.conversations.takeOver('c', ann)
    desk.clock.advance(5)
    await desk.conversations.transfer('c', ann, { to: { agentId: 'bo' } })
    desk.clock.advance(5)
    await desk.accept(bo)
    expect(await steppedIn()).toEqual([true, false])
  })
})
