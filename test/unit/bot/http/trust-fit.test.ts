import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CustomerTrust, TrustFitReport } from '../../../../bot/http/api.ts'
import { policyHash, type TrustTry } from '../../../../bot/learning/index.ts'
import { keepPolicyTry } from '../../../../bot/learning/policy/policy-try.ts'
import { keepTrustLook } from '../../../../bot/learning/policy/trust-look.ts'
import { fixedClock, type Role } from '../../../../domain/index.ts'
import { type Company, openCompany } from '../../../contract/channels/company.ts'
import { CORNER_SHOP_MIND } from '../../../contract/channels/corner-shop.ts'
import { refusal } from '../../../contract/channels/http-call.ts'
import { type Desk, hire, signIn } from '../../../contract/channels/staff.ts'
import { change, committed, conversation, trustEvent } from '../../../contract/store/sample.ts'

const START = Date.UTC(2026, 10, 23, 10)
const { policy } = CORNER_SHOP_MIND
const GAIN = { value: 0.1, low: 0.05, high: 0.15 }

const TRIED: TrustTry = {
  kind: 'trust',
  id: 'try-1',
  at: START - 1,
  outcome: 'proposed',
  before: policy.trust,
  after: { ...policy.trust, prior: { gain: 3, loss: 1 } },
  reasons: [{ code: 'better', customers: 300, ratings: 900, gain: GAIN, p: 0.001, level: 0.025 }],
  attempt: 1,
  file: policyHash(policy),
  learntFrom: { from: 0, to: START - 1 },
  evidence: { customers: 320, ratings: 900, rows: { 'survey-rating': 900 } },
  foretold: { before: { n: 900, logScore: 0, rmse: 0.31 }, after: { n: 900, logScore: 0.1, rmse: 0.28 } },
}

let company: Company
beforeEach(async () => {
  company = await openCompany({ clock: fixedClock(START) })
})
afterEach(() => company.stop())

const as = async (name: string, role: Role): Promise<Desk> => signIn(company, await hire(company, name, role))

async function read(desk: Desk): Promise<TrustFitReport> {
  return (await desk.get('/api/trust/fit')).json as unknown as TrustFitReport
}

describe('what evidence of trust is worth', () => {
  it('is for managers, and says that nobody has looked yet', async () => {
    const agent = await as('ben', 'agent')
    expect(refusal(await agent.get('/api/trust/fit'))).toMatchObject({ status: 403, code: 'FORBIDDEN' })
    expect(refusal(await agent.send('/api/trust/fit/try-1', { as: 'taken' }))).toMatchObject({ status: 403 })
    expect(await read(await as('mia', 'manager'))).toEqual({
      learning: 'propose',
      inForce: policy.trust,
      needed: { ratings: 600, rows: 200 },
      look: null,
      tries: [],
    })
  })

  it('is taken by a manager and gone back from, and every score is the one of the figures that serve', async () => {
    const about = { conversationId: 'c1', customerId: 'anna' }
    const evidence = trustEvent('t1', { ...about, at: START - 1, gain: 0, loss: 2 })
    const parts = { customer: { id: 'anna', language: 'en' as const, createdAt: 0 }, trustEvents: [evidence] }
    await committed(company.store, change(conversation({ id: 'c1', customerId: 'anna' }), parts))
    await keepPolicyTry(company.store, TRIED)
    await keepTrustLook(company.store, { at: START, customers: 320, ratings: 900, found: 'tried' })
    const mia = await as('mia', 'manager')
    const score = async () =>
      ((await mia.get('/api/customers/anna/trust')).json as unknown as CustomerTrust).trust.score
    const say = (decision: string) => mia.send('/api/trust/fit/try-1', { as: decision })

    expect(await score()).toBeCloseTo(2 / 6, 6)
    expect((await read(mia)).tries).toMatchObject([{ state: 'waits', open: ['taken', 'declined'], decisions: [] }])

    expect((await say('declined')).json).toMatchObject({ tries: [{ state: 'declined', open: ['taken'] }] })
    expect(refusal(await say('reverted'))).toMatchObject({ status: 409, code: 'POLICY_TRY_CLOSED' })
    expect((await say('taken')).json).toMatchObject({
      inForce: { prior: { gain: 3, loss: 1 } },
      tries: [
        {
          state: 'serves',
          open: ['reverted'],
          decisions: [
            { as: 'declined', byName: 'mia' },
            { as: 'taken', byName: 'mia' },
          ],
          heldOut: { ratings: 900, before: { rmse: 0.31 }, after: { rmse: 0.28 }, gain: GAIN },
        },
      ],
    })
    expect(await score()).toBeCloseTo(3 / 6, 6)

    expect((await say('reverted')).json).toMatchObject({ inForce: policy.trust, tries: [{ state: 'left' }] })
    expect(await score()).toBeCloseTo(2 / 6, 6)
    const audit = await company.store.audit.list(3)
    expect(audit.map(({ action }) => action)).toEqual(['policy.reverted', 'policy.taken', 'policy.declined'])
  })

  it('refuses what there is not', async () => {
    const mia = await as('mia', 'manager')
    expect(refusal(await mia.send('/api/trust/fit/none', { as: 'taken' }))).toMatchObject({
      status: 404,
      code: 'POLICY_TRY_UNKNOWN',
    })
    expect(refusal(await mia.send('/api/trust/fit/none', { as: 'maybe' }))).toMatchObject({
      status: 400,
      code: 'BODY_INVALID',
    })
  })
})
