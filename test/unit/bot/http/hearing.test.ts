import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ChatToken, DeskPromiseProposal, DeskQueue, HearingReport } from '../../../../bot/http/api.ts'
import { DAY_MS, fixedClock, type PromiseVerdictKind, type Role } from '../../../../domain/index.ts'
import { newToken } from '../../../contract/channels/channel-under-test.ts'
import { type Company, openCompany } from '../../../contract/channels/company.ts'
import { call, refusal } from '../../../contract/channels/http-call.ts'
import { type Desk, hire, signIn } from '../../../contract/channels/staff.ts'

const START = Date.UTC(2026, 10, 23, 10)
const CALL = 'I will call Anna Miller on +49 30 1234567 tomorrow'
const MARKER = 'en-will.call'
/** So many refusals of one wording cannot be chance. */
const ENOUGH = 12

let company: Company
let clock: ReturnType<typeof fixedClock>
beforeEach(async () => {
  clock = fixedClock(START)
  company = await openCompany({ clock })
})
afterEach(() => company.stop())

const as = async (name: string, role: Role = 'agent'): Promise<Desk> => signIn(company, await hire(company, name, role))

/** A customer whom Ben has accepted. */
async function withBen() {
  const customer: ChatToken = await newToken(company.url)
  await call(company.url, `/v3/directline/conversations/${customer.conversationId}/activities`, {
    method: 'POST',
    headers: { authorization: `Bearer ${customer.token}` },
    body: { type: 'message', text: 'human please', from: { id: 'me' } },
  })
  const ben = await as('ben')
  const queue = (await ben.get('/api/desk/queue')).json as unknown as DeskQueue
  await ben.send(`/api/desk/escalations/${queue.waiting[0]?.id}/accept`)
  const path = `/api/desk/conversations/${customer.conversationId}`
  let written = 0
  return {
    ben,
    id: customer.conversationId,
    async writes(text: string): Promise<number> {
      const sent = await ben.send(`${path}/messages`, { text, clientId: `m${written++}` })
      return (sent.json as { message: { seq: number } }).message.seq
    },
    async proposed(text: string): Promise<DeskPromiseProposal[]> {
      return ((await ben.send(`${path}/promise-proposals`, { text })).json as { proposals: DeskPromiseProposal[] })
        .proposals
    },
    says: async (seq: number, what: string, verdict: PromiseVerdictKind, who = ben) =>
      (await who.send(`${path}/promise-verdicts`, { seq, what, verdict })).json,
    verdicts: () => company.store.promiseVerdicts.ofConversation(customer.conversationId),
  }
}

const reportFor = async (manager: Desk) => (await manager.get('/api/hearing')).json as unknown as HearingReport

describe('what an agent says of a promise that was heard', () => {
  it('is kept once, with the rule that heard it and without personal data', async () => {
    const { writes, says, verdicts, id } = await withBen()
    const seq = await writes(`${CALL}. I will send you the invoice on Friday.`)
    const second = 'I will send you the invoice on Friday'
    expect(await says(seq, second, 'refused')).toEqual({ kept: true })
    expect(await says(seq, CALL, 'changed')).toEqual({ kept: true })
    expect(await says(seq, CALL, 'refused')).toEqual({ kept: false })
    const kept = { conversationId: id, seq, agentId: 'ben', language: 'en', at: START }
    expect(await verdicts()).toEqual([
      { ...kept, position: 0, marker: MARKER, verdict: 'changed', text: expect.stringContaining('I will call') },
      { ...kept, position: 1, marker: 'en-will.send', verdict: 'refused', text: second },
    ])
    expect((await verdicts())[0]?.text).not.toContain('1234567')
  })

  it('is not believed of what nobody wrote, and of a colleague’s words', async () => {
    const { writes, says, verdicts } = await withBen()
    const seq = await writes(`${CALL}.`)
    expect(await says(seq, 'I will refund you tomorrow', 'accepted')).toEqual({ kept: false })
    expect(await says(seq - 1, CALL, 'accepted')).toEqual({ kept: false })
    expect(await says(seq + 9, CALL, 'accepted')).toEqual({ kept: false })
    expect(await says(seq, CALL, 'accepted', await as('cy'))).toEqual({ kept: false })
    expect(await verdicts()).toEqual([])
  })

  it('is an answer that there is, to a message that there can be', async () => {
    const { ben, id } = await withBen()
    const said = { what: 'x', verdict: 'refused' }
    // A database counts messages in 32 bits.
    for (const wrong of [{}, { ...said, seq: 1, verdict: 'maybe' }, { ...said, seq: 0 }, { ...said, seq: 2 ** 31 }]) {
      const answer = await ben.send(`/api/desk/conversations/${id}/promise-verdicts`, wrong)
      expect(refusal(answer)).toEqual({ status: 400, code: 'BODY_INVALID' })
    }
  })
})

describe('a wording that agents refuse again and again', () => {
  async function refused(times: number) {
    const met = await withBen()
    for (let i = 0; i < times; i++) {
      const seq = await met.writes(`${CALL}.`)
      await met.says(seq, CALL, 'refused')
    }
    return met
  }

  it('proposes nothing more, others do, and a manager sees it and lets it again', async () => {
    const met = await refused(ENOUGH - 1)
    expect(await met.proposed(CALL)).toHaveLength(1)
    await met.says(await met.writes(`${CALL}.`), CALL, 'refused')
    expect(await met.proposed(CALL)).toEqual([])
    expect(await met.proposed('I will send you the invoice on Friday.')).toHaveLength(1)

    const manager = await as('mia', 'manager')
    const before = await reportFor(manager)
    expect(before.rules).toMatchObject([
      { marker: MARKER, keptBack: true, taken: { numerator: 0, denominator: ENOUGH } },
    ])
    expect(before.languages).toMatchObject([
      { language: 'en', taken: { value: 0, denominator: ENOUGH } },
      { language: 'zh', taken: { value: null } },
    ])
    clock.advance(1)
    const again = await manager.send('/api/hearing/again', { marker: MARKER })
    expect(again.json).toMatchObject({ rules: [{ marker: MARKER, keptBack: false, againAt: START + 1 }] })
    expect(await met.proposed(CALL)).toHaveLength(1)
    expect(await company.store.audit.list(5, { action: 'promises.propose-again', since: START })).toMatchObject([
      { actor: 'mia', subject: MARKER },
    ])
  })

  it('is tried again by itself when the refusals are old', async () => {
    const met = await refused(ENOUGH)
    expect(await met.proposed(CALL)).toEqual([])
    clock.advance(181 * DAY_MS)
    expect((await reportFor(await as('mia', 'manager'))).rules).toEqual([])
    expect(await signedInAgain(met.id)).toHaveLength(1)
  })

  async function signedInAgain(id: string): Promise<DeskPromiseProposal[]> {
    const cy = await as('cy')
    const answer = await cy.send(`/api/desk/conversations/${id}/promise-proposals`, { text: CALL })
    return (answer.json as { proposals: DeskPromiseProposal[] }).proposals
  }

  it('is the managers’ business, and named as the report names it', async () => {
    const ben = await as('ben')
    expect((await ben.get('/api/hearing')).status).toBe(403)
    expect((await ben.send('/api/hearing/again', { marker: MARKER })).status).toBe(403)
    const manager = await as('mia', 'manager')
    expect(refusal(await manager.send('/api/hearing/again', { marker: 'all' }))).toEqual({
      status: 400,
      code: 'BODY_INVALID',
    })
  })
})
