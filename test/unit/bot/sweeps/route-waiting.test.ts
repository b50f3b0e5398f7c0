import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fixedClock } from '../../../../domain/index.ts'
import { openStore } from '../../../../store/index.ts'
import { createTestDatabase, findPostgres, type TestDatabase } from '../../../contract/store/postgres-server.ts'
import { temporaryFolder } from '../../../support/running-server.ts'
import { NINE, type StaffedCompany, staffedCompany } from '../../../support/staffed-company.ts'

const MINUTE = 60_000

describe('the search for agents', () => {
  let company: StaffedCompany
  beforeEach(async () => {
    company = await staffedCompany()
  })
  afterEach(() => company.store.close())

  it('does nothing when nobody waits, and a second look at the same moment finds nothing to do', async () => {
    await company.hire('ann')
    await company.presences.comeOrStay('ann')
    expect(await company.route()).toBe(0)
    await company.asks('one')
    await company.asks('two')
    expect(await company.route()).toBe(2)
    expect(await company.route()).toBe(0)
    expect(await company.offers()).toEqual({ one: 'ann', two: 'ann' })
  })

  it('tells open desks of every step, and says nothing to the customer', async () => {
    await company.hire('ann')
    await company.presences.comeOrStay('ann')
    await company.asks('one')
    const lastSeq = (await company.store.conversations.get('one'))?.lastSeq
    const told: unknown[] = []
    company.conversations.onCommitted((committed) => told.push(committed))
    await company.route()
    expect(told).toEqual([{ conversationId: 'one', messages: [], queueChanged: true }])
    expect((await company.store.conversations.get('one'))?.lastSeq).toBe(lastSeq)
  })

  it('offers nobody to a manager, nor to who takes a break', async () => {
    for (const [id, role] of [['ann', 'agent'] as const, ['max', 'manager'] as const]) {
      await company.hire(id, { role })
      await company.presences.comeOrStay(id)
    }
    await company.presences.choose('ann', false)
    await company.asks('one')
    await company.route()
    expect(await company.offers()).toEqual({ one: 'all' })
    await company.presences.choose('ann', true)
    await company.route()
    expect(await company.offers()).toEqual({ one: 'ann' })
  })

  it('goes on after a restart where it stood', async () => {
    for (const id of ['ann', 'bo']) {
      await company.hire(id)
      await company.presences.comeOrStay(id)
    }
    await company.asks('one')
    await company.route()
    const [first] = Object.values(await company.offers())
    company.clock.advance(company.policy.routing.offerSeconds * 1000)
    const restarted = await staffedCompany({ store: company.store, clock: company.clock })
    for (const id of ['ann', 'bo']) await restarted.presences.comeOrStay(id)
    await restarted.route()
    expect(await restarted.offers()).toEqual({ one: first === 'ann' ? 'bo' : 'ann' })
  })

  it('brings a customer back to the agent who served them before in this conversation', async () => {
    const [ann, bo] = [await company.hire('ann'), await company.hire('bo')]
    for (const { id } of [ann, bo]) await company.presences.comeOrStay(id)
    const first = await company.asks('one')
    await company.route()
    await company.conversations.accept(first.id, (await company.offers()).one === 'ann' ? ann : bo)
    const { agentId } = await company.escalation(first.id)
    await company.conversations.resolve('one', agentId === 'ann' ? ann : bo, { outcome: 'resolved' })
    await company.asks('one')
    await company.route()
    expect(await company.offers()).toEqual({ one: agentId })
  })

  it('weighs the customer’s trust and the reasons of the handover', async () => {
    const { urgency } = company.policy.routing
    const { priority, gap } = await company.asks('one')
    // Somebody nobody knows is trusted half.
    expect(priority).toBeCloseTo(urgency.gap * gap + 0.5 * urgency.lostTrust)
  })
})

// What users of other desks complain about: "transferring you now", and nobody ever hears of it.
describe('a queue whose every agent is away', () => {
  const hours = { answerWithinHours: 4, week: { mon: ['08:00-10:00'], tue: ['09:00-18:00'] }, holidays: [] }

  it('reaches the supervisors after the minutes of the policy, once', async () => {
    const company = await staffedCompany()
    await company.hire('ann')
    const { id } = await company.asks('one')
    const { supervisorsAfterMinutes } = company.policy.routing
    await company.route()
    company.clock.advance(supervisorsAfterMinutes * MINUTE - 1)
    await company.route()
    expect((await company.escalation(id)).routing.calledAt).toBeUndefined()
    company.clock.advance(1)
    await company.route()
    expect((await company.escalation(id)).routing.calledAt).toBe(NINE + supervisorsAfterMinutes * MINUTE)
    expect(await company.route()).toBe(0)
    await company.store.close()
  })

  it('counts only the time in which the queue is open', async () => {
    const company = await staffedCompany({
      clock: fixedClock(NINE + 58 * MINUTE),
      policy: { hours },
      routing: { supervisorsAfterMinutes: 5 },
    })
    const { id } = await company.asks('one')
    const calledAfter = async (minutes: number) => {
      company.clock.advance(minutes * MINUTE)
      await company.route()
      return (await company.escalation(id)).routing.calledAt !== undefined
    }
    expect(await calledAfter(60)).toBe(false)
    // Two minutes on Monday, and from nine o'clock on Tuesday on the rest.
    expect(await calledAfter(22 * 60 + 4)).toBe(false)
    expect(await calledAfter(1)).toBe(true)
    await company.store.close()
  })
})

const server = await findPostgres()
const folder = temporaryFolder()
afterAll(() => folder.remove())

describe.each([
  ['SQLite', true],
  ['PostgreSQL', server !== undefined],
] as const)('two nodes that search at once on one %s database', (kind, here) => {
  let database: TestDatabase | undefined
  let address = ''
  beforeAll(async () => {
    if (!here) return
    if (kind === 'PostgreSQL') database = await createTestDatabase(server ?? '')
    address = database?.url ?? `${folder.path}/two-nodes.db`
  })
  afterAll(() => database?.drop())

  it.runIf(here)('offer each customer to one agent, and note every step once', async () => {
    const clock = fixedClock(NINE)
    const stores = [await openStore(address), await openStore(address)]
    const nodes = await Promise.all(stores.map((store) => staffedCompany({ store, clock })))
    const [one] = nodes
    if (!one) throw new TypeError('no node')
    for (let index = 0; index < 6; index++) {
      await one.hire(`agent${index}`, { capacity: 3 })
      await one.presences.comeOrStay(`agent${index}`)
    }
    const waiting = await Promise.all(Array.from({ length: 24 }, (_, index) => one.asks(`customer${index}`)))

    for (let round = 0; round < 4; round++) {
      await Promise.all(nodes.flatMap((node) => [node.route(), node.route()]))
      // What one node read before the other wrote is put right by the next look.
      await one.route()
      expect(await one.route()).toBe(0)
      const offers = Object.values(await one.offers())
      expect(offers).toHaveLength(24)
      for (const { id } of await one.store.people.list()) {
        expect(offers.filter((agentId) => agentId === id).length).toBeLessThanOrEqual(3)
      }
      clock.advance(one.policy.routing.offerSeconds * 1000)
      for (const { id } of await one.store.people.list()) await one.presences.comeOrStay(id)
    }
    for (const { id } of waiting) {
      const { passedBy } = (await one.escalation(id)).routing
      expect(new Set(passedBy).size).toBe(passedBy.length)
    }
    for (const store of stores) await store.close()
  })
})
