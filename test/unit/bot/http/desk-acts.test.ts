import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ChatToken, DeskBotConversation, DeskConversation, DeskQueue } from '../../../../bot/http/api.ts'
import type { Role } from '../../../../domain/index.ts'
import { newToken } from '../../../contract/channels/channel-under-test.ts'
import { type Company, openCompany } from '../../../contract/channels/company.ts'
import { call, refusal } from '../../../contract/channels/http-call.ts'
import { type Desk, hire, signIn } from '../../../contract/channels/staff.ts'
import { storedLabels } from '../../../support/stored-labels.ts'

let company: Company
let customer: ChatToken
let path: string
beforeEach(async () => {
  company = await openCompany()
  customer = await newToken(company.url)
  path = `/api/desk/conversations/${customer.conversationId}`
})
afterEach(() => company.stop())

const as = async (name: string, role: Role = 'agent'): Promise<Desk> => signIn(company, await hire(company, name, role))

async function writes(text: string, { conversationId, token } = customer): Promise<void> {
  await call(company.url, `/v3/directline/conversations/${conversationId}/activities`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: { type: 'message', text, from: { id: 'me' } },
  })
}

const queueOf = async (desk: Desk) => (await desk.get('/api/desk/queue')).json as unknown as DeskQueue
const seen = async (desk: Desk) => (await desk.get(path)).json as unknown as DeskConversation
const accept = async (desk: Desk) => desk.send(`/api/desk/escalations/${(await queueOf(desk)).waiting[0]?.id}/accept`)

describe('what an agent does at the desk', () => {
  it('corrects their own words: the desk shows the first wording and what it became', async () => {
    const ben = await as('ben')
    await writes('human please')
    await accept(ben)
    const said = await ben.send(`${path}/messages`, { text: 'On Sunday' })
    const { seq } = said.json.message as { seq: number }
    await ben.send(`${path}/messages/${seq}/correct`, { text: 'On Mnday' })
    const corrected = await ben.send(`${path}/messages/${seq}/correct`, { text: 'On Monday', clientId: 'k' })
    expect(corrected.json.message).toMatchObject({ kind: 'correction', corrects: seq, text: 'On Monday', mine: true })
    const { messages } = await seen(ben)
    expect(messages.find((message) => message.seq === seq)).toMatchObject({
      text: 'On Sunday',
      correctedTo: 'On Monday',
    })
    expect(messages.filter(({ correctedTo }) => correctedTo !== undefined)).toHaveLength(1)
  })

  it.each([
    ['1', 409, 'CORRECTION_REFUSED'],
    ['99', 409, 'CORRECTION_REFUSED'],
    ['0', 400, 'BODY_INVALID'],
    ['x', 400, 'BODY_INVALID'],
    ['1.5', 400, 'BODY_INVALID'],
    ['1e99', 400, 'BODY_INVALID'],
  ])('cannot correct message %s', async (seq, status, code) => {
    const ben = await as('ben')
    await writes('human please')
    await accept(ben)
    expect(refusal(await ben.send(`${path}/messages/${seq}/correct`, { text: 'x' }))).toEqual({ status, code })
  })

  it('says that the answer was wrong where the bot had answered, in one word', async () => {
    const ben = await as('ben')
    await writes('a return')
    await writes('human please')
    await accept(ben)
    expect((await seen(ben)).answered).toEqual({ en: 'Returns', zh: '退货' })
    const meant = { kind: 'answer-wrong' }
    expect((await ben.send(`${path}/resolve`, { outcome: 'unresolved', meant })).status).toBe(200)
    expect(await storedLabels(company.store)).toMatchObject([
      { seq: 1, meant: { kind: 'need', need: 'return-item' }, answerWrong: true, by: 'ben' },
    ])
  })

  it('says that there is no need for it yet; what is no verdict is refused', async () => {
    const ben = await as('ben')
    await writes('human please')
    await accept(ben)
    expect((await seen(ben)).answered).toBeUndefined()
    for (const meant of [{ kind: 'answer-wrong' }, { kind: 'need', need: 'no-such' }, { kind: 'unclear' }]) {
      const refused = refusal(await ben.send(`${path}/resolve`, { outcome: 'resolved', meant }))
      expect(refused).toEqual({ status: 400, code: 'BODY_INVALID' })
    }
    const done = await ben.send(`${path}/resolve`, { outcome: 'resolved', meant: { kind: 'none' } })
    expect(done.status).toBe(200)
    const [escalation] = await company.store.escalations.ofConversation(customer.conversationId)
    expect(escalation).toMatchObject({ outcome: 'resolved', noNeed: true })
  })

  it('writes a note that colleagues read in its place, also in what is not theirs', async () => {
    const [ben, cleo] = [await as('ben'), await as('cleo')]
    await writes('human please')
    const written = await ben.send(`${path}/notes`, { text: ' Called yesterday ' })
    expect(written.json.note).toMatchObject({ authorName: 'ben', text: 'Called yesterday', afterSeq: 2 })
    expect((await seen(cleo)).notes).toEqual([written.json.note])
    expect(refusal(await ben.send(`${path}/notes`, { text: '  ' }))).toEqual({ status: 400, code: 'BODY_INVALID' })
  })

  it('sees whom the bot is serving and why it is hard, and steps in', async () => {
    const ben = await as('ben')
    await writes('I want to return this')
    const withBot = (await ben.get('/api/desk/with-bot')).json.conversations as DeskBotConversation[]
    expect(withBot).toMatchObject([
      {
        conversationId: customer.conversationId,
        lastText: 'I want to return this',
        need: { en: 'Returns', zh: '退货' },
        language: 'en',
        channel: 'web',
        customerName: expect.stringMatching(/^#.{4}$/),
      },
    ])
    expect(withBot[0]?.gap).toBeGreaterThan(0)
    const taken = await ben.send(`${path}/take-over`)
    expect(taken.json).toMatchObject({ owner: 'agent', mine: true, escalation: { reasons: ['taken-over'] } })
    expect((await ben.get('/api/desk/with-bot')).json.conversations).toEqual([])
    expect((await queueOf(ben)).mine).toHaveLength(1)
  })

  it('passes a conversation on to a colleague or a queue, with a word to them', async () => {
    const [ben, cleo] = [await as('ben'), await as('cleo')]
    await writes('human please')
    await accept(ben)
    const passedOn = await ben.send(`${path}/transfer`, { to: { agentId: 'cleo' }, comment: 'She knows you' })
    expect(passedOn).toMatchObject({ status: 200, json: {} })
    expect((await queueOf(cleo)).waiting).toMatchObject([{ followsOn: true }])
    await accept(cleo)
    expect(await seen(cleo)).toMatchObject({ mine: true, notes: [{ authorName: 'ben', text: 'She knows you' }] })
    expect((await cleo.send(`${path}/transfer`, { to: { queue: 'general' }, comment: '' })).status).toBe(200)
    expect((await seen(ben)).notes).toHaveLength(1)
  })

  it.each([
    [{ to: { agentId: 'nobody' } }, 404, 'AGENT_UNKNOWN'],
    [{ to: { agentId: 'ben' } }, 409, 'TRANSFER_TO_SELF'],
    [{ to: { queue: 'nowhere' } }, 400, 'QUEUE_UNKNOWN'],
    [{ to: {} }, 400, 'BODY_INVALID'],
    [{ to: { agentId: 'cleo', queue: 'general' } }, 400, 'BODY_INVALID'],
    [{}, 400, 'BODY_INVALID'],
  ])('cannot pass it on to %j', async (body, status, code) => {
    const ben = await as('ben')
    await writes('human please')
    await accept(ben)
    expect(refusal(await ben.send(`${path}/transfer`, body))).toEqual({ status, code })
    expect((await seen(ben)).mine).toBe(true)
  })
})

describe('what a supervisor does at the desk', () => {
  it('joins, writes and leaves; takes over where it must be', async () => {
    const [ben, sue] = [await as('ben'), await as('sue', 'manager')]
    await writes('human please')
    await accept(ben)
    expect((await queueOf(sue)).others).toMatchObject([{ agentName: 'ben' }])
    await sue.send(`${path}/join`)
    expect(await seen(sue)).toMatchObject({ mine: false, joined: true, supervisorName: 'sue', agentName: 'ben' })
    expect((await sue.send(`${path}/messages`, { text: 'I am here, too' })).status).toBe(200)
    await sue.send(`${path}/leave`)
    expect((await seen(sue)).joined).toBe(false)
    expect((await sue.send(`${path}/take-over`)).json).toMatchObject({ mine: true, agentName: 'sue' })
    expect(refusal(await ben.send(`${path}/messages`, { text: 'but' }))).toEqual({
      status: 409,
      code: 'CONVERSATION_TAKEN',
    })
  })

  it('does what a plain agent may not', async () => {
    const [ben, cleo] = [await as('ben'), await as('cleo')]
    await writes('human please')
    await accept(ben)
    expect(refusal(await cleo.send(`${path}/join`))).toEqual({ status: 403, code: 'FORBIDDEN' })
    expect(refusal(await cleo.send(`${path}/take-over`))).toEqual({ status: 409, code: 'CONVERSATION_TAKEN' })
  })
})
