import { describe, expect, onTestFinished, test } from 'vitest'
import type { TransparencyPage } from '../../../../bot/http/api.ts'
import { buildTransparencyPage, makeRelease } from '../../../../bot/transparency/index.ts'
import { fixedClock } from '../../../../domain/index.ts'
import { newToken } from '../../../contract/channels/channel-under-test.ts'
import { openCompany } from '../../../contract/channels/company.ts'
import { CORNER_SHOP, CORNER_SHOP_MIND } from '../../../contract/channels/corner-shop.ts'
import { call } from '../../../contract/channels/http-call.ts'
import { live, publicMonth } from '../../../support/public-month.ts'
import { seededBytes } from '../../../support/seeded-bytes.ts'

const NOW = Date.UTC(2026, 10, 22)
const IN_OCTOBER = Date.UTC(2026, 9, 14, 12)
const SEPTEMBER = { from: Date.UTC(2026, 8, 1), to: Date.UTC(2026, 9, 1) }
const OCTOBER = { from: SEPTEMBER.to, to: Date.UTC(2026, 10, 1) }
const PATH = '/api/transparency'

async function company(customers = 400) {
  const clock = fixedClock(NOW)
  const opened = await openCompany({ clock })
  onTestFinished(() => opened.stop())
  await live(opened.store, publicMonth(customers, 4), IN_OCTOBER)
  const settings = CORNER_SHOP_MIND.policy.publicPage
  const release = (seed: number, at = clock.now()) =>
    makeRelease(
      { store: opened.store, settings, timeZone: CORNER_SHOP.timeZone, clock: fixedClock(at) },
      seededBytes(seed),
    )
  return { ...opened, release }
}

async function pageOf(url: string): Promise<TransparencyPage> {
  return (await call(url, PATH)).json as unknown as TransparencyPage
}

describe('GET /api/transparency', () => {
  test('says what the company promises before any figures are there, and that they are on their way', async () => {
    const { url } = await company(0)
    const page = await pageOf(url)
    expect(page.company).toEqual({ en: 'Corner Shop', zh: '街角小店' })
    expect(page.facts.languages).toEqual(CORNER_SHOP.languages)
    expect(page.releases).toEqual([])
    expect(page.missing).toEqual({ firstDay: '2026-10-01', lastDay: '2026-10-31', why: 'soon' })
  })

  test('gives the figures of the last month with interval and n', async () => {
    const { url, release } = await company()
    expect(await release(1)).toBe(true)
    const page = await pageOf(url)
    expect(page.missing).toBeUndefined()
    const [october] = page.releases
    expect(october).toMatchObject({ firstDay: '2026-10-01', lastDay: '2026-10-31', every: 'month' })
    const alone = october?.figures.botAlone
    expect(alone).toMatchObject({ kind: 'share' })
    if (alone && 'share' in alone) {
      expect(alone.low).toBeLessThan(0.65)
      expect(alone.high).toBeGreaterThan(0.65)
      expect(Math.abs(alone.n - 400)).toBeLessThan(120)
    }
  })

  test('is the same bytes for everybody, whatever is asked, until the next release', async () => {
    const { url, release, store } = await company()
    await release(1)
    const first = await call(url, PATH)
    expect(first.headers).toMatchObject({ 'cache-control': 'public, max-age=300' })
    expect(first.headers['set-cookie']).toBeUndefined()
    const askedAgain = [
      ...Array.from({ length: 20 }, () => ({ path: PATH, headers: {} })),
      ...['?channel=web', '?need=refund', '?from=2026-10-14&to=2026-10-14', '?lang=zh', '?customer=customer-3'].map(
        (query) => ({ path: PATH + query, headers: {} }),
      ),
      { path: PATH, headers: { 'accept-language': 'zh-CN' } },
      { path: PATH, headers: { cookie: 'candor_session=x', authorization: `Bearer ${(await newToken(url)).token}` } },
    ]
    for (const { path, headers } of askedAgain) expect((await call(url, path, { headers })).text).toBe(first.text)
    // One who was not in the record acts, in the released month and now; and the sweep comes again.
    await live(store, [{ customer: 'late', calledPerson: true, promiseKept: false, rating: 1 }], IN_OCTOBER)
    await live(store, [{ customer: 'later', calledPerson: true, promiseKept: false, rating: 1 }], NOW)
    expect(await release(2)).toBe(false)
    expect((await call(url, PATH)).text).toBe(first.text)
    const etag = String(first.headers.etag)
    expect(await call(url, PATH, { headers: { 'if-none-match': etag } })).toMatchObject({ status: 304, text: '' })
  })

  test('says why figures are missing when the budget is spent, and keeps the last ones with their dates', async () => {
    const { url, release, store } = await company()
    const cost = { quarter: '2026-Q4', epsilonMicros: 900_000, budgetMicros: 1_000_000 }
    await release(1, Date.UTC(2026, 9, 3))
    expect((await pageOf(url)).releases[0]).toMatchObject({ firstDay: '2026-09-01' })
    await store.releases.publish(
      { period: 'other', ...SEPTEMBER, to: SEPTEMBER.from + 1, at: 1, body: JSON.stringify({}) },
      cost,
    )
    expect(await release(2)).toBe(false)
    const page = await pageOf(url)
    expect(page.missing).toEqual({ firstDay: '2026-10-01', lastDay: '2026-10-31', why: 'budget-spent' })
    expect(page.releases[0]).toMatchObject({ firstDay: '2026-09-01', lastDay: '2026-09-30' })
  })

  test('says that figures were taken down, and does not make them again', async () => {
    const { url, release, store } = await company()
    const cost = { quarter: '2026-Q4', epsilonMicros: 1, budgetMicros: 1_000_000 }
    const gone = { ...store, releases: { ...store.releases, latest: async () => [] } }
    await store.releases.publish({ period: '2026-10', ...OCTOBER, at: 1, body: '{}' }, cost)
    expect(await release(1)).toBe(false)
    const page = await buildTransparencyPage(gone, CORNER_SHOP, CORNER_SHOP_MIND.policy, fixedClock(NOW))
    expect(page).toMatchObject({ releases: [], missing: { firstDay: '2026-10-01', why: 'taken-down' } })
    expect((await call(url, PATH)).status).toBe(200)
  })

  test('leaves the facts and no figures where the policy wants none', async () => {
    const { store, release } = await company()
    await release(1)
    const publicPage = { ...CORNER_SHOP_MIND.policy.publicPage, epsilonPerQuarter: 0 }
    const off = { ...CORNER_SHOP_MIND.policy, publicPage }
    const page = await buildTransparencyPage(store, CORNER_SHOP, off, fixedClock(NOW))
    expect(page).toMatchObject({ releases: [], privacy: { isOff: true } })
    expect(page.missing).toBeUndefined()
    expect(page.facts.hours.answerWithinHours).toBe(4)
  })
})

describe('what else is open to everybody', () => {
  test('holds no number that grows with what customers do', async () => {
    const { url, store } = await company(0)
    const open = ['/api/chat/config', '/api/help', '/healthz', '/readyz', PATH]
    const before = await Promise.all(open.map((path) => call(url, path)))
    await live(store, publicMonth(60, 9), IN_OCTOBER)
    const after = await Promise.all(open.map((path) => call(url, path)))
    for (const [index, answer] of after.entries()) expect(answer.text).toBe(before[index]?.text)
  })
})
