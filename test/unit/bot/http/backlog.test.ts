import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Backlog, PackChange } from '../../../../bot/http/api.ts'
import { loadPack } from '../../../../bot/knowledge/index.ts'
import { fixedClock, type Role } from '../../../../domain/index.ts'
import { type Company, openCompany } from '../../../contract/channels/company.ts'
import { call, refusal } from '../../../contract/channels/http-call.ts'
import { type Desk, hire, signIn } from '../../../contract/channels/staff.ts'
import { packFolder } from '../knowledge/pack-folder.ts'

const clock = fixedClock(Date.UTC(2026, 10, 22, 12))
let company: Company
let packDir: string
let manager: Desk
beforeEach(async () => {
  packDir = await packFolder()
  company = await openCompany({ clock, pack: await loadPack(packDir), packDir })
  manager = await as('mia', 'manager')
})
afterEach(() => company.stop())

const as = async (name: string, role: Role) => signIn(company, await hire(company, name, role))
const GIFT = { name: 'engraving', title: { en: 'Engraving', zh: '刻字' } }

let conversations = 0
/** A customer asks for something that a person finds to be about none of the needs. */
async function asksInVain(text: string, customer = `customer-${conversations}`): Promise<void> {
  const conversationId = `c${conversations++}`
  await company.conversations.receive({ conversationId, channel: 'web', customer: { id: customer }, text })
  const label = { conversationId, seq: 1, at: clock.now(), source: 'check', meant: { kind: 'none' } } as const
  await company.store.labels.putFirstCheck(label)
}

async function engravings(count = 6): Promise<void> {
  for (let i = 0; i < count; i++)
    await asksInVain(`Could you engrave ${'abcdefghij'[i]} words on my ring?`, `c${i % 4}`)
}

const read = async (query = '') => (await manager.get(`/api/review/backlog${query}`)).json as unknown as Backlog
const make = (cluster: string, need: object = GIFT) => manager.send('/api/review/backlog', { cluster, ...need })

describe('the backlog', () => {
  it('is for managers and administrators', async () => {
    expect(refusal(await call(company.url, '/api/review/backlog'))).toEqual({ status: 401, code: 'SIGN_IN_NEEDED' })
    const agent = await as('ben', 'agent')
    expect(refusal(await agent.get('/api/review/backlog'))).toEqual({ status: 403, code: 'FORBIDDEN' })
    expect(refusal(await agent.send('/api/review/backlog', { cluster: 'm1', ...GIFT })).code).toBe('FORBIDDEN')
  })

  it('of nothing is empty', async () => {
    expect(await read()).toEqual({
      from: '2026-10-24',
      to: '2026-11-22',
      timeZone: 'Asia/Shanghai',
      items: [],
      uncovered: { messages: 0, grouped: 0, newestOnly: false },
      writable: true,
    })
  })

  it('has what customers ask for again and again, from how many, and what it costs', async () => {
    await engravings()
    const { items, uncovered } = await read()
    expect(uncovered).toEqual({ messages: 6, grouped: 6, newestOnly: false })
    expect(items).toMatchObject([{ language: 'en', messages: 6, customers: 4, handovers: 0 }])
    expect(items[0]?.name).toMatch(/engrav/)
    expect(items[0]?.cost).toBeGreaterThan(0)
    expect(items[0]?.examples).toHaveLength(6)
    expect((await read('?channel=teams')).items).toEqual([])
  })

  it('shows and teaches nothing that tells who wrote it, and nothing twice', async () => {
    const PERSONAL = ['anna.lee@shop.example', '+44 20 7946 0018', 'CD-20481234']
    for (const own of PERSONAL) {
      await asksInVain(`Could you engrave words on my ring? I am Dora Whitfield, ${own}`)
      await asksInVain(`Could you engrave words on my ring? I am Dora Whitfield, thanks, ${own}`)
    }
    const [item] = (await read()).items
    expect(item?.messages).toBe(6)
    expect(item?.examples.length).toBeLessThan(6)
    await make(item?.cluster ?? '')
    const written = await readFile(join(packDir, 'needs/engraving.yaml'), 'utf8')
    for (const own of [...PERSONAL, 'Dora', 'Whitfield']) {
      expect(JSON.stringify(item).toLowerCase()).not.toContain(own.toLowerCase())
      expect(written.toLowerCase()).not.toContain(own.toLowerCase())
    }
  })
})

describe('a need made of a group', () => {
  it('is a draft in the pack with the examples of the group, and the group is no longer backlog', async () => {
    await engravings()
    const [item] = (await read()).items
    const answer = await make(item?.cluster ?? '')
    expect(answer.status).toBe(200)
    expect(answer.json as unknown as PackChange).toEqual({
      file: 'needs/engraving.yaml',
      need: 'engraving',
      changes: ['+ need engraving (Engraving, 刻字): 6 en examples; its answer is a draft'],
    })
    const need = (await loadPack(packDir)).needs.find(({ name }) => name === 'engraving')
    expect(need).toMatchObject({ title: GIFT.title, answer: { draft: true } })
    expect(need?.examples.en).toEqual(item?.examples)
    expect((await read()).items).toEqual([])
  })

  it('leaves out what another need teaches already', async () => {
    await engravings()
    for (const text of ['where is my refund', 'money back please', 'no refund yet']) await asksInVain(text)
    for (const { examples } of (await read()).items) expect(examples).not.toContain('no refund yet')
  })

  it('teaches what was accepted as none of the needs: no example is taken back', async () => {
    const { candidates } = company.store
    await engravings()
    await company.gather()
    for (const { id, version } of await candidates.list({ state: 'pending' }, 100)) {
      await candidates.decide(id, version, { state: 'accepted', by: 'mia', at: clock.now(), meant: { kind: 'none' } })
    }
    const [item] = (await read()).items
    expect((await make(item?.cluster ?? '')).status).toBe(200)
    expect(await candidates.counts()).toMatchObject({ accepted: 6, pending: 0 })
  })

  it('is written down with who made it', async () => {
    await engravings()
    const [item] = (await read()).items
    await make(item?.cluster ?? '')
    const [entry] = await company.store.audit.list(1)
    expect(entry).toMatchObject({ actor: 'mia', action: 'need.drafted', subject: 'engraving' })
    expect(JSON.parse(entry?.detail ?? '')).toMatchObject({ file: 'needs/engraving.yaml', messages: 6 })
  })

  it('can be asked for by any message of the group, so that what came in meanwhile does no harm', async () => {
    await engravings(6)
    const [item] = (await read()).items
    for (let i = 0; i < 4; i++) await asksInVain(`engrave words on my ring please ${'wxyz'[i]}`)
    expect((await make(item?.cluster ?? '')).status).toBe(200)
  })

  it('has to have a name of its own and a group that there is', async () => {
    await engravings()
    const [{ cluster } = { cluster: '' }] = (await read()).items
    expect(refusal(await make('nothing'))).toEqual({ status: 404, code: 'CLUSTER_UNKNOWN' })
    expect(refusal(await make(cluster, { ...GIFT, name: 'refund' }))).toEqual({ status: 409, code: 'NEED_EXISTS' })
    for (const wrong of [
      { name: 'Two Words' },
      { title: {} },
      { title: { en: ' ' } },
      { from: 'today' },
      { more: 1 },
    ]) {
      expect(refusal(await make(cluster, { ...GIFT, ...wrong })).status).toBe(400)
    }
  })
})

describe('a pack that this server cannot write', () => {
  it('is told beforehand', async () => {
    await company.stop()
    company = await openCompany({ clock })
    manager = await as('mia', 'manager')
    expect((await read()).writable).toBe(false)
  })
})

describe('Chinese messages', () => {
  it('have groups of their own', async () => {
    for (const what of ['戒指', '杯子', '项链', '钢笔', '手表', '盒子']) await asksInVain(`可以在${what}上刻字吗`)
    await engravings()
    const { items } = await read()
    expect(items.map(({ language }) => language).toSorted()).toEqual(['en', 'zh'])
    const item = items.find(({ language }) => language === 'zh')
    await make(item?.cluster ?? '')
    const need = (await loadPack(packDir)).needs.find(({ name }) => name === 'engraving')
    expect(need?.examples).toEqual({ en: [], zh: item?.examples })
  })
})
