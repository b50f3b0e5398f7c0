import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buildGoodwillReport } from '../../../../bot/goodwill/index.ts'
import { overduePromises } from '../../../../bot/sweeps/overdue-promises.ts'
import { thankLoyal } from '../../../../bot/sweeps/thank-loyal.ts'
import { StoredConversations } from '../../../../bot/turn/stored-conversations.ts'
import { type Agent, type CsatRating, DAY_MS, fixedClock } from '../../../../domain/index.ts'
import { openStore, type Store } from '../../../../store/index.ts'
import { type GoodwillNode, goodwillNode, goodwillPolicy, voucherRule } from '../../../support/goodwill-company.ts'
import { policy, scriptedMind } from '../../../support/minds.ts'
import { temporaryFolder } from '../../../support/running-server.ts'

const START = Date.UTC(2026, 10, 2, 9)
const KIM: Agent = {
  id: 'kim',
  email: 'kim@shop.test',
  name: 'Kim',
  role: 'agent',
  languages: [],
  queues: [],
  capacity: 5,
  createdAt: 0,
}
const LONG_AGO = START - 400 * DAY_MS

const folder = temporaryFolder()
afterAll(() => folder.remove())
let files = 0
let store: Store
beforeEach(async () => {
  store = await openStore(join(folder.path, `${++files}.db`))
})
afterEach(() => store.close())

/** A conversation that an agent closed as unresolved: a complaint about it is believed. */
const unresolved = (customerId: string, conversationId: string, at = START) =>
  ({ customerId, conversationId, at, verdict: 'unresolved', knownSince: LONG_AGO }) as const

const treatments = (customerId = 'anna') => store.goodwill.ofCustomer(customerId)
const said = async (id: string) => (await store.conversations.messages(id, 0, 100)).map(({ text }) => text)

async function complains(node: GoodwillNode, ...ended: Parameters<typeof unresolved>): Promise<void> {
  const complaint = unresolved(...ended)
  const surveyId = await node.ends(complaint)
  await node.rates(complaint.conversationId, surveyId, 1, complaint.at + 1)
}

describe('a bad rating that the record confirms', () => {
  it('has the voucher said in the customer’s language, noted with the trust before, and pushed where a channel is pushed to', async () => {
    const node = goodwillNode(store, goodwillPolicy())
    const surveyId = await node.ends({ ...unresolved('anna', 'c1'), language: 'zh', channel: 'teams' })
    await node.rates('c1', surveyId, 2, START + 5)
    expect(await said('c1')).toEqual(['很抱歉，下次下单可使用优惠码 SORRY10。'])
    const [one] = await treatments()
    expect(one).toMatchObject({
      cause: `survey:${surveyId}`,
      rule: 'sorry',
      gift: 'voucher',
      state: 'given',
      costCents: 1_000,
    })
    expect(one?.trustBefore).toBeLessThan(0.5)
    expect(await store.goodwill.spent('2026-11')).toBe(1_000)
    expect(await store.outbox.due(START + 10, 10)).toHaveLength(1)
  })

  it.each<[string, CsatRating, Partial<ReturnType<typeof unresolved>> | { verdict: 'resolved' }]>([
    ['a rating that is not bad', 3, {}],
    ['a complaint that the agent’s verdict speaks against', 1, { verdict: 'resolved' }],
    ['a customer of yesterday', 1, { knownSince: START - DAY_MS } as object],
  ])('not so %s', async (_, rating, parts) => {
    const node = goodwillNode(store, goodwillPolicy())
    const surveyId = await node.ends({ ...unresolved('anna', 'c1'), ...parts })
    await node.rates('c1', surveyId, rating, START + 5)
    expect(await treatments()).toEqual([])
    expect(await said('c1')).toEqual([])
  })

  it('is answered once, however often the rating is given', async () => {
    const node = goodwillNode(store, goodwillPolicy({ rules: [voucherRule({ cooldownDays: 0.00001 })] }))
    await complains(node, 'anna', 'c1')
    for (const days of [1, 2]) await node.rates('c1', 'survey-c1', 1, START + days * DAY_MS)
    expect(await treatments()).toHaveLength(1)
    expect(await said('c1')).toHaveLength(1)
  })

  it('of a customer who is held out is noted, and nothing is said or spent', async () => {
    const node = goodwillNode(store, goodwillPolicy({ holdOut: 0.9 }))
    for (let i = 0; i < 30; i++) await complains(node, `cu${i}`, `c${i}`)
    const all = (await Promise.all(Array.from({ length: 30 }, (_, i) => treatments(`cu${i}`)))).flat()
    expect(all).toHaveLength(30)
    const heldOut = all.filter(({ state }) => state === 'held-out')
    expect(heldOut.length).toBeGreaterThan(20)
    for (const { conversationId } of heldOut) expect(await said(conversationId)).toEqual([])
    expect(await store.goodwill.spent('2026-11')).toBe((30 - heldOut.length) * 1_000)
  })
})

describe('a broken promise', () => {
  const call = voucherRule({
    name: 'call',
    when: 'promise-broken',
    give: 'call',
    text: { en: 'Sorry. We will call you by {by}.', zh: '抱歉，我们会在{by}之前给您打电话。' },
    cost: 4,
  })

  it('has a call promised that is kept track of, by the time that the customer is told', async () => {
    const node = goodwillNode(store, goodwillPolicy({ rules: [call] }))
    await node.ends(unresolved('anna', 'c1'))
    await node.breaks('c1', 'p1', START + DAY_MS)
    const [, promised] = await store.promises.ofConversation('c1')
    expect(promised).toMatchObject({ kind: 'deed', what: 'We call you', toldBy: 'staff', seq: 1, queue: 'general' })
    expect(promised?.dueAt).toBe(START + DAY_MS + 8 * 3_600_000)
    expect((await said('c1'))[0]).toMatch(/^Sorry\. We will call you by Tuesday .*17:00/)
  })

  it('that is broken only by the customer’s word is weighed like a complaint', async () => {
    const node = goodwillNode(store, goodwillPolicy({ rules: [call] }))
    await node.ends({ ...unresolved('anna', 'c1'), gap: 0.1 })
    await node.saysNotKept('c1', 'p1', START + DAY_MS)
    expect(await store.promises.get('p1')).toMatchObject({ brokenAt: START + DAY_MS })
    expect(await treatments()).toEqual([])
    // Nor does one such word confirm the next.
    for (let i = 2; i < 8; i++) await node.saysNotKept('c1', `p${i}`, START + i * 10 * DAY_MS)
    expect(await treatments()).toEqual([])
  })

  it.each(['taken back', 'forgotten'])('is made up for on a clock that runs on meanwhile: %s', async (how) => {
    let at = START
    const clock = { now: () => at++ }
    let ids = 0
    const newId = () => `id-${++ids}`
    const scripted = scriptedMind({})
    const mind = { ...scripted, policy: { ...scripted.policy, goodwill: goodwillPolicy({ rules: [call] }) } }
    const conversations = new StoredConversations({ store, mind: () => mind, clock, newId, stopwatch: () => 0 })
    await goodwillNode(store, goodwillPolicy()).ends(unresolved('anna', 'c1'))
    await store.people.add(KIM)
    const { id, dueAt } = await conversations.makePromise('c1', KIM, { what: 'send the part', dueAt: START + DAY_MS })
    if (how === 'taken back') await conversations.withdrawPromise(id, KIM, { reason: 'none is left', wish: 'company' })
    at = dueAt + DAY_MS
    await overduePromises(
      store,
      conversations,
      clock,
      () => mind.policy.promises,
      async () => {},
    ).run()
    expect(await treatments()).toMatchObject([{ cause: `promise:${id}`, rule: 'call', state: 'given' }])
  })

  it('raises the next handover, once, and says nothing where the rule has no words', async () => {
    const { text: _, ...ahead } = voucherRule({ name: 'ahead', when: 'promise-broken', give: 'priority', cost: 0 })
    const goodwill = goodwillPolicy({ rules: [ahead] })
    const node = goodwillNode(store, goodwill)
    await node.ends(unresolved('anna', 'c1'))
    await node.breaks('c1', 'p1', START)
    expect(await said('c1')).toEqual([])
    expect(await treatments()).toMatchObject([{ gift: 'priority', state: 'given', costCents: 0 }])

    const clock = fixedClock(START + DAY_MS)
    const scripted = scriptedMind({})
    const mind = { ...scripted, policy: { ...scripted.policy, goodwill } }
    let ids = 0
    const newId = () => `id-${++ids}`
    const conversations = new StoredConversations({ store, mind: () => mind, clock, newId, stopwatch: () => 0 })
    const asks = (conversationId: string, id: string) =>
      conversations.receive({ conversationId, channel: 'web', customer: { id }, text: 'a human, please' })
    await asks('c2', 'anna')
    expect((await treatments())[0]?.usedAt).toBe(clock.now())
    await asks('c3', 'anna')
    await asks('c4', 'ben')
    const waiting = await store.escalations.waiting(10)
    const priority = new Map(waiting.map((one) => [one.conversationId, one.priority]))
    expect((priority.get('c2') ?? 0) - (priority.get('c3') ?? 0)).toBeCloseTo(goodwill.priority.urgency, 10)
    expect(priority.get('c4')).toBeLessThan(priority.get('c2') ?? 0)
  })
})

describe('whatever nodes do at once', () => {
  it('one customer who complains in ten conversations at once, on two nodes, gets one voucher', async () => {
    const [here, there] = [
      goodwillNode(store, goodwillPolicy(), 'here'),
      goodwillNode(store, goodwillPolicy(), 'there'),
    ]
    for (let i = 0; i < 10; i++) await here.ends(unresolved('anna', `c${i}`))
    await Promise.all(
      Array.from({ length: 10 }, (_, i) => (i % 2 ? here : there).rates(`c${i}`, `survey-c${i}`, 1, START + 5)),
    )
    expect((await treatments()).map(({ state }) => state)).toEqual(['given'])
    expect(await store.goodwill.spent('2026-11')).toBe(1_000)
    const texts = await Promise.all(Array.from({ length: 10 }, (_, i) => said(`c${i}`)))
    expect(texts.flat()).toHaveLength(1)
  })

  it('no month costs more than the budget, the ratings are all stored, and who was refused is counted', async () => {
    const short = goodwillPolicy({ budgetPerMonth: 65 })
    const [here, there] = [goodwillNode(store, short, 'here'), goodwillNode(store, short, 'there')]
    for (let i = 0; i < 20; i++) await here.ends(unresolved(`cu${i}`, `c${i}`))
    await Promise.all(
      Array.from({ length: 20 }, (_, i) => (i % 2 ? here : there).rates(`c${i}`, `survey-c${i}`, 1, START + 5)),
    )
    for (let i = 0; i < 20; i++) expect(await store.surveys.responseTo(`survey-c${i}`)).toBeDefined()
    const report = await buildGoodwillReport(store, { timeZone: 'UTC' }, { ...policy, goodwill: short }, START + 10)
    expect(report.budget).toEqual({ total: 65, spent: 60, left: 5 })
    expect(report.rules).toMatchObject([{ name: 'sorry', given: 6, noBudget: 14, heldOut: 0, spent: 60 }])
  })

  it('a thank-you for loyalty comes once a cooldown, also from two nodes, and not where trust is thin', async () => {
    const thanks = voucherRule({ name: 'thanks', when: 'loyal', cooldownDays: 365, maxPerCustomerPerYear: 1 })
    const rules = goodwillPolicy({ rules: [thanks] })
    const [here, there] = [goodwillNode(store, rules, 'here'), goodwillNode(store, rules, 'there')]
    for (let i = 0; i < 12; i++) {
      const at = START - (12 - i) * DAY_MS
      await here.ends({ customerId: 'anna', conversationId: `c${i}`, at, knownSince: LONG_AGO })
      if (i < 3) await here.rates(`c${i}`, `survey-c${i}`, 5, at + 1)
    }
    await here.thanks('c11', START)
    expect(await treatments()).toEqual([])
    for (let i = 3; i < 12; i++) await here.rates(`c${i}`, `survey-c${i}`, 5, START - 5)
    await Promise.all([here.thanks('c11', START), there.thanks('c11', START), there.thanks('c10', START)])
    await here.thanks('c11', START + 40 * DAY_MS)
    expect(await treatments()).toMatchObject([{ reason: 'loyal', state: 'given' }])
  })

  it('the sweep thanks whoever is loyal, each once, and reads nothing without a rule for it', async () => {
    const thanks = voucherRule({ name: 'thanks', when: 'loyal', cooldownDays: 365, maxPerCustomerPerYear: 1 })
    const goodwill = goodwillPolicy({ rules: [thanks] })
    const node = goodwillNode(store, goodwill)
    for (const customerId of ['anna', 'ben', 'cleo'])
      for (let i = 0; i < 12; i++) {
        const [at, conversationId] = [START - (12 - i) * DAY_MS, `${customerId}${i}`]
        await node.ends({ customerId, conversationId, at, knownSince: LONG_AGO })
        await node.rates(conversationId, `survey-${conversationId}`, customerId === 'ben' ? 2 : 5, at + 1)
      }
    const clock = fixedClock(START)
    const scripted = scriptedMind({})
    const mind = { ...scripted, policy: { ...scripted.policy, goodwill } }
    let ids = 0
    const newId = () => `swept-${++ids}`
    const conversations = new StoredConversations({ store, mind: () => mind, clock, newId, stopwatch: () => 0 })
    expect(await thankLoyal(store, conversations, () => policy, clock).run()).toBe(0)
    const sweep = thankLoyal(store, conversations, () => mind.policy, clock)
    expect([await sweep.run(), await sweep.run()]).toEqual([2, 0])
    expect(await treatments('cleo')).toMatchObject([{ reason: 'loyal', conversationId: 'cleo11', state: 'given' }])
    expect(await treatments('ben')).toEqual([])
  })

  it('what is stored is as the rules say, for any happenings on two nodes', async () => {
    let run = 0
    const happening = fc.record({
      customer: fc.nat(1),
      day: fc.nat(200),
      rating: fc.constantFrom<CsatRating>(1, 2, 5),
      there: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(happening, { maxLength: 4 }), { maxLength: 6 }), async (rounds) => {
        run++
        const rules = goodwillPolicy({ rules: [voucherRule({ cooldownDays: 40 })], budgetPerMonth: 25 })
        const nodes = [goodwillNode(store, rules, `a${run}`), goodwillNode(store, rules, `b${run}`)] as const
        // Each run in years of its own.
        const begin = START + run * 1_000 * DAY_MS
        for (const [r, round] of rounds.entries()) {
          const [first] = round
          if (!first) continue
          const at = begin + first.day * DAY_MS
          await Promise.all(
            round.map(async ({ customer, rating, there }, i) => {
              const id = `c${run}-${r}-${i}`
              const node = nodes[there ? 1 : 0]
              await node.ends({ ...unresolved(`cu${run}-${customer}`, id, at), knownSince: begin - 400 * DAY_MS })
              await node.rates(id, `survey-${id}`, rating, at)
            }),
          )
        }
        const byMonth = new Map<string, number>()
        for (const customer of [0, 1]) {
          const own = (await treatments(`cu${run}-${customer}`)).filter(({ state }) => state === 'given')
          expect(own.length).toBeLessThanOrEqual(2)
          for (const one of own) {
            for (const other of own)
              if (one !== other) expect(Math.abs(one.at - other.at)).toBeGreaterThanOrEqual(40 * DAY_MS)
            const month = new Date(one.at).toISOString().slice(0, 7)
            byMonth.set(month, (byMonth.get(month) ?? 0) + one.costCents)
          }
        }
        for (const [month, cents] of byMonth) {
          expect(cents).toBeLessThanOrEqual(2_500)
          expect(await store.goodwill.spent(month)).toBe(cents)
        }
      }),
      { numRuns: 20 },
    )
  })
})
