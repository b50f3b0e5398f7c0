import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Assurance, CheckedMessage, NextCheck } from '../../../../bot/http/api.ts'
import { fixedClock, type Role } from '../../../../domain/index.ts'
import { newToken } from '../../../contract/channels/channel-under-test.ts'
import { type Company, openCompany } from '../../../contract/channels/company.ts'
import { type Answer, call, refusal } from '../../../contract/channels/http-call.ts'
import { type Desk, hire, signIn } from '../../../contract/channels/staff.ts'
import { storedLabels } from '../../../support/stored-labels.ts'

const DAY = 86_400_000
const clock = fixedClock(Date.UTC(2026, 10, 22))
let company: Company
let manager: Desk
beforeEach(async () => {
  company = await openCompany({ clock })
  manager = await as('mia', 'manager')
})
afterEach(() => company.stop())

const as = async (name: string, role: Role): Promise<Desk> => signIn(company, await hire(company, name, role))

/** A conversation of its own with these messages. */
async function customerWrites(...texts: string[]): Promise<void> {
  const { conversationId, token } = await newToken(company.url)
  for (const text of texts) {
    await call(company.url, `/v3/directline/conversations/${conversationId}/activities`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: { type: 'message', text, from: { id: 'me' } },
    })
  }
}

async function next(desk = manager): Promise<Extract<NextCheck, { kind: 'check' }>> {
  const found = (await desk.get('/api/checks/next')).json as unknown as NextCheck
  if (found.kind === 'nothing-left') throw new Error('nothing is left to check')
  return found
}

const assurance = async () => (await manager.get('/api/assurance')).json as unknown as Assurance

function judge(check: { conversationId: string; seq: number }, need = 'return-item', desk = manager): Promise<Answer> {
  const { conversationId, seq } = check
  return desk.send('/api/checks', { conversationId, seq, meant: { kind: 'need', need } })
}

describe('the random check', () => {
  it('shows the customer’s words and every need, and nothing of what the bot made of them', async () => {
    await customerWrites('human', 'never seen by the bot')
    await customerWrites('When do you open?', 'And what about a return?')
    const seen = new Map<string, { before: string[] }>()
    for (let i = 0; i < 2; i++) {
      const check = await next()
      expect(Object.keys(check).toSorted()).toEqual(['at', 'before', 'conversationId', 'kind', 'needs', 'seq', 'text'])
      seen.set(check.text, { before: check.before.map(({ text }) => text) })
      expect(check.needs).toHaveLength(6)
      expect(check.needs[0]).toEqual({ name: 'return-item', title: { en: 'Returns', zh: '退货' } })
      expect((await judge(check)).status).toBe(200)
    }
    expect(Object.fromEntries(seen)).toEqual({
      'When do you open?': { before: [] },
      'And what about a return?': { before: ['When do you open?'] },
    })
    expect((await manager.get('/api/checks/next')).json).toEqual({ kind: 'nothing-left' })
  })

  it('tells after the verdict what the bot believed and said', async () => {
    await customerWrites('I want to return this')
    const right = (await judge(await next())).json as unknown as CheckedMessage
    expect(right).toMatchObject({
      agrees: true,
      believed: { name: 'return-item', title: { en: 'Returns', zh: '退货' } },
    })
    expect(right.believed.probability).toBeGreaterThan(0.9)
    expect(right.replies[0]).toContain('You can return it within 30 days.')
    await customerWrites('my card')
    const wrong = (await judge(await next())).json as unknown as CheckedMessage
    expect(wrong).toMatchObject({ agrees: false, believed: { name: 'pay-by-card' } })
  })

  it('shows the same message until somebody has judged it', async () => {
    for (const text of ['a return', 'my card', 'a gift']) await customerWrites(text)
    const [first, again] = [await next(), await next(await as('max', 'administrator'))]
    expect(again).toEqual(first)
    await judge(first)
    expect(await next()).not.toMatchObject({ conversationId: first.conversationId })
  })

  it('takes the first verdict of two, and no second one from who has seen what the bot did', async () => {
    await customerWrites('a return')
    const check = await next()
    const other = await as('max', 'administrator')
    const both = await Promise.all([judge(check), judge(check, 'gift-wrap', other)])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(refusal(await judge(check, 'pay-by-card'))).toEqual({ status: 409, code: 'CHECK_TAKEN' })
    expect(await storedLabels(company.store)).toHaveLength(1)
  })

  it('writes down who judged what', async () => {
    await customerWrites('a return')
    const { conversationId, seq } = await next()
    await manager.send('/api/checks', { conversationId, seq, meant: { kind: 'unclear' } })
    const [label] = await storedLabels(company.store)
    expect(label).toMatchObject({ source: 'check', by: 'mia', meant: { kind: 'unclear' } })
    const [turn] = await company.store.conversations.turns(conversationId)
    const [entry] = await company.store.audit.list(1)
    expect(entry).toMatchObject({ actor: 'mia', action: 'message.checked', subject: turn?.id })
    expect(JSON.parse(entry?.detail ?? '')).toEqual({ conversationId, seq, meant: { kind: 'unclear' } })
  })

  it('draws from the days that count only', async () => {
    await customerWrites('a return')
    const old = await next()
    clock.advance(90 * DAY + 1)
    manager = await signIn(company, manager.agent)
    expect((await manager.get('/api/checks/next')).json).toEqual({ kind: 'nothing-left' })
    expect(refusal(await judge(old))).toEqual({ status: 404, code: 'CHECK_UNKNOWN' })
  })

  it('refuses messages that were not drawn from, needs there are not, and what is no verdict', async () => {
    await customerWrites('a return', 'human')
    const { conversationId, seq } = await next()
    const post = async (body: object) => refusal(await manager.send('/api/checks', body))
    const none = { kind: 'none' }
    expect(await post({ conversationId: 'nowhere', seq, meant: none })).toMatchObject({ code: 'CHECK_UNKNOWN' })
    expect(await post({ conversationId, seq: 99, meant: none })).toMatchObject({ code: 'CHECK_UNKNOWN' })
    // "human" went to a person by a rule: nothing was weighed.
    expect(await post({ conversationId, seq: 3, meant: none })).toMatchObject({ code: 'CHECK_UNKNOWN' })
    expect(await post({ conversationId, seq, meant: { kind: 'need', need: 'x' } })).toMatchObject({
      code: 'BODY_INVALID',
    })
    expect(await post({ conversationId, seq, meant: { kind: 'skip' } })).toMatchObject({ code: 'BODY_INVALID' })
    expect(await post({ conversationId, seq, meant: none, by: 'boss' })).toMatchObject({ code: 'BODY_INVALID' })
  })

  it.each(['/api/assurance', '/api/checks/next'])(
    'is not for agents, and for nobody who is not signed in: %s',
    async (path) => {
      expect(refusal(await call(company.url, path))).toEqual({ status: 401, code: 'SIGN_IN_NEEDED' })
      expect(refusal(await (await as('ben', 'agent')).get(path))).toEqual({ status: 403, code: 'FORBIDDEN' })
    },
  )

  it('takes no verdict from another site, nor from an agent', async () => {
    await customerWrites('a return')
    const { conversationId, seq } = await next()
    const body = { conversationId, seq, meant: { kind: 'none' } }
    const forged = await manager.send('/api/checks', body, { headers: { 'x-candor-csrf': 'x' } })
    expect(refusal(forged)).toEqual({ status: 403, code: 'CSRF_MISSING' })
    const ben = await as('ben', 'agent')
    expect(refusal(await ben.send('/api/checks', body))).toEqual({ status: 403, code: 'FORBIDDEN' })
  })
})

describe('the state of the guarantee', () => {
  it('says what is lacking, what holds meanwhile, and what the lists rest on', async () => {
    await customerWrites('a return')
    await judge(await next())
    expect(await assurance()).toEqual({
      promise: { atMostWrong: 0.05, confidence: 0.95, days: 90 },
      guarantee: { kind: 'not-enough-evidence', labels: 1, needed: 72 },
      checks: 1,
      labels: 1,
      needed: 72,
      answerAbove: { value: 0.75, from: 'policy' },
      lists: {
        en: expect.objectContaining({ from: 'examples', wanted: 0.9, customerCases: 0, customerCasesNeeded: 50 }),
        zh: expect.objectContaining({ from: 'examples', wanted: 0.9 }),
      },
    })
  })

  it('is guaranteed at once when enough messages were judged, and the bot decides by it', async () => {
    for (let i = 0; i < 72; i++) await customerWrites('a return')
    for (let i = 0; i < 72; i++) await judge(await next())
    const state = await assurance()
    expect(state.guarantee).toMatchObject({ kind: 'guaranteed', labels: 72, answered: 72, wrong: 0 })
    expect(state.answerAbove).toMatchObject({ value: 0.5, from: 'guarantee' })
    expect(state.needed).toBe(144)
    await customerWrites('a gift')
    const turn = await company.store.labels.nextToCheck({ from: 0, to: clock.now() + 1 }, 'words')
    expect(turn?.deliberation?.answerAbove).toBe(0.5)
    const actions = (await company.store.audit.list(100)).map(({ action }) => action)
    expect(actions.filter((action) => action === 'assurance.threshold-changed')).toHaveLength(1)
  })
})
