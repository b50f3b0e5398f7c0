import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type { DeskQueue } from '../../../../bot/http/api.ts'
import { routeWaiting } from '../../../../bot/sweeps/route-waiting.ts'
import { type Presence, type Role, systemClock } from '../../../../domain/index.ts'
import { newToken } from '../../../contract/channels/channel-under-test.ts'
import { type Company, openCompany } from '../../../contract/channels/company.ts'
import { CORNER_SHOP_MIND } from '../../../contract/channels/corner-shop.ts'
import { call, refusal } from '../../../contract/channels/http-call.ts'
import { type Desk, hire, signIn } from '../../../contract/channels/staff.ts'

/** The machine may be busy with other tests. */

let company: Company
beforeEach(async () => {
  company = await openCompany()
})
afterEach(() => company.stop())

const as = async (name: string, role: Role = 'agent'): Promise<Desk> => signIn(company, await hire(company, name, role))
const queueOf = async (desk: Desk) => (await desk.get('/api/desk/queue')).json as unknown as DeskQueue
const search = () =>
  routeWaiting({
    store: company.store,
    conversations: company.conversations,
    mind: () => CORNER_SHOP_MIND,
    clock: systemClock,
  }).run()

async function presenceOf(agentId: string): Promise<Presence | undefined> {
  return (await company.store.people.presences()).find((presence) => presence.agentId === agentId)
}

async function customerAsks(): Promise<void> {
  const { conversationId, token } = await newToken(company.url)
  await call(company.url, `/v3/directline/conversations/${conversationId}/activities`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: { type: 'message', text: 'human please', from: { id: 'me' } },
  })
}

describe('the desk', () => {
  it('shows an offer to the agent it is made to and to the others, and takes "not me" for an answer', async () => {
    const [ben, cleo] = [await as('ben'), await as('cleo')]
    for (const desk of [ben, cleo]) await queueOf(desk)
    await customerAsks()
    await search()
    const [seen] = (await queueOf(ben)).waiting
    const [asked, other] = seen?.offer?.mine ? [ben, cleo] : [cleo, ben]
    const name = asked.agent.name
    expect((await queueOf(other)).waiting).toMatchObject([{ offer: { mine: false, agentName: name } }])

    const refused = await other.send(`/api/desk/escalations/${seen?.id}/accept`)
    expect(refusal(refused)).toEqual({ status: 409, code: 'OFFERED_TO_OTHER' })
    expect(refused.json.error?.message).toMatch(new RegExp(`offered to ${name} for another \\d+ s`))

    expect((await asked.send(`/api/desk/escalations/${seen?.id}/pass`)).status).toBe(200)
    await search()
    expect((await queueOf(other)).waiting).toMatchObject([{ offer: { mine: true } }])
    expect((await other.send(`/api/desk/escalations/${seen?.id}/accept`)).status).toBe(200)
    expect((await queueOf(other)).mine).toMatchObject([{ id: seen?.id }])
  })

  it('calls nobody while it is not known whom a customer is offered to, and never again who has passed', async () => {
    const ben = await as('ben')
    await queueOf(ben)
    await customerAsks()
    const justCame = (await queueOf(ben)).waiting
    expect(justCame).toMatchObject([{ openCall: false }])
    await search()
    await ben.send(`/api/desk/escalations/${justCame[0]?.id}/pass`)
    await search()
    expect((await queueOf(ben)).waiting).toMatchObject([{ openCall: false }])
    const { waiting, me } = await queueOf(await as('mia', 'manager'))
    expect([waiting, me]).toMatchObject([[{ openCall: true }], { takesOffers: false }])
  })

  it('has everybody who looks at the queue at the desk, and lets them take a break', async () => {
    const ben = await as('ben')
    expect(await presenceOf('ben')).toBeUndefined()
    expect((await queueOf(ben)).colleagues).toMatchObject([{ agentId: 'ben', atDesk: true, available: true }])
    const answer = await ben.send('/api/desk/presence', { available: false })
    expect(answer.json).toEqual({ presence: { available: false, since: expect.any(Number) } })
    expect((await queueOf(ben)).me).toMatchObject({ available: false })
    expect(refusal(await ben.send('/api/desk/presence', { available: 'yes' }))).toEqual({
      status: 400,
      code: 'BODY_INVALID',
    })
  })

  it('keeps who has it open, and lets them go soon after they have closed the last window', async () => {
    const { cookie, get } = await as('ben')
    const open = async () => {
      const socket = new WebSocket(`${company.url.replace('http', 'ws')}/api/desk/live`, {
        headers: { cookie, origin: company.url },
      })
      await once(socket, 'open')
      return socket
    }
    const leftMs = async () => ((await presenceOf('ben'))?.until ?? 0) - Date.now()
    const [first, second] = [await open(), await open()]
    await expect.poll(leftMs).toBeGreaterThan(30_000)
    first.close()
    await once(first, 'close')
    // Behind it in line: when this is answered, the server has seen the window close.
    await get('/api/session')
    expect(await leftMs()).toBeGreaterThan(30_000)
    second.close()
    await expect.poll(leftMs).toBeLessThanOrEqual(10_000)
  })
})
