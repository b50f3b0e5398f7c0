import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PolicyComparison } from '../../../../bot/http/api.ts'
import type { Role } from '../../../../domain/index.ts'
import { type Company, openCompany } from '../../../contract/channels/company.ts'
import { CORNER_SHOP_POLICY } from '../../../contract/channels/corner-shop.ts'
import { refusal } from '../../../contract/channels/http-call.ts'
import { type Desk, hire, signIn } from '../../../contract/channels/staff.ts'

let company: Company
/** The first comparison has begun, and waits until it is let go. */
let hasBegun: Promise<void>
let letGo: () => void

beforeEach(async () => {
  const begun = Promise.withResolvers<void>()
  const go = Promise.withResolvers<void>()
  hasBegun = begun.promise
  letGo = go.resolve
  company = await openCompany()
  const { turns } = company.store
  company.store.turns = {
    async *recorded(period) {
      begun.resolve()
      await go.promise
      yield* turns.recorded(period)
    },
  }
  for (const [id, text] of ['I want to return this', 'when do you open', 'no idea'].entries()) {
    const customer = { id: `dl_${id}` }
    await company.conversations.receive({ conversationId: `c${id}`, channel: 'web', customer, text })
  }
})
afterEach(() => company.stop())

const as = async (role: Role): Promise<Desk> => signIn(company, await hire(company, role, role))
const CAREFUL = CORNER_SHOP_POLICY.replace('answerAbove: 0.75', 'answerAbove: 1')

describe('the question "what if"', () => {
  it('gives managers the policy in force as it was written', async () => {
    const { status, json } = await (await as('manager')).get('/api/policy')
    expect({ status, json }).toEqual({ status: 200, json: { text: CORNER_SHOP_POLICY, timeZone: 'Asia/Shanghai' } })
  })

  it('compares a policy with the one in force on what customers wrote, and changes nothing', async () => {
    const manager = await as('manager')
    const before = await company.store.conversations.turns('c0')
    letGo()
    const { status, json } = await manager.send('/api/policy/replay', { policy: CAREFUL })
    const comparison = json as unknown as PolicyComparison
    expect(status).toBe(200)
    expect(comparison).toMatchObject({
      conversations: 3,
      changedConversations: 2,
      reproduced: { count: 3, of: 3 },
      answers: { more: 0, fewer: 2, of: 3 },
    })
    const examples = comparison.matrix.flatMap((cell) => cell.examples)
    expect(examples.map(({ text }) => text).sort()).toEqual(['I want to return this', 'when do you open'])
    expect(await company.store.conversations.turns('c0')).toEqual(before)
    expect((await manager.get('/api/policy')).json.text).toBe(CORNER_SHOP_POLICY)
  })

  it('names the field that is wrong, in both languages', async () => {
    const policy = CORNER_SHOP_POLICY.replace('answerAbove: 0.75', 'answerAbove: 75')
    const answer = await (await as('manager')).send('/api/policy/replay', { policy })
    expect(refusal(answer)).toEqual({ status: 400, code: 'POLICY_INVALID' })
    expect(answer.json.error?.message).toMatch(/^The policy in policy\.yaml is not valid: decide\.answerAbove: /)
    expect(answer.json).toMatchObject({
      error: { details: { problemZh: expect.stringMatching(/^decide\.answerAbove: \p{Script=Han}/u) } },
    })
  })

  it('names the line where the YAML breaks', async () => {
    const answer = await (await as('manager')).send('/api/policy/replay', { policy: 'decide:\n  - [' })
    expect(refusal(answer)).toEqual({ status: 400, code: 'POLICY_INVALID' })
    expect(answer.json).toMatchObject({
      error: {
        details: { problem: expect.stringMatching(/line \d/), problemZh: expect.stringMatching(/第 \d+ 行/) },
      },
    })
  })

  it.each([
    ['no policy', {}, 'BODY_INVALID'],
    ['days that are no range', { policy: CORNER_SHOP_POLICY, from: '2026-11-02', to: '2026-11-01' }, 'PERIOD_INVALID'],
  ])('refuses %s', async (_, body, code) => {
    expect(refusal(await (await as('manager')).send('/api/policy/replay', body))).toEqual({ status: 400, code })
  })

  it('is for managers and administrators', async () => {
    const agent = await as('agent')
    const refused = { status: 403, code: 'FORBIDDEN' }
    expect(refusal(await agent.get('/api/policy'))).toEqual(refused)
    expect(refusal(await agent.send('/api/policy/replay', { policy: CAREFUL }))).toEqual(refused)
    expect((await (await as('administrator')).get('/api/policy')).status).toBe(200)
  })

  it('answers one at a time, tells others that it is busy, and is free again afterwards, also after a failure', async () => {
    const manager = await as('manager')
    const ask = (body: object = {}) => manager.send('/api/policy/replay', { policy: CAREFUL, ...body })
    const first = ask()
    await hasBegun
    expect(refusal(await ask())).toEqual({ status: 409, code: 'REPLAY_RUNNING' })
    letGo()
    expect((await first).status).toBe(200)
    expect((await ask({ from: '1999-01-01' })).status).toBe(400)
    expect((await ask()).status).toBe(200)
  })
})
