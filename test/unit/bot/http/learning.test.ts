import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { LearningReport } from '../../../../bot/http/api.ts'
import type { Role } from '../../../../domain/index.ts'
import { type Company, openCompany } from '../../../contract/channels/company.ts'
import { call, refusal } from '../../../contract/channels/http-call.ts'
import { hire, signIn } from '../../../contract/channels/staff.ts'

/** A Sunday evening in Shanghai, where the corner shop is: Sunday noon in UTC. */
const SUNDAY = Date.UTC(2026, 10, 22, 12)

let company: Company
beforeEach(async () => {
  company = await openCompany({ clock: { now: () => SUNDAY } })
})
afterEach(() => company.stop())

const as = async (name: string, role: Role) => signIn(company, await hire(company, name, role))

describe('the report on learning', () => {
  it('is for managers and administrators, over days that are a range', async () => {
    expect(refusal(await call(company.url, '/api/learning'))).toEqual({ status: 401, code: 'SIGN_IN_NEEDED' })
    expect(refusal(await (await as('ben', 'agent')).get('/api/learning'))).toEqual({ status: 403, code: 'FORBIDDEN' })
    const admin = await as('ada', 'administrator')
    expect((await admin.get('/api/learning')).status).toBe(200)
    expect(refusal(await admin.get('/api/learning?from=2026-11-02&to=2026-11-01')).code).toBe('PERIOD_INVALID')
  })

  it('of nothing says that nothing was tried, in the weeks of the company’s calendar, and what its figures mean', async () => {
    const manager = await as('mia', 'manager')
    const report = (await manager.get('/api/learning?channel=teams')).json as unknown as LearningReport
    expect(report).toMatchObject({
      from: '2026-10-24',
      to: '2026-11-22',
      timeZone: 'Asia/Shanghai',
      channel: 'teams',
      gained: 'nothing-tried',
      tries: [],
      effects: [],
    })
    expect(report.labels.weeks.map(({ week }) => week)).toEqual([
      '2026-W43',
      '2026-W44',
      '2026-W45',
      '2026-W46',
      '2026-W47',
    ])
    expect(report.definitions.gained).toEqual({ en: expect.any(String), zh: expect.any(String) })
  })
})
