import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DeskConversation, DeskQueue, GoodwillReport } from '../../../../bot/http/api.ts'
import { DAY_MS, fixedClock, type Role, type Treatment } from '../../../../domain/index.ts'
import { newToken } from '../../../contract/channels/channel-under-test.ts'
import { type Company, openCompany } from '../../../contract/channels/company.ts'
import { call, refusal } from '../../../contract/channels/http-call.ts'
import { type Desk, hire, signIn } from '../../../contract/channels/staff.ts'
import { change, committed } from '../../../contract/store/sample.ts'

const START = Date.UTC(2026, 10, 23, 10)

let company: Company
beforeEach(async () => {
  company = await openCompany({ clock: fixedClock(START) })
})
afterEach(() => company.stop())

const as = async (name: string, role: Role = 'agent'): Promise<Desk> => signIn(company, await hire(company, name, role))

/** A customer who waits for a person. @returns the id of the conversation */
async function waits(): Promise<string> {
  const { conversationId, token } = await newToken(company.url)
  await call(company.url, `/v3/directline/conversations/${conversationId}/activities`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: { type: 'message', text: 'human please', from: { id: 'me' } },
  })
  return conversationId
}

async function treat(conversationId: string, number: number, changes: Partial<Treatment> = {}): Promise<void> {
  const read = await company.store.conversations.get(conversationId)
  if (!read) throw new TypeError('there is no such conversation')
  const { customerId } = read
  const treatment: Treatment = {
    id: `t-${conversationId}-${number}`,
    customerId,
    conversationId,
    number,
    cause: `cause-${conversationId}-${number}`,
    reason: 'promise-broken',
    rule: 'word-broken',
    gift: 'voucher',
    state: 'given',
    at: START - DAY_MS,
    costCents: 1_050,
    trustBefore: 0.4,
    ...changes,
  }
  const claim = { treatment, month: '2026-11', budgetCents: 100_000 }
  const { customer: _, ...parts } = change(read, { treatment: claim })
  await committed(company.store, parts)
}

describe('what a customer was given', () => {
  it('stands beside them at the desk, the latest first, and nothing beside who was held out or got it long ago', async () => {
    const [given, heldOut, longAgo] = [await waits(), await waits(), await waits()]
    await treat(given, 1, { at: START - 2 * DAY_MS })
    await treat(given, 2, { gift: 'call' })
    await treat(heldOut, 1, { state: 'held-out' })
    await treat(longAgo, 1, { at: START - 200 * DAY_MS })
    const ben = await as('ben')
    const { waiting } = (await ben.get('/api/desk/queue')).json as unknown as DeskQueue
    const gifts = new Map(waiting.map((one) => [one.conversationId, one.gifts]))
    const expected = [
      { gift: 'call', when: 'promise-broken', at: START - DAY_MS },
      { gift: 'voucher', when: 'promise-broken', at: START - 2 * DAY_MS },
    ]
    expect(gifts.get(given)).toEqual(expected)
    expect(gifts.get(heldOut)).toBeUndefined()
    expect(gifts.get(longAgo)).toBeUndefined()
    const read = (await ben.get(`/api/desk/conversations/${given}`)).json as unknown as DeskConversation
    expect(read.escalation?.gifts).toEqual(expected)
  })
})

describe('the report on goodwill', () => {
  it('is for managers, and tells what the month cost by rule, with rules that stand in the policy no more', async () => {
    const [first, second] = [await waits(), await waits()]
    await treat(first, 1)
    await treat(second, 1, { rule: 'older', state: 'no-budget' })
    const refused = await (await as('ben')).get('/api/goodwill')
    expect(refusal(refused)).toMatchObject({ status: 403, code: 'FORBIDDEN' })
    const report = (await (await as('mia', 'manager')).get('/api/goodwill')).json as unknown as GoodwillReport
    expect(report).toMatchObject({ month: '2026-11', budget: { total: 0, spent: 10.5, left: 0 } })
    expect(report.months).toEqual([{ month: '2026-11', spent: 10.5 }])
    expect(report.rules).toMatchObject([
      {
        name: 'word-broken',
        given: 1,
        spent: 10.5,
        policy: { give: 'priority' },
        effect: { tooRecent: 1, enough: false },
      },
      { name: 'older', given: 0, noBudget: 1, spent: 0 },
    ])
    expect(report.rules[1]).not.toHaveProperty('policy')
  })
})
