import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type { ChatToken, DeskConversation, DeskQueue } from '../../../../bot/http/api.ts'
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

async function writes(text: string): Promise<void> {
  await call(company.url, `/v3/directline/conversations/${customer.conversationId}/activities`, {
    method: 'POST',
    headers: { authorization: `Bearer ${customer.token}` },
    body: { type: 'message', text, from: { id: 'me' } },
  })
}

const queueOf = async (desk: Desk) => (await desk.get('/api/desk/queue')).json as unknown as DeskQueue

describe('the desk', () => {
  it('shows who waits and why, and what the bot understood', async () => {
    await writes('I want to return this')
    await writes('<b>human</b> please')
    const ben = await as('ben')
    const { waiting } = await queueOf(ben)
    expect(waiting).toMatchObject([
      {
        conversationId: customer.conversationId,
        reasons: ['asked-for-person'],
        channel: 'web',
        language: 'en',
        lastText: '<b>human</b> please',
        need: { en: 'Returns', zh: '退货' },
        customerName: expect.stringMatching(/^#.{4}$/),
      },
    ])
    const read = await ben.get(`/api/desk/conversations/${customer.conversationId}`)
    const conversation = read.json as unknown as DeskConversation
    expect(conversation).toMatchObject({ owner: 'queued', mine: false, customer: { trust: { n: 0, score: 0.5 } } })
    const { understanding, detail, answer } = conversation.gapParts ?? {}
    for (const part of [understanding, detail, answer]) expect(part).toSatisfy((x: number) => x >= 0 && x <= 1)
    expect(conversation.tried).toMatchObject([
      { seq: 1, did: [{ kind: 'answered', need: { en: 'Returns', zh: '退货' } }], weighed: { by: 'utility' } },
      { seq: 3, did: [{ kind: 'handed-over', reasons: ['asked-for-person'] }], weighed: { by: 'rule' } },
    ])
    expect(conversation.messages[0]?.understood).toMatchObject({
      decision: 'answer',
      needs: [{ need: 'return-item', title: { en: 'Returns', zh: '退货' } }, {}, {}],
    })
    expect(conversation.messages.map(({ text }) => text)).toContain('<b>human</b> please')
    expect(conversation.needs).toHaveLength(6)
  })

  it('gives one of two agents who accept at once the conversation, and tells the other who has it', async () => {
    await writes('human please')
    const [ben, cleo] = [await as('ben'), await as('cleo')]
    const id = (await queueOf(ben)).waiting[0]?.id
    const answers = await Promise.all([ben, cleo].map((desk) => desk.send(`/api/desk/escalations/${id}/accept`)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    const [winner, loser] = answers[0]?.status === 200 ? [ben, answers[1]] : [cleo, answers[0]]
    expect(loser?.json.error?.code).toBe('CONVERSATION_TAKEN')
    expect(loser?.json.error?.message).toContain(winner.agent.name)
    expect((await queueOf(winner)).mine).toHaveLength(1)
  })

  it('carries an answer once however often it is sent, and the resolution with its verdict', async () => {
    await writes('human please')
    const ben = await as('ben')
    const id = (await queueOf(ben)).waiting[0]?.id
    await ben.send(`/api/desk/escalations/${id}/accept`)
    const path = `/api/desk/conversations/${customer.conversationId}`
    const once = await ben.send(`${path}/messages`, { text: 'Good morning', clientId: 'b1' })
    const twice = await ben.send(`${path}/messages`, { text: 'Good morning', clientId: 'b1' })
    expect(once.json.message).toMatchObject({ text: 'Good morning', from: 'agent', authorName: 'ben' })
    expect(twice.json).toEqual(once.json)

    expect(refusal(await ben.send(`${path}/resolve`, { outcome: 'returned' }))).toEqual({
      status: 400,
      code: 'BODY_INVALID',
    })
    expect(refusal(await ben.send(`${path}/resolve`, { outcome: 'resolved', trueNeed: 'no-such' }))).toEqual({
      status: 400,
      code: 'BODY_INVALID',
    })
    expect((await ben.send(`${path}/resolve`, { outcome: 'resolved', trueNeed: 'return-item' })).status).toBe(200)
    expect(await company.store.escalations.get(id ?? '')).toMatchObject({
      outcome: 'resolved',
      trueNeed: 'return-item',
    })
    expect(refusal(await ben.send(`${path}/messages`, { text: 'more' }))).toEqual({
      status: 409,
      code: 'TRANSITION_REFUSED',
    })
  })

  it.each([
    ['nothing', ''],
    ['blanks', '   '],
    ['more than 4,000 characters', 'x'.repeat(4001)],
  ])('does not carry %s', async (_what, text) => {
    await writes('human please')
    const ben = await as('ben')
    await ben.send(`/api/desk/escalations/${(await queueOf(ben)).waiting[0]?.id}/accept`)
    const before = (await company.store.conversations.get(customer.conversationId))?.lastSeq
    const answer = await ben.send(`/api/desk/conversations/${customer.conversationId}/messages`, { text })
    expect(answer.status).toBe(400)
    expect((await company.store.conversations.get(customer.conversationId))?.lastSeq).toBe(before)
  })

  it('answers 404 to what is not there', async () => {
    const ben = await as('ben')
    const unknown = { status: 404, code: 'CONVERSATION_UNKNOWN' }
    expect(refusal(await ben.get('/api/desk/conversations/none'))).toEqual(unknown)
    expect(refusal(await ben.send('/api/desk/escalations/none/accept'))).toEqual(unknown)
    expect(refusal(await ben.send('/api/desk/conversations/none/resolve', { outcome: 'resolved' }))).toEqual(unknown)
  })
})

describe('roles', () => {
  const status = async (desk: Desk, path: string) => (await desk.get(path)).status
  const conversation = () => `/api/desk/conversations/${customer.conversationId}`

  it('let nobody in without a session', async () => {
    for (const path of ['/api/desk/queue', conversation(), '/api/dashboard', '/api/session']) {
      expect(refusal(await call(company.url, path))).toEqual({ status: 401, code: 'SIGN_IN_NEEDED' })
    }
  })

  it('give an agent the desk, and a manager and an administrator the dashboard, too', async () => {
    await writes('human please')
    const [agent, manager, admin] = [await as('a'), await as('m', 'manager'), await as('x', 'administrator')]
    const paths = ['/api/desk/queue', conversation(), '/api/dashboard']
    const seenBy = async (desk: Desk) => Promise.all(paths.map((path) => status(desk, path)))
    expect(await seenBy(agent)).toEqual([200, 200, 403])
    expect(await seenBy(manager)).toEqual([200, 200, 200])
    expect(await seenBy(admin)).toEqual([200, 200, 200])
  })
})

describe('the live desk', () => {
  const connect = (headers: Record<string, string>) =>
    new WebSocket(`${company.url.replace('http', 'ws')}/api/desk/live`, { headers })
  const statusOf = (socket: WebSocket) =>
    new Promise<number>((resolve) => {
      socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0))
      socket.on('open', () => resolve(101))
      socket.on('error', () => {})
    })

  it('is closed to other sites, to strangers, and to managers', async () => {
    const { cookie } = await as('ben')
    expect(await statusOf(connect({ cookie, origin: 'https://evil.example' }))).toBe(403)
    expect(await statusOf(connect({ origin: company.url }))).toBe(401)
  })
})
