import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ChatToken, DeskConversation, DeskPromise, DeskQueue } from '../../../../bot/http/api.ts'
import { fixedClock, type Role } from '../../../../domain/index.ts'
import { newToken } from '../../../contract/channels/channel-under-test.ts'
import { type Company, openCompany } from '../../../contract/channels/company.ts'
import { call, refusal } from '../../../contract/channels/http-call.ts'
import { type Desk, hire, signIn } from '../../../contract/channels/staff.ts'

const HOUR = 3_600_000
const START = Date.UTC(2026, 10, 23, 10)

let company: Company
let clock: ReturnType<typeof fixedClock>
beforeEach(async () => {
  clock = fixedClock(START)
  company = await openCompany({ clock })
})
afterEach(() => company.stop())

const as = async (name: string, role: Role = 'agent'): Promise<Desk> => signIn(company, await hire(company, name, role))

async function writes({ conversationId, token }: ChatToken, text: string): Promise<void> {
  await call(company.url, `/v3/directline/conversations/${conversationId}/activities`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: { type: 'message', text, from: { id: 'me' } },
  })
}

/** Somebody who is handed over while nobody is there. */
async function promised(...more: string[]): Promise<ChatToken> {
  const customer = await newToken(company.url)
  for (const text of ['human please', ...more]) await writes(customer, text)
  return customer
}

const promisesOf = async (desk: Desk) =>
  ((await desk.get('/api/desk/promises')).json as unknown as { promises: DeskPromise[] }).promises
const queueOf = async (desk: Desk) => (await desk.get('/api/desk/queue')).json as unknown as DeskQueue

describe('the desk’s promises', () => {
  it('are those still to be kept, the first due first, with how the customer wants to be reached', async () => {
    const first = await promised('my number is +49 30 1234567')
    clock.advance(HOUR)
    const second = await promised()
    const shown = await promisesOf(await as('ben'))
    expect(shown).toMatchObject([
      { conversationId: first.conversationId, kind: 'answer', dueAt: START + 4 * HOUR, contact: '+49301234567' },
      { conversationId: second.conversationId, dueAt: START + 5 * HOUR, overdue: false },
    ])
    expect(shown[0]?.customerName).toMatch(/^#.{4}$/)
    expect(shown[1]).not.toHaveProperty('contact')
  })

  it('stand beside who waits and in their conversation, and not beside others', async () => {
    const customer = await promised('cy@example.com')
    const ben = await as('ben')
    await company.store.people.setPresence({ agentId: 'ben', available: true, until: START + HOUR, since: START })
    const other = await promised()
    const [promise] = await promisesOf(ben)
    const { waiting } = await queueOf(ben)
    const beside = new Map(waiting.map(({ conversationId, promises }) => [conversationId, promises]))
    expect(beside.get(customer.conversationId)).toEqual([promise])
    expect(beside.get(other.conversationId)).toEqual([])
    const read = await ben.get(`/api/desk/conversations/${customer.conversationId}`)
    const conversation = read.json as unknown as DeskConversation
    expect(conversation.promises).toEqual([promise])
    expect(conversation.escalation?.promises).toEqual([promise])
  })

  it('are overdue after their time, and gone once the agent has answered', async () => {
    const { conversationId } = await promised()
    clock.advance(4 * HOUR + 1)
    const ben = await as('ben')
    expect(await promisesOf(ben)).toMatchObject([{ overdue: true }])
    await ben.send(`/api/desk/escalations/${(await queueOf(ben)).waiting[0]?.id}/accept`)
    expect(await promisesOf(ben)).toHaveLength(1)
    await ben.send(`/api/desk/conversations/${conversationId}/messages`, { text: 'Sorry for the wait.' })
    expect(await promisesOf(ben)).toEqual([])
    expect((await queueOf(ben)).mine[0]?.promises).toEqual([])
  })

  it('are read by agents and managers, and by nobody else', async () => {
    await promised()
    expect(refusal(await call(company.url, '/api/desk/promises'))).toEqual({ status: 401, code: 'SIGN_IN_NEEDED' })
    for (const role of ['agent', 'manager', 'administrator'] as const) {
      expect((await (await as(role, role)).get('/api/desk/promises')).status).toBe(200)
    }
  })
})
