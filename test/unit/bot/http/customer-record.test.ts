import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ChatToken, CustomerTrust, DeskQueue, MyTrust } from '../../../../bot/http/api.ts'
import type { Role } from '../../../../domain/index.ts'
import { newToken } from '../../../contract/channels/channel-under-test.ts'
import { type Company, openCompany } from '../../../contract/channels/company.ts'
import { call, refusal } from '../../../contract/channels/http-call.ts'
import { type Desk, hire, signIn } from '../../../contract/channels/staff.ts'

let company: Company
let customer: ChatToken
beforeEach(async () => {
  company = await openCompany()
  customer = await newToken(company.url)
})
afterEach(() => company.stop())

const as = async (name: string, role: Role = 'agent'): Promise<Desk> => signIn(company, await hire(company, name, role))

async function writes(token: ChatToken, text: string): Promise<void> {
  await call(company.url, `/v3/directline/conversations/${token.conversationId}/activities`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token.token}` },
    body: { type: 'message', text, from: { id: 'me' } },
  })
}

/** A customer served to the end by an agent; nobody was there when they came, so that an answer was promised, and kept. */
async function served(token: ChatToken, agent: Desk): Promise<string> {
  await writes(token, 'a human please')
  const { waiting } = (await agent.get('/api/desk/queue')).json as unknown as DeskQueue
  const escalation = waiting.find(({ conversationId }) => conversationId === token.conversationId)
  await agent.send(`/api/desk/escalations/${escalation?.id}/accept`)
  await agent.send(`/api/desk/conversations/${token.conversationId}/resolve`, { outcome: 'resolved' })
  return (await company.store.conversations.get(token.conversationId))?.customerId ?? ''
}

const mine = (key: string | undefined) =>
  call(company.url, '/api/my/trust', key === undefined ? {} : { headers: { authorization: `Bearer ${key}` } })

describe('the record of a customer', () => {
  it('shows the score and every row with its cause, what it did and whose work it is about', async () => {
    const ben = await as('ben')
    const id = await served(customer, ben)
    const { json } = await ben.get(`/api/customers/${id}/trust`)
    const record = json as unknown as CustomerTrust
    expect(record.trust.n).toBe(2)
    expect(record.prior).toMatchObject({ score: 0.5, n: 0 })
    expect(record.ledger).toMatchObject([
      { cause: 'promise-kept', share: 1, counts: true, after: expect.closeTo(record.trust.score, 6) },
      { cause: 'escalation-resolved', share: 1, counts: true, agentName: 'ben', before: 0.5 },
    ])
    expect(record.promises).toMatchObject([{ kind: 'answer', state: 'kept' }])
    expect(record.surveys).toMatchObject([{ form: 'csat', agentName: 'ben' }])
    expect(record.path.at(-1)).toMatchObject({ score: expect.closeTo(record.trust.score, 6) })
    expect(record.asked).toBe(true)
  })

  it('is open to who serves or served the customer and to supervisors, and to nobody else', async () => {
    const ben = await as('ben')
    const id = await served(customer, ben)
    const path = `/api/customers/${id}/trust`
    expect((await (await as('mia', 'manager')).get(path)).status).toBe(200)
    const other = await as('ann')
    expect(refusal(await other.get(path))).toEqual({ status: 403, code: 'CUSTOMER_NOT_SERVED' })
    expect(refusal(await other.get('/api/customers/nobody/trust'))).toEqual({
      status: 403,
      code: 'CUSTOMER_NOT_SERVED',
    })
    expect(refusal(await (await as('max', 'manager')).get('/api/customers/nobody/trust'))).toEqual({
      status: 404,
      code: 'CUSTOMER_UNKNOWN',
    })
    expect(refusal(await call(company.url, path))).toEqual({ status: 401, code: 'SIGN_IN_NEEDED' })
  })
})

describe('a customer’s own record', () => {
  it('is theirs alone, and names nobody by an id', async () => {
    const ben = await as('ben')
    const id = await served(customer, ben)
    const own = await mine(customer.customerKey)
    const record = own.json as unknown as MyTrust
    expect(record).toMatchObject({ trust: { n: 2 }, asked: true })
    const line = { at: expect.any(Number), share: 1, counts: true }
    expect(record.ledger).toEqual([
      { ...line, cause: 'promise-kept' },
      { ...line, cause: 'escalation-resolved' },
    ])
    for (const hidden of [id, customer.conversationId, 'ben']) expect(JSON.stringify(own.json)).not.toContain(hidden)

    const stranger = await newToken(company.url)
    const theirs = (await mine(stranger.customerKey)).json as unknown as MyTrust
    expect(theirs).toEqual({ trust: expect.objectContaining({ n: 0 }), ledger: [], promises: [] })
  })

  it('wants the customer’s key: no other token opens it', async () => {
    expect(refusal(await mine(undefined))).toEqual({ status: 401, code: 'TOKEN_MISSING' })
    expect(refusal(await mine(customer.token))).toEqual({ status: 403, code: 'TOKEN_INVALID' })
    expect(refusal(await mine(`${customer.customerKey}x`))).toEqual({ status: 403, code: 'TOKEN_INVALID' })
  })

  it('takes the wish not to be asked, and takes it back', async () => {
    await writes(customer, 'hello')
    const wish = async (ask: unknown, key = customer.customerKey) =>
      call(company.url, '/api/my/surveys', {
        method: 'POST',
        headers: { authorization: `Bearer ${key}` },
        body: { ask },
      })
    expect((await wish(false)).json).toMatchObject({ asked: false })
    expect((await mine(customer.customerKey)).json).toMatchObject({ asked: false })
    expect((await wish(true)).json).toMatchObject({ asked: true })
    expect(refusal(await wish('no'))).toEqual({ status: 400, code: 'BODY_INVALID' })
    const stranger = await newToken(company.url)
    expect(refusal(await wish(false, stranger.customerKey))).toEqual({ status: 404, code: 'CUSTOMER_UNKNOWN' })
  })
})
