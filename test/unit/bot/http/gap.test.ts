import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { GapReport } from '../../../../bot/http/api.ts'
import type { Role } from '../../../../domain/index.ts'
import { type Company, openCompany } from '../../../contract/channels/company.ts'
import { call, refusal } from '../../../contract/channels/http-call.ts'
import { hire, signIn } from '../../../contract/channels/staff.ts'

/** A Sunday evening in Shanghai, where the corner shop is: Sunday noon in UTC. */
const SUNDAY = Date.UTC(2026, 10, 22, 12)
const DAY = 86_400_000

let company: Company
let now: number
beforeEach(async () => {
  now = SUNDAY
  company = await openCompany({ clock: { now: () => now } })
})
afterEach(() => company.stop())

const as = async (name: string, role: Role) => signIn(company, await hire(company, name, role))

async function writes(conversationId: string, ...texts: string[]): Promise<void> {
  for (const text of texts) {
    await company.conversations.receive({ conversationId, channel: 'web', customer: { id: 'anna' }, text })
  }
}

async function read(query = ''): Promise<GapReport> {
  const manager = await as('mia', 'manager')
  const answer = await manager.get(`/api/gap${query}`)
  expect(answer.status).toBe(200)
  return answer.json as unknown as GapReport
}

describe('the report on the gap', () => {
  it('is for managers and administrators, over days that are a range', async () => {
    expect(refusal(await call(company.url, '/api/gap'))).toEqual({ status: 401, code: 'SIGN_IN_NEEDED' })
    expect(refusal(await (await as('ben', 'agent')).get('/api/gap'))).toEqual({ status: 403, code: 'FORBIDDEN' })
    const admin = await as('ada', 'administrator')
    expect((await admin.get('/api/gap')).status).toBe(200)
    expect(refusal(await admin.get('/api/gap?from=2026-11-02&to=2026-11-01')).code).toBe('PERIOD_INVALID')
    expect(refusal(await admin.get('/api/gap?channel=fax')).code).toBe('BODY_INVALID')
  })

  it('of nothing is empty, and says since when', async () => {
    expect(await read()).toMatchObject({
      from: '2026-10-24',
      to: '2026-11-22',
      timeZone: 'Asia/Shanghai',
      channel: null,
      total: { turns: 0, gap: null, conversations: 0, large: { value: null } },
      largest: [],
      needs: [],
      answers: [],
      uncovered: { messages: 0, grouped: 0, newestOnly: false },
      unplaced: { handovers: 0, dissatisfied: 0 },
    })
  })

  it('tells what was answered, how it was met, and in which week of the company’s calendar', async () => {
    now = SUNDAY - 7 * DAY
    await writes('c1', 'When do you open?')
    now = SUNDAY
    for (let i = 0; i < 6; i++) await writes(`d${i}`, 'I want to return this', 'That is not what I asked: return')
    const report = await read()
    expect(report.weeks.map(({ week, days, turns }) => [week, days, turns])).toEqual([
      ['2026-W43', 2, 0],
      ['2026-W44', 7, 0],
      ['2026-W45', 7, 0],
      ['2026-W46', 7, 1],
      ['2026-W47', 7, 12],
    ])
    expect(report.needs.map(({ need, turns }) => [need, turns])).toEqual([
      ['return-item', 12],
      ['opening-hours', 1],
    ])
    expect(report.answers).toMatchObject([
      { need: 'return-item', title: { en: 'Returns', zh: '退货' }, draft: false, answers: 6, refused: 6 },
      { need: 'opening-hours', answers: 1, gapAfter: null, missed: { value: null, denominator: 0 } },
    ])
    expect(report.answers[0]?.missed).toMatchObject({ numerator: 6, denominator: 6, value: 1 })
    const [first] = report.largest
    expect(first).toMatchObject({ about: { kind: 'need', need: 'return-item' }, enough: true })
    expect(first?.remedies.map(({ kind }) => kind)).toContain('missing-answer')
    expect(report.definitions.cost?.zh).toMatch(/。$/)
  })

  it('groups what a person found to be about none of the needs, and can be asked for one channel', async () => {
    for (let i = 0; i < 6; i++) await writes(`e${i}`, `Could you engrave ${i + 1} rings for me?`)
    for (let i = 0; i < 6; i++) {
      await company.store.labels.putFirstCheck({
        conversationId: `e${i}`,
        seq: 1,
        at: now,
        source: 'check',
        meant: { kind: 'none' },
      })
    }
    const report = await read()
    expect(report.uncovered).toEqual({ messages: 6, grouped: 6, newestOnly: false })
    const group = report.largest.find(({ about }) => about.kind === 'cluster')
    expect(group).toMatchObject({ about: { kind: 'cluster', language: 'en' }, messages: 6, enough: true })
    expect(group?.remedies).toMatchObject([{ kind: 'no-need', evidence: { numerator: 6, denominator: 6 } }])
    expect(group?.about.kind === 'cluster' && group.about.examples).toHaveLength(3)
    expect(await (await as('zoe', 'manager')).get('/api/gap?channel=teams')).toMatchObject({
      json: { total: { turns: 0 }, uncovered: { messages: 0 } },
    })
  })
})
