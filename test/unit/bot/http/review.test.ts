import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CandidateAct, CandidatePage, CandidateView } from '../../../../bot/http/api.ts'
import { fixedClock, type Role } from '../../../../domain/index.ts'
import { newToken } from '../../../contract/channels/channel-under-test.ts'
import { type Company, openCompany } from '../../../contract/channels/company.ts'
import { call, refusal } from '../../../contract/channels/http-call.ts'
import { type Desk, hire, signIn } from '../../../contract/channels/staff.ts'
import { labelled } from '../../../contract/store/sample.ts'

const START = Date.UTC(2026, 10, 22)
const RETURN = { kind: 'need', need: 'return-item' } as const
let clock: ReturnType<typeof fixedClock>
let company: Company
let mia: Desk
beforeEach(async () => {
  clock = fixedClock(START)
  company = await openCompany({ clock })
  mia = await as('mia', 'manager')
})
afterEach(() => company.stop())

const as = async (name: string, role: Role): Promise<Desk> => signIn(company, await hire(company, name, role))

/** A customer of their own writes this; the bot asks back or hands over. @returns the conversation */
async function customerWrites(...texts: string[]): Promise<string> {
  const { conversationId, token } = await newToken(company.url)
  for (const text of texts) {
    clock.advance(1)
    await call(company.url, `/v3/directline/conversations/${conversationId}/activities`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: { type: 'message', text, from: { id: 'me' } },
    })
  }
  return conversationId
}

const page = async (query = '') => (await mia.get(`/api/review/candidates${query}`)).json as unknown as CandidatePage
const act = (of: Pick<CandidateView, 'id' | 'version'>, given: CandidateAct, desk = mia) =>
  desk.send(`/api/review/candidates/${of.id}`, { version: of.version, act: given })

async function gathered(...texts: string[]): Promise<CandidateView[]> {
  for (const text of texts) await customerWrites(text)
  await company.gather()
  return (await page()).candidates
}

async function only(): Promise<CandidateView> {
  const { candidates } = await page()
  const [first, ...others] = candidates
  if (!first || others.length > 0) throw new Error(`there are ${candidates.length} candidates`)
  return first
}

describe('the review', () => {
  it('shows what may be learnt without who wrote it, with what the bot believes and every need', async () => {
    await gathered('My cousin at cy@mail.test is moving house')
    const { candidates, counts, needs, acceptUnreviewed } = await page()
    expect(candidates).toEqual([
      {
        id: expect.any(String),
        language: 'en',
        text: 'My cousin at [e-mail] is moving house',
        state: 'pending',
        version: 1,
        verdicts: [],
        believed: [
          expect.objectContaining({ title: { en: 'Returns', zh: '退货' } }),
          expect.anything(),
          expect.anything(),
        ],
        outOfScope: 0.1,
        proposal: RETURN,
        origins: ['clarified'],
        messages: 1,
        customers: 1,
        lastSeenAt: START + 1,
      },
    ])
    expect(counts).toEqual({ pending: 1, accepted: 0, rejected: 0 })
    expect(needs).toHaveLength(6)
    expect(acceptUnreviewed).toBe('never')
  })

  it('folds the same words of several customers, and says what was said of them', async () => {
    const conversations = [await customerWrites('moving house'), await customerWrites('Moving  house')]
    const meant = { kind: 'none' } as const
    for (const conversationId of conversations) {
      await labelled(company.store, { conversationId, seq: 1, at: START, source: 'agent', meant, by: 'mia' })
    }
    const [first] = conversations
    await labelled(company.store, { conversationId: first ?? '', seq: 1, at: START, source: 'pick', meant: RETURN })
    await company.gather()
    expect(await only()).toMatchObject({
      messages: 2,
      customers: 2,
      verdicts: [
        { source: 'agent', meant, answerWrong: false, count: 2, byName: 'mia' },
        { source: 'pick', meant: RETURN, answerWrong: false, count: 1 },
      ],
    })
    expect(await only()).not.toHaveProperty('proposal')
  })

  it('accepts, changes, rejects and takes back, each with who and when', async () => {
    await gathered('moving house')
    const pending = await only()
    clock.advance(1_000)
    const accepted = (await act(pending, { kind: 'accept', meant: RETURN })).json as unknown as CandidateView
    expect(accepted).toMatchObject({
      state: 'accepted',
      version: 2,
      decided: { meant: RETURN, byName: 'mia', at: clock.now(), use: expect.stringMatching(/^(training|suite)$/) },
    })
    expect((await page()).candidates).toEqual([])
    expect((await page('?state=accepted')).candidates).toEqual([accepted])

    const max = await as('max', 'administrator')
    const changed = (await act(accepted, { kind: 'accept', meant: { kind: 'none' } }, max))
      .json as unknown as CandidateView
    expect(changed.decided).toMatchObject({ meant: { kind: 'none' }, byName: 'max' })
    const rejected = (await act(changed, { kind: 'reject' })).json as unknown as CandidateView
    expect(rejected.decided).toEqual({ byName: 'mia', at: clock.now() })
    expect((await page('?state=rejected')).counts).toEqual({ pending: 0, accepted: 0, rejected: 1 })
    expect((await act(rejected, { kind: 'undo' })).status).toBe(200)
    expect(await only()).toMatchObject({ state: 'pending', version: 5 })
  })

  it('writes down who decided what, with what was decided before', async () => {
    await gathered('moving house')
    const { id } = await only()
    await act({ id, version: 1 }, { kind: 'accept', meant: RETURN })
    await act({ id, version: 2 }, { kind: 'undo' })
    const accepted = { state: 'accepted', by: 'mia', at: clock.now(), meant: RETURN }
    const entries = (await company.store.audit.list(10)).filter(({ subject }) => subject === id)
    expect(entries.map(({ actor, action, detail }) => [actor, action, JSON.parse(detail)])).toEqual([
      ['mia', 'candidate.pending', { before: accepted, after: { state: 'pending' } }],
      ['mia', 'candidate.accepted', { before: { state: 'pending' }, after: accepted }],
    ])
  })

  it('tells the second of two who decided at once, and writes down the first only', async () => {
    await gathered('moving house')
    const candidate = await only()
    const max = await as('max', 'administrator')
    const both = await Promise.all([
      act(candidate, { kind: 'reject' }),
      act(candidate, { kind: 'accept', meant: RETURN }, max),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
    const late = both.find(({ status }) => status === 409)
    expect(late && refusal(late)).toEqual({ status: 409, code: 'CANDIDATE_CHANGED' })
    const entries = (await company.store.audit.list(10)).filter(({ subject }) => subject === candidate.id)
    expect(entries).toHaveLength(1)
  })

  it('shows one language alone where it is asked for', async () => {
    await gathered('moving house', '我要搬家了')
    expect((await page('?language=zh')).candidates.map(({ text }) => text)).toEqual(['我要搬家了'])
    expect((await page('?language=')).candidates).toHaveLength(2)
  })

  it('refuses what is not there, what the pack has not, and what is no act', async () => {
    await gathered('moving house')
    const candidate = await only()
    const post = async (body: object, id = candidate.id) =>
      refusal(await mia.send(`/api/review/candidates/${id}`, body))
    const reject = { kind: 'reject' }
    expect(await post({ version: 1, act: reject }, 'nowhere')).toEqual({ status: 404, code: 'CANDIDATE_UNKNOWN' })
    const gone = { kind: 'accept', meant: { kind: 'need', need: 'gone' } }
    expect(await post({ version: 1, act: gone })).toEqual({ status: 400, code: 'NEED_UNKNOWN' })
    const invalid = { status: 400, code: 'BODY_INVALID' }
    expect(await post({ act: reject })).toEqual(invalid)
    expect(await post({ version: 0, act: reject })).toEqual(invalid)
    expect(await post({ version: 1, act: { kind: 'accept', meant: { kind: 'unclear' } } })).toEqual(invalid)
    expect(await post({ version: 1, act: reject, by: 'boss' })).toEqual(invalid)
    expect(refusal(await mia.get('/api/review/candidates?state=lost'))).toEqual(invalid)
    expect(refusal(await mia.get('/api/review/candidates?language=fr'))).toEqual(invalid)
    expect(await only()).toEqual(candidate)
  })

  it('is not for agents, nor for another site, nor for nobody', async () => {
    await gathered('moving house')
    const candidate = await only()
    expect(refusal(await call(company.url, '/api/review/candidates'))).toEqual({ status: 401, code: 'SIGN_IN_NEEDED' })
    const ben = await as('ben', 'agent')
    expect(refusal(await ben.get('/api/review/candidates'))).toEqual({ status: 403, code: 'FORBIDDEN' })
    expect(refusal(await act(candidate, { kind: 'reject' }, ben))).toEqual({ status: 403, code: 'FORBIDDEN' })
    const forged = await mia.send(
      `/api/review/candidates/${candidate.id}`,
      { version: 1, act: { kind: 'reject' } },
      { headers: { 'x-candor-csrf': 'x' } },
    )
    expect(refusal(forged)).toEqual({ status: 403, code: 'CSRF_MISSING' })
    expect(await only()).toEqual(candidate)
  })
})

describe('the order of what waits', () => {
  it('is that in which labels teach most, with why; what came since is behind it', async () => {
    await company.stop()
    company = await openCompany({
      clock,
      order: async (_, messages) =>
        messages
          .filter(({ text }) => text !== 'too new')
          .map(({ id, text, weight = 0 }) => ({ id, uncertainty: text.length / 100, density: weight, diversity: 1 }))
          .sort((a, b) => b.uncertainty - a.uncertainty),
    })
    mia = await as('mia', 'manager')
    const shown = await gathered('short one', 'rather long, this one', 'too new')
    expect(shown.map(({ text, gain }) => [text, gain])).toEqual([
      ['rather long, this one', { uncertainty: 0.21, density: 1, diversity: 1 }],
      ['short one', { uncertainty: 0.09, density: 1, diversity: 1 }],
      ['too new', undefined],
    ])
  })
})
