import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { surveyLinks } from '../../../../bot/survey/index.ts'
import { remindSurveys } from '../../../../bot/sweeps/remind-surveys.ts'
import { fixedClock, HOUR_MS } from '../../../../domain/index.ts'
import { type Company, openCompany } from '../../../contract/channels/company.ts'
import { type Connector, openConnector } from '../../../contract/channels/connector.ts'
import { type Answer, call, refusal } from '../../../contract/channels/http-call.ts'

const SECRET = 'a-signing-key-of-this-test-alone-0123456789'
const ID = 'msteams:a:1'

let company: Company
let connector: Connector
let clock: ReturnType<typeof fixedClock>

beforeEach(async () => {
  clock = fixedClock(Date.UTC(2026, 10, 22))
  connector = await openConnector()
  company = await openCompany({
    clock,
    publicUrl: 'https://bot.example',
    config: { secret: SECRET },
  })
  const { policy } = company.mind()
  company.adopt({
    ...company.mind(),
    policy: { ...policy, survey: { ...policy.survey, nps: { share: 1, everyDays: 90 } } },
  })
})
afterEach(async () => {
  await company.stop()
  await connector.stop()
})

const post = (activity: object): Promise<Answer> =>
  call(company.url, '/api/messages', {
    method: 'POST',
    body: {
      type: 'message',
      id: randomUUID(),
      channelId: 'msteams',
      serviceUrl: connector.serviceUrl,
      conversation: { id: 'a:1', conversationType: 'personal' },
      from: { id: '29:1', name: 'Chris', aadObjectId: 'aad-1' },
      recipient: { id: '28:bot', name: 'bot' },
      ...activity,
    },
  })

const api = (token: string, method: 'GET' | 'POST', body?: object): Promise<Answer> =>
  call(company.url, '/api/survey', { method, headers: { authorization: `Bearer ${token}` }, ...(body && { body }) })

/** The customer was answered, and is asked for a recommendation. */
async function asked(): Promise<string> {
  await post({ text: 'when are you open' })
  clock.advance(HOUR_MS)
  await company.conversations.closeIdle(ID, clock.now())
  const said = await company.store.conversations.messages(ID, 0, 100)
  await expect.poll(() => connector.accepted.length).toBe(2)
  return said.flatMap(({ body }) => (body.kind === 'survey' ? [body.surveyId] : []))[0] ?? ''
}

const card = (index: number) => connector.accepted.at(index)?.attachments?.[0]?.content
const answer = (surveyId: string, recommend: string) => post({ value: { candor: 'survey', surveyId, recommend } })

describe('a survey in Teams', () => {
  it('folds a long scale up, and leads to the same on a page', async () => {
    const id = await asked()
    const [scale] = card(-1).body
    expect(scale).toMatchObject({ type: 'Input.ChoiceSet', style: 'compact', isRequired: true })
    expect(scale.choices).toHaveLength(11)
    expect(scale.label).toContain('0 – not at all likely')
    const page = card(-1).actions.find(({ type }: { type: string }) => type === 'Action.OpenUrl')
    const token = page.url.replace('https://bot.example/survey#', '')
    expect(await surveyLinks(SECRET, clock).open(token)).toBe(id)
  })

  it('is answered, and answered anew, each counted once', async () => {
    const id = await asked()
    expect((await answer(id, '3')).status).toBe(200)
    expect((await answer(id, '10')).status).toBe(200)
    expect(await company.store.surveys.responseTo(id)).toMatchObject({ score: 10 })
    await expect.poll(() => connector.accepted.at(-1)?.text).toContain('Your answer is changed.')
  })

  it('that has closed says so to who answers too late, in the company’s time', async () => {
    const id = await asked()
    clock.advance(73 * HOUR_MS)
    expect((await answer(id, '3')).status).toBe(200)
    await expect.poll(() => connector.accepted.at(-1)?.text).toMatch(/^This survey closed on Wednesday,? 25 November/)
    expect(await company.store.surveys.responseTo(id)).toBeUndefined()
  })

  it('is shown once more with its link in the text, once', async () => {
    await asked()
    clock.advance(25 * HOUR_MS)
    const sweep = remindSurveys(company.store, company.conversations, clock, () => company.mind().policy)
    expect([await sweep.run(), await sweep.run()]).toEqual([1, 0])
    await expect.poll(() => connector.accepted.at(-1)?.text).toContain('https://bot.example/survey')
    expect(card(-1).body[0].choices).toHaveLength(11)
  })

  it('takes “do not ask me again” and offers the way back', async () => {
    const surveyId = await asked()
    await post({ value: { candor: 'survey-consent', surveyId, ask: false, recommend: '' } })
    await expect.poll(() => connector.accepted.at(-1)?.text).toContain('we will not ask you')
    const [back] = card(-1).actions
    expect(back.data).toEqual({ candor: 'survey-consent', surveyId, ask: true })
    expect((await company.store.customers.get('msteams:aad-1'))?.surveyConsent).toMatchObject({ kind: 'refused' })
    await post({ value: back.data })
    expect((await company.store.customers.get('msteams:aad-1'))?.surveyConsent).toMatchObject({ kind: 'given' })
  })
})

describe('the link of a survey', () => {
  const tokenOf = async (id: string) => {
    const survey = await company.store.surveys.get(id)
    return (await surveyLinks(SECRET, clock).path(survey ?? { id, expiresAt: 0 })).replace('/survey#', '')
  }

  it('opens that survey and nothing else, and goes the way of every other answer', async () => {
    const id = await asked()
    const token = await tokenOf(id)
    const form = await api(token, 'GET')
    expect(form).toMatchObject({ status: 200, json: { isClosed: false, isRefused: false, language: 'en' } })
    expect(form.json).not.toHaveProperty('answers')
    expect(await api(token, 'POST', { answers: { recommend: '8' } })).toMatchObject({
      json: { answers: { recommend: 8 } },
    })
    await expect.poll(() => connector.accepted.at(-1)?.text).toContain('Thank you.')
    // Who answers by link keeps their name.
    expect(await company.store.customers.get('msteams:aad-1')).toMatchObject({ name: 'Chris' })
    expect(await api(token, 'POST', { ask: false })).toMatchObject({ json: { isRefused: true } })
    const ledger = await company.store.customers.trustEvents('msteams:aad-1')
    expect(ledger.filter(({ cause }) => cause === 'survey-recommend')).toHaveLength(1)
  })

  it.each<[string, number, string, object]>([
    ['outside the scale', 400, 'BODY_INVALID', { answers: { recommend: 11 } }],
    ['of nothing', 400, 'BODY_INVALID', { answers: {} }],
    ['of another shape', 400, 'BODY_INVALID', { answers: { recommend: { a: 1 } } }],
    ['of both at once', 400, 'BODY_INVALID', { ask: true, answers: { recommend: 1 } }],
  ])('refuses an answer %s', async (_what, status, code, body) => {
    const token = await tokenOf(await asked())
    expect(refusal(await api(token, 'POST', body))).toEqual({ status, code })
  })

  it('is good for nothing when it is cut, of another kind, or too old; a closed survey says so', async () => {
    const id = await asked()
    const token = await tokenOf(id)
    for (const bad of ['', token.slice(0, -2), 'x.y.z'])
      expect(refusal(await api(bad, 'GET'))).toEqual({ status: 401, code: 'SURVEY_LINK_INVALID' })
    clock.advance(80 * HOUR_MS)
    expect(await api(token, 'GET')).toMatchObject({ status: 200, json: { isClosed: true } })
    expect(refusal(await api(token, 'POST', { answers: { recommend: 1 } }))).toEqual({
      status: 410,
      code: 'SURVEY_EXPIRED',
    })
    clock.advance(31 * 24 * HOUR_MS)
    expect(refusal(await api(token, 'GET'))).toEqual({ status: 401, code: 'SURVEY_LINK_INVALID' })
  })
})
