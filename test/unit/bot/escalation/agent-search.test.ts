import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Agent, CandorError } from '../../../../domain/index.ts'
import { type StaffedCompany, staffedCompany } from '../../../support/staffed-company.ts'

const SECOND = 1_000
let company: StaffedCompany
let ann: Agent
let bo: Agent
beforeEach(async () => {
  company = await staffedCompany()
  ann = await company.hire('ann')
  bo = await company.hire('bo', { createdAt: 1 })
  await company.presences.comeOrStay('ann')
})
afterEach(() => company.store.close())

async function refusal(promise: Promise<unknown>): Promise<CandorError> {
  return promise.then(
    () => {
      throw new TypeError('it was allowed')
    },
    (problem) => {
      if (problem instanceof CandorError) return problem
      throw problem
    },
  )
}

describe('a customer who is offered to an agent', () => {
  it('is kept for them: another one is told whose it is, and for how long', async () => {
    const { id } = await company.asks('one')
    await company.route()
    company.clock.advance(15 * SECOND)
    const problem = await refusal(company.conversations.accept(id, bo))
    expect(problem).toMatchObject({
      code: 'OFFERED_TO_OTHER',
      status: 409,
      details: { by: 'Ann', seconds: company.policy.routing.offerSeconds - 15 },
    })
    await company.conversations.accept(id, ann)
    expect(await company.escalation(id)).toMatchObject({ agentId: 'ann', routing: { passedBy: [] } })
    expect((await company.escalation(id)).routing.offer).toBeUndefined()
    // From now on it is not the offer that keeps others out.
    expect((await refusal(company.conversations.accept(id, bo))).code).toBe('CONVERSATION_TAKEN')
  })

  it('may be taken by a supervisor at any time', async () => {
    const max = await company.hire('max', { role: 'administrator' })
    const { id } = await company.asks('one')
    await company.route()
    await company.conversations.accept(id, max)
    expect((await company.escalation(id)).agentId).toBe('max')
  })

  it('may be taken by anybody from the moment the offer has run out, before anything has looked', async () => {
    const { id } = await company.asks('one')
    await company.route()
    company.clock.advance(company.policy.routing.offerSeconds * SECOND)
    await company.conversations.accept(id, bo)
    expect((await company.escalation(id)).agentId).toBe('bo')
  })

  it('goes on to the next one when the agent passes, and passing twice is passing once', async () => {
    await company.presences.comeOrStay('bo')
    const { id } = await company.asks('one')
    await company.route()
    const [first, second] = (await company.offers()).one === 'ann' ? [ann, bo] : [bo, ann]
    await company.conversations.pass(id, first)
    await company.conversations.pass(id, first)
    expect((await company.escalation(id)).routing).toEqual({ step: 2, passedBy: [first.id] })
    await company.route()
    expect(await company.offers()).toEqual({ one: second.id })
  })

  it('is nobody else’s to pass', async () => {
    const { id } = await company.asks('one')
    await company.route()
    const before = await company.escalation(id)
    await company.conversations.pass(id, bo)
    expect(await company.escalation(id)).toEqual(before)
    expect((await refusal(company.conversations.pass('none', bo))).code).toBe('CONVERSATION_UNKNOWN')
  })

  it('has one fate when the agent accepts and passes at once', async () => {
    const { id } = await company.asks('one')
    await company.route()
    await Promise.allSettled([company.conversations.accept(id, ann), company.conversations.pass(id, ann)])
    const { agentId, acceptedAt, endedAt } = await company.escalation(id)
    expect({ agentId, accepted: acceptedAt !== undefined, ended: endedAt !== undefined }).toEqual({
      agentId: 'ann',
      accepted: true,
      ended: false,
    })
    await company.conversations.pass(id, ann)
    expect((await company.escalation(id)).agentId).toBe('ann')
  })
})

// What users of other desks complain about: two agents in one conversation, and more conversations than anybody can hold.
describe('1,000 accepts at once, while offers run', () => {
  it('give each customer one agent, and no agent more than they take', async () => {
    const agents = await Promise.all(
      Array.from({ length: 10 }, (_, index) => company.hire(`agent${index}`, { capacity: 3 })),
    )
    for (const { id } of agents) await company.presences.comeOrStay(id)
    const customers = Array.from({ length: 100 }, (_, index) => `customer${index}`)
    const waiting = await Promise.all(customers.map((customer) => company.asks(customer)))
    await company.presences.choose('ann', false)
    await company.route()
    const offered = Object.entries(await company.offers()).filter(([, agentId]) => agentId !== 'all')
    expect(offered).toHaveLength(30)

    const tries = waiting.flatMap(({ id }) => agents.map((agent) => company.conversations.accept(id, agent)))
    const codes = (await Promise.allSettled(tries)).map((result) =>
      result.status === 'fulfilled' ? 'accepted' : (result.reason as CandorError).code,
    )
    expect(codes).toHaveLength(1_000)
    expect(new Set(codes)).toEqual(new Set(['accepted', 'CONVERSATION_TAKEN', 'AGENT_FULL', 'OFFERED_TO_OTHER']))
    const open = await company.store.escalations.open(1_000)
    expect(open).toHaveLength(30)
    expect(new Set(open.map(({ conversationId }) => conversationId)).size).toBe(30)
    for (const { id } of agents) expect(await company.store.escalations.openOf(id)).toHaveLength(3)
    for (const [conversationId, agentId] of offered) {
      const taken = open.find((each) => each.conversationId === conversationId)
      if (taken) expect(taken.agentId).toBe(agentId)
    }
  })
})
