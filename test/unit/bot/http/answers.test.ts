import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AnswerProposals, ChatToken, DeskQueue, PackChange } from '../../../../bot/http/api.ts'
import { addDraftNeed, loadPack } from '../../../../bot/knowledge/index.ts'
import { fixedClock, type Role } from '../../../../domain/index.ts'
import { newToken } from '../../../contract/channels/channel-under-test.ts'
import { type Company, openCompany } from '../../../contract/channels/company.ts'
import { call, refusal } from '../../../contract/channels/http-call.ts'
import { type Desk, hire, signIn } from '../../../contract/channels/staff.ts'
import { packFolder } from '../knowledge/pack-folder.ts'

const clock = fixedClock(Date.UTC(2026, 10, 22, 12))
let company: Company
let packDir: string
let ben: Desk
let manager: Desk
beforeEach(async () => {
  packDir = await packFolder()
  const examples = { en: ['I want to return it', 'send it back'], zh: ['我要退货', '怎么退货'] }
  await addDraftNeed(packDir, { name: 'return-item', title: { en: 'Returns', zh: '退货' }, examples })
  company = await openCompany({ clock, pack: await loadPack(packDir), packDir })
  ben = await as('Ben', 'agent')
  manager = await as('mia', 'manager')
})
afterEach(() => company.stop())

const as = async (name: string, role: Role) => signIn(company, await hire(company, name, role))
const COURIER = 'We send a courier for it on the next working day, please put it in a box.'

async function writes({ conversationId, token }: ChatToken, text: string): Promise<void> {
  await call(company.url, `/v3/directline/conversations/${conversationId}/activities`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: { type: 'message', from: { id: 'me' }, text },
  })
}

/** A customer asks for a person, who answers and resolves it. */
async function answered(text: string): Promise<void> {
  const customer = await newToken(company.url)
  for (const line of ['I want to return it', 'human please']) await writes(customer, line)
  const { waiting } = (await ben.get('/api/desk/queue')).json as unknown as DeskQueue
  await ben.send(`/api/desk/escalations/${waiting[0]?.id}/accept`)
  const at = `/api/desk/conversations/${customer.conversationId}`
  await ben.send(`${at}/messages`, { text, clientId: text })
  await ben.send(`${at}/resolve`, { outcome: 'resolved', trueNeed: 'return-item' })
}

const read = async () => (await manager.get('/api/review/answers')).json as unknown as AnswerProposals
const take = (answer: object) => manager.send('/api/review/answers', answer)

describe('proposed answers', () => {
  it('are for managers and administrators', async () => {
    expect(refusal(await call(company.url, '/api/review/answers'))).toEqual({ status: 401, code: 'SIGN_IN_NEEDED' })
    expect(refusal(await ben.get('/api/review/answers'))).toEqual({ status: 403, code: 'FORBIDDEN' })
    expect((await manager.get('/api/review/answers')).json).toEqual({ proposals: [], writable: true })
  })

  it('are what agents wrote to several customers, and one click takes them into the pack', async () => {
    for (const greeting of ['Hello Kim, ', 'Good morning, ', 'Hi there, ']) await answered(`${greeting}${COURIER}`)
    const [proposal] = (await read()).proposals
    expect(proposal).toMatchObject({
      need: 'return-item',
      title: { en: 'Returns', zh: '退货' },
      language: 'en',
      text: COURIER,
      given: 3,
      because: 'no-answer',
      current: { draft: true },
    })
    const answer = { need: 'return-item', language: 'en', text: COURIER, replaces: proposal?.current.text }
    const change = (await take(answer)).json as unknown as PackChange
    expect(change).toMatchObject({ file: 'needs/return-item.yaml', need: 'return-item' })
    expect(change.changes).toHaveLength(1)
    expect(change.changes[0]).toContain(COURIER)
    const pack = await loadPack(packDir)
    expect(pack.needs.find(({ name }) => name === 'return-item')?.answer.text.en).toBe(COURIER)
    expect((await read()).proposals).toEqual([])

    const [entry] = await company.store.audit.list(1)
    expect(entry).toMatchObject({ actor: 'mia', action: 'answer.replaced', subject: 'return-item' })
    expect(JSON.parse(entry?.detail ?? '')).toMatchObject({ language: 'en', after: COURIER })
    expect(refusal(await take(answer))).toEqual({ status: 409, code: 'ANSWER_CHANGED' })
  })

  it('are not taken with what stands for a name or a number, nor where there is nothing to replace', async () => {
    const answer = { need: 'return-item', language: 'en', text: 'It is [order number], [name].', replaces: '' }
    expect(refusal(await take(answer))).toEqual({ status: 400, code: 'BODY_INVALID' })
    expect(refusal(await take({ ...answer, text: ' ' }))).toEqual({ status: 400, code: 'BODY_INVALID' })
    expect(refusal(await take({ ...answer, text: COURIER, need: 'nothing' }))).toEqual({
      status: 400,
      code: 'NEED_UNKNOWN',
    })
    for (const need of ['../pack', 'needs/refund', ''])
      expect(refusal(await take({ ...answer, text: COURIER, need }))).toEqual({ status: 400, code: 'BODY_INVALID' })
    const text = 'Call {number}, they know.'
    const { answer: now } = (await loadPack(packDir)).needs.find(({ name }) => name === 'refund') ?? {}
    expect(refusal(await take({ ...answer, need: 'refund', text, replaces: now?.text.en })).code).toBe('PACK_INVALID')
  })
})
