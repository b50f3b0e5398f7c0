import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ChatToken, DeskConversation, DeskPromise, DeskQueue, PromiseReport } from '../../../../bot/http/api.ts'
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
const accepts = async (desk: Desk) =>
  void (await desk.send(`/api/desk/escalations/${(await queueOf(desk)).waiting[0]?.id}/accept`))
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

describe('what is done about promises over HTTP', () => {
  const NEXT_DAY = START + 24 * HOUR
  const idOf = (answer: { json: unknown }) => (answer.json as { promise: DeskPromise }).promise

  /** A customer whom Ben has accepted. */
  async function withBen(): Promise<{ ben: Desk; customer: ChatToken; path: string }> {
    const customer = await promised()
    const ben = await as('ben')
    await ben.send(`/api/desk/escalations/${(await queueOf(ben)).waiting[0]?.id}/accept`)
    return { ben, customer, path: `/api/desk/conversations/${customer.conversationId}` }
  }
  async function byBen() {
    const met = await withBen()
    const made = await met.ben.send(`${met.path}/promises`, { what: 'We call you', dueAt: NEXT_DAY })
    return { ...met, promise: idOf(made) }
  }

  it('proposes what a message promises, with its time, and not once more what stands', async () => {
    const { ben, path } = await withBen()
    const propose = async (text: string) => (await ben.send(`${path}/promise-proposals`, { text })).json
    const text = 'I will call you back within 24 hours.'
    const { proposals } = (await propose(text)) as { proposals: { what: string; dueAt: number }[] }
    expect(proposals).toMatchObject([{ dueAt: NEXT_DAY }])
    await ben.send(`${path}/promises`, { ...proposals[0], seq: 2 })
    expect(await propose(text)).toEqual({ proposals: [] })
    expect(await propose('Thank you for your patience.')).toEqual({ proposals: [] })
  })

  it('makes, moves, marks, unmarks and withdraws, and answers with the promise as it is then', async () => {
    const { ben, promise } = await byBen()
    expect(promise).toMatchObject({
      kind: 'deed',
      what: 'We call you',
      madeBy: 'agent',
      owner: { agentId: 'ben', name: 'ben' },
      mine: true,
      mayAct: true,
      state: 'open',
    })
    const act = async (name: string, body?: unknown) =>
      idOf(await ben.send(`/api/desk/promises/${promise.id}/${name}`, body))
    expect(await act('move', { to: NEXT_DAY + HOUR, was: NEXT_DAY })).toMatchObject({ movedTo: NEXT_DAY + HOUR })
    expect(await act('done')).toMatchObject({ state: 'kept' })
    expect(await act('not-done')).toMatchObject({ state: 'open' })
    expect(await act('withdraw', { reason: 'No longer needed.', wish: 'customer' })).toMatchObject({
      state: 'withdrawn',
    })
    expect(await promisesOf(ben)).toMatchObject([{ kind: 'answer' }])
  })

  it('shows each agent their own and nobody’s, and supervisors what they may do about all', async () => {
    const { ben, promise } = await byBen()
    const cleo = await as('cleo')
    const mine = async (desk: Desk) => {
      const { promises } = (await desk.get('/api/desk/promises?whose=mine')).json as unknown as {
        promises: DeskPromise[]
      }
      return promises.map(({ id, mayAct }) => [id, mayAct])
    }
    expect(await mine(ben)).toContainEqual([promise.id, true])
    expect(await mine(cleo)).toEqual([])
    const all = await promisesOf(await as('manager', 'manager'))
    expect(all.find(({ id }) => id === promise.id)).toMatchObject({ mine: false, mayAct: true })
    expect(refusal(await ben.get('/api/desk/promises?whose=theirs'))).toMatchObject({ code: 'BODY_INVALID' })
  })

  it('refuses a colleague until they take it over, and the second of two', async () => {
    const { ben, promise } = await byBen()
    const cleo = await as('cleo')
    const at = `/api/desk/promises/${promise.id}`
    expect(refusal(await cleo.send(`${at}/done`))).toEqual({ status: 409, code: 'PROMISE_OF_OTHER' })
    expect(refusal(await cleo.send(`${at}/take`, {}))).toEqual({ status: 409, code: 'PROMISE_CHANGED' })
    expect(idOf(await cleo.send(`${at}/take`, { from: 'ben' }))).toMatchObject({ mine: true })
    expect(refusal(await ben.send(`${at}/done`))).toEqual({ status: 409, code: 'PROMISE_OF_OTHER' })
    const twice = await Promise.all([cleo.send(`${at}/done`), cleo.send(`${at}/done`)])
    expect(twice.map(({ status }) => status).toSorted()).toEqual([200, 409])
  })

  it.each([
    ['promises', { what: '', dueAt: NEXT_DAY }],
    ['promises', { what: 'x', dueAt: START - 1 }],
    ['promises', { what: 'x', dueAt: 'tomorrow' }],
    ['promises', { what: 'x'.repeat(301), dueAt: NEXT_DAY }],
    ['promises', { what: 'x', dueAt: NEXT_DAY, toldBy: 'nobody' }],
    ['promise-proposals', {}],
  ])('refuses what is no promise: POST %s %j', async (action, body) => {
    const { ben, path } = await withBen()
    expect(refusal(await ben.send(`${path}/${action}`, body))).toEqual({ status: 400, code: 'BODY_INVALID' })
  })

  it.each([
    ['move', { to: START + HOUR, was: NEXT_DAY }, 400, 'BODY_INVALID'],
    ['move', { to: NEXT_DAY + HOUR, was: NEXT_DAY - 1 }, 409, 'PROMISE_CHANGED'],
    ['withdraw', { wish: 'company' }, 400, 'BODY_INVALID'],
    ['not-done', {}, 409, 'PROMISE_CHANGED'],
  ])('refuses what cannot be done: POST %s %j', async (action, body, status, code) => {
    const { ben, promise } = await byBen()
    expect(refusal(await ben.send(`/api/desk/promises/${promise.id}/${action}`, body))).toEqual({ status, code })
  })

  it('leaves an answer to be kept by answering, and knows no promise that is not there', async () => {
    const { ben } = await withBen()
    const [answer] = await promisesOf(ben)
    const done = await ben.send(`/api/desk/promises/${answer?.id}/done`)
    expect(refusal(done)).toEqual({ status: 409, code: 'PROMISE_TOLD_OTHERWISE' })
    const unknown = await ben.send('/api/desk/promises/none/done')
    expect(refusal(unknown)).toEqual({ status: 404, code: 'PROMISE_UNKNOWN' })
  })

  it('is refused to who has never served the customer while no agent has the conversation', async () => {
    const { ben, path } = await withBen()
    await ben.send(`${path}/resolve`, { outcome: 'resolved' })
    const deed = { what: 'We call you', dueAt: NEXT_DAY }
    const cleo = await as('cleo')
    expect(refusal(await cleo.send(`${path}/promises`, deed))).toEqual({ status: 403, code: 'PROMISE_NOT_SERVED' })
    expect((await ben.send(`${path}/promises`, deed)).status).toBe(200)
  })

  it('is for those who are signed in', async () => {
    const { promise, path } = await byBen()
    for (const url of [`${path}/promises`, `/api/desk/promises/${promise.id}/done`]) {
      const answer = await call(company.url, url, { method: 'POST', body: {} })
      expect(refusal(answer)).toEqual({ status: 401, code: 'SIGN_IN_NEEDED' })
    }
  })
})

describe('the customer’s own promises', () => {
  const read = (token: ChatToken, conversationId = token.conversationId) =>
    call(company.url, `/v3/directline/conversations/${conversationId}/promises`, {
      headers: { authorization: `Bearer ${token.token}` },
    })

  it('are theirs alone, without the names of who sees to them', async () => {
    const anna = await promised()
    const ben = await as('ben')
    await accepts(ben)
    await ben.send(`/api/desk/conversations/${anna.conversationId}/promises`, { what: 'We call', dueAt: START + HOUR })
    const times = { madeAt: START, state: 'open' }
    expect((await read(anna)).json).toEqual({
      promises: [
        { what: 'We call', dueAt: START + HOUR, ...times },
        { dueAt: START + 4 * HOUR, ...times },
      ],
    })
    const other = await newToken(company.url)
    expect((await read(other)).json).toEqual({ promises: [] })
    expect(refusal(await read(other, anna.conversationId))).toEqual({ status: 403, code: 'TOKEN_INVALID' })
    expect(refusal(await call(company.url, `/v3/directline/conversations/${anna.conversationId}/promises`))).toEqual({
      status: 401,
      code: 'TOKEN_MISSING',
    })
  })
})

describe('the report on promises', () => {
  it('counts what was due by week and by whose word it was, for managers', async () => {
    const { conversationId } = await promised()
    const ben = await as('ben')
    await accepts(ben)
    await ben.send(`/api/desk/conversations/${conversationId}/promises`, { what: 'We call', dueAt: START + HOUR })
    // Only the customer can tell, who has not yet: overdue, and not counted against the company.
    const untold = { what: 'It is mended', dueAt: START + HOUR, toldBy: 'customer' }
    await ben.send(`/api/desk/conversations/${conversationId}/promises`, untold)
    clock.advance(2 * HOUR)
    expect(refusal(await ben.get('/api/promises'))).toEqual({ status: 403, code: 'FORBIDDEN' })
    const boss = await as('boss', 'manager')
    const { total, makers, weeks } = (await boss.get('/api/promises?from=2026-11-16&to=2026-11-29'))
      .json as unknown as PromiseReport
    expect(total).toMatchObject({ overdue: 2, open: 1, keptInTime: { numerator: 0, denominator: 1 } })
    expect(makers.map(({ maker }) => maker)).toContainEqual({ kind: 'agent', agentId: 'ben', name: 'ben' })
    expect(weeks.map(({ counts }) => counts.open + counts.overdue)).toEqual([0, 3])
  })
})
