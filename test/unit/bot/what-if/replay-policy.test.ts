import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { StoredConversations } from '../../../../bot/turn/stored-conversations.ts'
import { replayPolicy } from '../../../../bot/what-if/index.ts'
import { type Agent, fixedClock } from '../../../../domain/index.ts'
import { openStore, type Store } from '../../../../store/index.ts'
import { mindWith } from './recordings.ts'

const MINUTE = 60_000
const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' }
const inForce = mindWith()

let store: Store
let clock: ReturnType<typeof fixedClock>
let conversations: StoredConversations
let ids = 0

beforeEach(async () => {
  store = await openStore(':memory:')
  clock = fixedClock(Date.UTC(2026, 10, 22))
  const newId = () => `id-${++ids}`
  conversations = new StoredConversations({ store, mind: () => inForce, clock, newId, stopwatch: () => 0 })
})
afterEach(() => store.close())

async function writes(conversationId: string, ...texts: string[]): Promise<void> {
  for (const text of texts) {
    clock.advance(MINUTE)
    await conversations.receive({ conversationId, channel: 'web', customer: { id: `of-${conversationId}` }, text })
  }
}

async function acceptedBy(conversationId: string): Promise<Agent> {
  const agent: Agent = {
    id: 'kim',
    email: 'kim@shop.test',
    name: 'Kim',
    role: 'agent',
    languages: ['en'],
    queues: [],
    capacity: 5,
    createdAt: 0,
  }
  if (!(await store.people.get('kim'))) await store.people.add(agent)
  const waiting = (await store.escalations.waiting(10)).find((one) => one.conversationId === conversationId)
  await conversations.accept(waiting?.id ?? '', agent)
  return agent
}

async function handBack(conversationId: string): Promise<void> {
  await conversations.returnToBot(conversationId, await acceptedBy(conversationId))
}

async function resolveByAgent(conversationId: string): Promise<void> {
  await conversations.resolve(conversationId, await acceptedBy(conversationId), { outcome: 'resolved' })
}

describe('a policy tried on what was really stored', () => {
  beforeEach(async () => {
    await writes('clear', 'refund please', 'thank you')
    await writes('vague', 'refund or exchange', 'About refund')
    await writes('person', 'let me talk to a human')
    await handBack('person')
    await writes('person', 'where is it', 'CD-1234', 'refund please')
    await writes('lost', 'blue elephants', 'blue elephants')
    await writes('chinese', '转人工')
  })

  it('changes nothing when it is the policy in force, and every recorded decision is made again', async () => {
    const told: number[] = []
    const pair = { inForce, proposed: mindWith() }
    const comparison = await replayPolicy(store, pair, NOVEMBER, { onProgress: (done) => told.push(done) })
    expect(comparison).toMatchObject({
      ...NOVEMBER,
      timeZone: 'UTC',
      conversations: 5,
      changedConversations: 0,
      cappedAt: null,
      notTried: [],
      turns: { recorded: 11, compared: 11, notKnown: 0 },
      reproduced: { count: 11, of: 11 },
      handovers: { more: 0, fewer: 0, of: 5, per100: 0 },
    })
    expect(told.at(-1)).toBe(1)
    expect(told).toEqual(told.toSorted((a, b) => a - b))
  })

  it('hands whoever came back to their agent to them again', async () => {
    await writes('back', 'let me talk to a human')
    await resolveByAgent('back')
    await store.people.setPresence({ agentId: 'kim', available: true, until: clock.now() + 60 * MINUTE, since: 0 })
    await writes('back', 'refund please')
    expect((await store.conversations.turns('back')).at(-1)).toMatchObject({
      decision: { kind: 'escalate', reasons: ['reopened'] },
      deliberation: { formerAgentId: 'kim' },
    })
    const { reproduced } = await replayPolicy(store, { inForce, proposed: mindWith() }, NOVEMBER)
    expect(reproduced).toEqual({ count: 13, of: 13 })
  })

  it('counts what a policy that must be certain no longer answers, by what customers and checks said', async () => {
    await store.labels.putFirstCheck({
      conversationId: 'clear',
      seq: 1,
      at: 0,
      source: 'check',
      meant: { kind: 'need', need: 'exchange' },
    })
    const comparison = await replayPolicy(store, { inForce, proposed: mindWith({ answerAbove: 1 }) }, NOVEMBER)
    expect(comparison.answers.fewer).toBeGreaterThan(0)
    expect(comparison.answers.more).toBe(0)
    expect(comparison.turns.notKnown).toBeGreaterThan(0)
    expect(comparison.answered.checked).toMatchObject({
      messages: 1,
      wrongBefore: 1,
      wrongAfter: 0,
      wrong: { fewer: 1, of: 1 },
    })
    // The customer's own pick tells what the vague message was about.
    expect(comparison.answered.known.messages).toBe(2)
  })

  it('looks at the newest conversations first, and says so when it stops', async () => {
    const comparison = await replayPolicy(store, { inForce, proposed: inForce }, NOVEMBER, { most: 2 })
    expect(comparison).toMatchObject({ cappedAt: 2, conversations: 2, turns: { recorded: 3 } })
  })

  it('keeps to the days asked for', async () => {
    const october = await replayPolicy(store, { inForce, proposed: inForce }, { from: '2026-10-01', to: '2026-10-31' })
    expect(october).toMatchObject({ conversations: 0, turns: { recorded: 0 }, handovers: { per100: null } })
    await expect(
      replayPolicy(store, { inForce, proposed: inForce }, { from: '2026-11-02', to: '2026-11-01' }),
    ).rejects.toMatchObject({ code: 'PERIOD_INVALID' })
  })

  it('names the parts of a policy that it cannot try', async () => {
    const proposed = mindWith()
    const { policy } = proposed
    const other = {
      ...policy,
      survey: { ...policy.survey, expiresHours: 1 },
      guarantee: { ...policy.guarantee, days: 1 },
    }
    const comparison = await replayPolicy(store, { inForce, proposed: { ...proposed, policy: other } }, NOVEMBER)
    expect(comparison.notTried).toEqual(['guarantee', 'survey'])
  })

  it('looks into the trust ledger for a policy whose segments ask for trust', async () => {
    const event = {
      customerId: 'of-clear',
      conversationId: 'clear',
      at: Date.UTC(2026, 10, 22),
      cause: 'promise-broken',
      gain: 0,
    } as const
    const conversation = await store.conversations.get('clear')
    if (conversation) {
      const trustEvents = [{ ...event, id: 'e', loss: 50, scoreAfter: 0.1 }]
      await store.conversations.commit({ conversation, messages: [], events: [], trustEvents, outbox: [] })
    }
    const proposed = mindWith()
    const { policy } = proposed
    const segments = [{ name: 'fragile', trustBelow: 0.3 }]
    const stakes = { ...policy.stakes, bySegment: { fragile: { wrongAnswer: 200 } } }
    const pair = { inForce, proposed: { ...proposed, policy: { ...policy, segments, stakes } } }
    const { changedConversations, matrix } = await replayPolicy(store, pair, NOVEMBER)
    expect(changedConversations).toBe(1)
    expect(matrix[0]?.examples[0]?.conversationId).toBe('clear')
  })

  it('lets other work in while it runs', async () => {
    let turns = 0
    const timer = setInterval(() => {
      turns += 1
    }, 0)
    await replayPolicy(store, { inForce, proposed: inForce }, NOVEMBER)
    clearInterval(timer)
    expect(turns).toBeGreaterThan(0)
  })
})
