import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SatisfactionReport } from '../../../../bot/http/api.ts'
import type { Role } from '../../../../domain/index.ts'
import { ANNA, type Company, openCompany } from '../../../contract/channels/company.ts'
import { call, refusal } from '../../../contract/channels/http-call.ts'
import { hire, signIn } from '../../../contract/channels/staff.ts'

/** A Sunday evening in Shanghai, where the corner shop is: Sunday noon in UTC. */
const SUNDAY = Date.UTC(2026, 10, 22, 12)
const HOUR = 3_600_000
const DAY = 24 * HOUR

let company: Company
let now: number
beforeEach(async () => {
  now = SUNDAY
  company = await openCompany({ clock: { now: () => now } })
  await company.store.people.add(ANNA)
})
afterEach(() => company.stop())

const as = async (name: string, role: Role) => signIn(company, await hire(company, name, role))

let managers = 0
async function read(query = ''): Promise<SatisfactionReport> {
  const answer = await (await as(`manager-${managers++}`, 'manager')).get(`/api/satisfaction${query}`)
  expect(answer.status).toBe(200)
  return answer.json as unknown as SatisfactionReport
}

async function writes(conversationId: string, text: string): Promise<void> {
  now += 1_000
  await company.conversations.receive({
    conversationId,
    channel: 'web',
    customer: { id: `of-${conversationId}` },
    text,
  })
}

/** The bot answers, and the customer writes no more. @returns id of the survey */
async function servedByBot(conversationId: string): Promise<string> {
  await writes(conversationId, 'When do you open?')
  now += 2 * HOUR
  await company.conversations.closeIdle(conversationId, now)
  return askedLast(conversationId)
}

/** The customer asks for a person, who resolves it. @returns id of the survey */
async function servedByAnna(conversationId: string, outcome: 'resolved' | 'spam' = 'resolved'): Promise<string> {
  await writes(conversationId, 'A human please')
  const escalationId = (await company.store.conversations.get(conversationId))?.escalationId ?? ''
  await company.conversations.accept(escalationId, ANNA)
  await company.conversations.say(conversationId, ANNA, 'I have seen to it.')
  now += HOUR
  await company.conversations.resolve(conversationId, ANNA, { outcome })
  return askedLast(conversationId)
}

async function askedLast(conversationId: string): Promise<string> {
  const said = await company.store.conversations.messages(conversationId, 0, 100)
  return said.flatMap(({ body }) => (body.kind === 'survey' ? [body.surveyId] : [])).at(-1) ?? ''
}

async function rates(conversationId: string, surveyId: string, rating: number): Promise<void> {
  now += 1_000
  await company.conversations.receive({
    ...{ conversationId, channel: 'web', customer: { id: `of-${conversationId}` }, text: '' },
    survey: { surveyId, rating, resolved: rating > 2 },
  })
}

const shares = ({ bot, agent }: SatisfactionReport['csat']) =>
  [bot, agent].map(({ satisfied, response }) => [
    `${satisfied.numerator}/${satisfied.denominator}`,
    `${response.numerator}/${response.denominator}`,
  ])

describe('the report on satisfaction', () => {
  it('is for managers and administrators, over days that are a range', async () => {
    expect(refusal(await call(company.url, '/api/satisfaction'))).toEqual({ status: 401, code: 'SIGN_IN_NEEDED' })
    expect(refusal(await (await as('ben', 'agent')).get('/api/satisfaction'))).toEqual({
      status: 403,
      code: 'FORBIDDEN',
    })
    const admin = await as('ada', 'administrator')
    expect(refusal(await admin.get('/api/satisfaction?from=2026-11-02&to=2026-11-01')).code).toBe('PERIOD_INVALID')
  })

  it('of nothing is empty, and claims nothing', async () => {
    const report = await read()
    expect(report).toMatchObject({
      from: '2026-10-24',
      to: '2026-11-22',
      sent: 0,
      needs: [],
      agents: [],
      questions: [],
    })
    for (const subject of ['bot', 'agent'] as const) {
      expect(report.csat[subject]).toMatchObject({
        satisfied: { value: null },
        response: { value: null },
        mean: { n: 0 },
      })
      expect(report.readings[subject]).toMatchObject({ bounds: null, weighted: { kind: 'unknown' } })
      expect(report.nps[subject].nps.value).toBeNull()
    }
  })

  it('counts a rating of the bot for no agent, also when an agent served the same conversation later', async () => {
    await rates('c', await servedByBot('c'), 5)
    now += DAY
    await rates('c', await servedByAnna('c'), 1)
    await rates('d', await servedByBot('d'), 4)
    const report = await read()
    expect(shares(report.csat)).toEqual([
      ['2/2', '2/2'],
      ['0/1', '1/1'],
    ])
    expect(
      report.agents.map(({ id, title, agent }) => [id, title?.en, agent.satisfied.numerator, agent.mean.mean]),
    ).toEqual([['anna', 'Anna', 0, 1]])
    expect(report.models.map(({ id, bot, agent }) => [id, bot.mean.n, agent.mean.n])).toEqual([['words', 2, 0]])
    expect(report.needs.find(({ id }) => id === 'opening-hours')?.bot.mean).toMatchObject({ n: 2, mean: 4.5 })
  })

  it('counts an answer that comes after a reopening for the resolution it was asked about, and each survey once', async () => {
    const aboutBot = await servedByBot('c')
    now += HOUR
    const aboutAnna = await servedByAnna('c')
    expect(aboutAnna).not.toBe(aboutBot)
    await rates('c', aboutBot, 2)
    const report = await read()
    expect(shares(report.csat)).toEqual([
      ['0/1', '1/1'],
      ['0/0', '0/1'],
    ])
    expect(report.agents).toMatchObject([{ id: 'anna', agent: { open: 1, mean: { n: 0 } } }])
    expect(report.questions).toMatchObject([{ form: 'csat', answers: 1 }])
  })

  it('has no rate over 100 %: an answer counts on the day when it was asked for, as the survey does', async () => {
    now = SUNDAY - 2 * DAY
    const asked = await servedByBot('c')
    now = SUNDAY
    await rates('c', asked, 5)
    await servedByBot('d')
    expect(shares((await read('?from=2026-11-22&to=2026-11-22')).csat)[0]).toEqual(['0/0', '0/1'])
    expect(shares((await read('?from=2026-11-20&to=2026-11-20')).csat)[0]).toEqual(['1/1', '1/1'])
    const whole = await read()
    expect(shares(whole.csat)[0]).toEqual(['1/1', '1/2'])
    expect(whole.weeks.map(({ bot }) => bot.response.denominator)).toEqual([0, 0, 0, 0, 2])
    expect(shares((await read('?channel=teams')).csat)[0]).toEqual(['0/0', '0/0'])
  })

  it('says who was not asked, and why', async () => {
    await servedByAnna('c')
    await servedByAnna('d', 'spam')
    const { sent, notAsked } = await read()
    expect(sent).toBe(1)
    expect(notAsked).toEqual([{ reason: 'spam', count: 1 }])
    expect((await read('?channel=teams')).notAsked).toEqual([])
  })

  it('tells what the questions are worth from the answers, and reads no comment', async () => {
    for (const id of ['c', 'd']) {
      const surveyId = await servedByBot(id)
      await company.conversations.receive({
        ...{ conversationId: id, channel: 'web', customer: { id: `of-${id}` }, text: '' },
        survey: { surveyId, rating: 4, ...(id === 'c' && { comment: 'My number is 555-0100' }) },
      })
    }
    const report = await read()
    expect(report.questions.map(({ form, answers }) => [form, answers])).toEqual([['csat', 2]])
    const skipped = report.questions[0]?.items.map((item) => [item.name, item.skipped.numerator])
    expect(skipped).toEqual([
      ['rating', 0],
      ['resolved', 2],
      ['comment', 1],
    ])
    expect(JSON.stringify(report)).not.toContain('555')
  })

  it('says of every figure what it means, in both languages', async () => {
    const { definitions } = await read()
    for (const { en, zh } of Object.values(definitions)) {
      expect(en).toMatch(/\.$/)
      expect(zh).toMatch(/。$/)
    }
  })
})
