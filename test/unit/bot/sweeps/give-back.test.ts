import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Agent, Escalation } from '../../../../domain/index.ts'
import { NINE, type StaffedCompany, staffedCompany } from '../../../support/staffed-company.ts'

const SECOND = 1_000
let company: StaffedCompany
let ann: Agent
beforeEach(async () => {
  company = await staffedCompany({ routing: { awayAfterSeconds: 45, giveBackAfterSeconds: 60 } })
  ann = await company.hire('ann')
  await company.presences.comeOrStay('ann')
})
afterEach(() => company.store.close())

async function acceptedByAnn(customer: string, text?: string): Promise<Escalation> {
  const { id } = await company.asks(customer, text)
  await company.conversations.accept(id, ann)
  return company.escalation(id)
}

/** As if the agent had answered everything. */
async function answered({ id, conversationId }: Escalation): Promise<void> {
  const conversation = await company.store.conversations.get(conversationId)
  const { unansweredSince: _, ...escalation } = await company.escalation(id)
  if (!conversation) throw new TypeError(`there is no conversation ${conversationId}`)
  await company.store.conversations.commit({
    conversation,
    messages: [],
    events: [],
    trustEvents: [],
    outbox: [],
    escalations: [escalation],
  })
}

const gone = () => company.clock.advance((45 + 60) * SECOND + 1)

describe('an agent who is gone', () => {
  it('gives back the customers without an answer, who wait for somebody else where they stood', async () => {
    const before = await acceptedByAnn('one')
    gone()
    expect(await company.giveBack()).toBe(1)
    const now = company.clock.now()
    expect(await company.escalation(before.id)).toMatchObject({ outcome: 'given-back', endedAt: now, agentId: 'ann' })
    const conversation = await company.store.conversations.get('one')
    const next = await company.escalation(conversation?.escalationId ?? '')
    expect(conversation).toMatchObject({ owner: 'queued', escalationId: next.id })
    const { reasons, gap, gapReasons, seq, queue, language, customerId } = before
    expect(next).toMatchObject({ reasons, gap, gapReasons, seq, queue, language, customerId, follows: before.id })
    expect(next).toMatchObject({ queuedAt: now, unansweredSince: NINE, routing: { step: 0, passedBy: ['ann'] } })
    expect(next.priority).toBeCloseTo(before.priority + company.policy.routing.urgency.passedOn)
    expect(next.acceptedAt ?? next.agentId).toBeUndefined()
  })

  it.each([
    ['one', undefined, 'en', /^Ann is not here any more/],
    ['two', '转人工', 'zh', /^Ann 已离线/],
  ])('tells customer %s so, in their language', async (customer, text, language, words) => {
    await acceptedByAnn(customer, text)
    gone()
    await company.giveBack()
    const said = (await company.store.conversations.messages(customer, 0, 100)).at(-1)
    expect(said).toMatchObject({ from: 'system', language, body: { kind: 'notice', code: 'agent-left' } })
    expect(said?.text).toMatch(words)
  })

  it('keeps those who have their answer', async () => {
    const [kept, given] = [await acceptedByAnn('one'), await acceptedByAnn('two')]
    await answered(kept)
    gone()
    expect(await company.giveBack()).toBe(1)
    expect((await company.escalation(kept.id)).endedAt).toBeUndefined()
    expect((await company.escalation(given.id)).outcome).toBe('given-back')
  })

  it('is offered none of them again, others are', async () => {
    await acceptedByAnn('one')
    gone()
    await company.giveBack()
    await company.presences.comeOrStay('ann')
    await company.route()
    expect(await company.offers()).toEqual({ one: 'all' })
    await company.hire('bo')
    await company.presences.comeOrStay('bo')
    await company.route()
    expect(await company.offers()).toEqual({ one: 'bo' })
  })

  it('does so once, however many look at the same time', async () => {
    const { id } = await acceptedByAnn('one')
    gone()
    const other = await staffedCompany({ store: company.store, clock: company.clock })
    gone()
    const given = await Promise.all([company.giveBack(), other.giveBack(), company.giveBack(), other.giveBack()])
    expect(given.reduce((sum, count) => sum + count, 0)).toBe(1)
    const all = await company.store.escalations.ofConversation('one')
    expect(all.map(({ follows }) => follows)).toEqual([undefined, id])
  })
})

describe('an agent who is there, or back in time', () => {
  it('keeps everybody, also over a break', async () => {
    await acceptedByAnn('one')
    await company.presences.choose('ann', false)
    for (let minute = 0; minute < 10; minute++) {
      company.clock.advance(30 * SECOND)
      await company.presences.comeOrStay('ann')
      expect(await company.giveBack()).toBe(0)
    }
    company.clock.advance((45 + 60) * SECOND)
    expect(await company.giveBack()).toBe(0)
  })

  it('has lost nobody by a server that was down for an hour', async () => {
    await acceptedByAnn('one')
    company.clock.advance(3_600 * SECOND)
    const restarted = await staffedCompany({ store: company.store, clock: company.clock })
    expect(await restarted.giveBack()).toBe(0)
    restarted.clock.advance(10 * SECOND)
    await restarted.presences.comeOrStay('ann')
    restarted.clock.advance(100 * SECOND)
    expect(await restarted.giveBack()).toBe(0)
    restarted.clock.advance(10 * SECOND)
    expect(await restarted.giveBack()).toBe(1)
  })
})
