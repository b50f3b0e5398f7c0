import { join } from 'node:path'
import type { Browser, BrowserContext, Page, Route } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ensurePages, PAGES_DIR } from '../../bot/pages/ensure-pages.ts'
import { HOUR_MS, type Role } from '../../domain/index.ts'
import { openStore, type Store } from '../../store/index.ts'
import { type Company, openCompany } from '../contract/channels/company.ts'
import { CORNER_SHOP_MIND } from '../contract/channels/corner-shop.ts'
import { hire, signIn } from '../contract/channels/staff.ts'
import { accessibilityProblems, clippedTexts, hasBrowser, launchBrowser } from '../support/browser.ts'

const PICTURES = process.env.CANDOR_PICTURES
const PHONE = { width: 390, height: 844 }
const EN_CALL = { language: 'en', marker: 'en-will.call' } as const
const WIDE = { width: 1280, height: 800 }

describe.skipIf(!hasBrowser)('promises, in a real browser', () => {
  let browser: Browser
  let store: Store
  let company: Company
  let contexts: BrowserContext[]
  let laterMs: number

  beforeAll(async () => {
    await ensurePages(() => {})
    browser = await launchBrowser()
  })
  afterAll(() => browser?.close())
  beforeEach(async () => {
    contexts = []
    laterMs = 0
    store = await openStore(':memory:')
    const mind = CORNER_SHOP_MIND
    const clock = { now: () => Date.now() + laterMs }
    company = await openCompany({ store, clock, mind, config: { webRoot: PAGES_DIR } })
  })
  afterEach(async () => {
    for (const context of contexts) await context.close()
    await company?.stop()
    await store?.close()
  })

  async function newPage(locale: string, viewport = WIDE, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
    const context = await browser.newContext({ locale, viewport, colorScheme })
    contexts.push(context)
    const page = await context.newPage()
    if (laterMs < 0) await page.clock.setFixedTime(Date.now() + laterMs)
    return page
  }
  async function staff(
    name: string,
    role: Role,
    path: string,
    locale = 'en-US',
    viewport = WIDE,
    scheme: 'light' | 'dark' = 'light',
  ): Promise<Page> {
    const page = await newPage(locale, viewport, scheme)
    const { cookie } = await signIn(company, await hire(company, name, role))
    const [key = '', value = ''] = cookie.split('=')
    await page.context().addCookies([{ name: key, value, url: company.url }])
    await page.goto(`${company.url}${path}`)
    return page
  }
  async function customer(locale: string, asks: string, viewport = PHONE): Promise<Page> {
    const page = await newPage(locale, viewport)
    await page.goto(`${company.url}/chat`)
    await page.locator('.composer textarea').fill(asks)
    await page.locator('.composer textarea').press('Enter')
    await page.locator('.line[data-from="bot"]').first().waitFor()
    return page
  }
  async function accepts(desk: Page): Promise<void> {
    await desk
      .getByRole('button', { name: /^(Accept|接入)/ })
      .first()
      .click()
    await desk.locator('.reply textarea').waitFor()
  }
  async function picture(page: Page, name: string): Promise<void> {
    if (PICTURES !== undefined) await page.screenshot({ path: join(PICTURES, `${name}.png`) })
  }
  /** @param scrolls it has a table that scrolls sideways */
  async function looksWell(page: Page, scrolls = false): Promise<void> {
    expect(await accessibilityProblems(page)).toEqual([])
    if (!scrolls) expect(await clippedTexts(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  }

  it('are proposed to the agent who has just made one, kept by a key, and seen by the customer until they are done', async () => {
    const chat = await customer('en-US', 'human please')
    const desk = await staff('Mira', 'agent', '/desk')
    await accepts(desk)
    await desk.locator('.reply textarea').fill('I will call you back within 24 hours.')
    await desk.keyboard.press('Enter')
    await desk.getByText('Keep track of this promise?').waitFor()
    // Writing goes on meanwhile.
    expect(await desk.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA')
    await picture(desk, 'desk-proposal')
    await looksWell(desk)
    await desk.keyboard.press('Alt+y')
    await desk.getByText('The promise is kept track of. The customer is told until when.').waitFor()
    await desk.getByText('Keep track of this promise?').waitFor({ state: 'detached' })

    await chat.getByText(/Noted as our promise to you/).waitFor()
    const mine = chat.getByText('What we promised you (1 open)')
    await mine.focus()
    await chat.keyboard.press('Enter')
    await chat.locator('.my-promises li').getByText('we are on it').first().waitFor()
    await picture(chat, 'chat-promises')
    await looksWell(chat)

    await desk.keyboard.press('Escape')
    await desk.keyboard.press('d')
    await desk.getByRole('button', { name: 'Mine and nobody’s' }).click()
    const line = desk.locator('.desk-side .promise')
    await line.getByText('with you').waitFor()
    await picture(desk, 'desk-promises')
    await looksWell(desk)
    await line.getByRole('button', { name: /^Done:/ }).click()
    await chat.getByText(/Done in time: /).waitFor()
    const called = chat.locator('.my-promises li').filter({ hasText: 'I will call you back' })
    await called.getByText('done in time').waitFor()
    await desk.getByRole('button', { name: 'Undo' }).click()
    await chat.getByText(/mistake on our side/).waitFor()
    await line.getByRole('button', { name: /^New time:/ }).click()
    await desk.getByRole('dialog').getByLabel('New time').fill('2099-01-01T10:00')
    await desk.getByRole('button', { name: 'Save' }).click()
    await desk.locator('.desk-said .problem').waitFor()
    await line.getByRole('button', { name: /^Take back:/ }).click()
    await picture(desk, 'desk-take-back')
    await looksWell(desk)
    await desk.getByLabel('Reason, as the customer reads it').fill('The line is down until Monday.')
    await desk.getByRole('button', { name: 'Save' }).click()
    await chat.getByText(/The reason: The line is down until Monday\./).waitFor()
    await called.getByText('not kept: we are sorry').waitFor()
  })

  it('that one message makes are each kept track of, however fast they are accepted, and proposed again where that fails', async () => {
    await customer('en-US', 'human please')
    const id = (await store.escalations.waiting(1, 1))[0]?.conversationId ?? ''
    const desk = await staff('Mira', 'agent', '/desk')
    await accepts(desk)
    const made = async () =>
      (await store.promises.ofConversation(id)).filter(({ what }) => /invoice|call/.test(what ?? ''))
    const verdicts = async () => (await store.promiseVerdicts.ofConversation(id)).map(({ verdict }) => verdict)
    await desk.route('**/promises', (route) => route.abort())
    await desk
      .locator('.reply textarea')
      .fill('I will call you within 24 hours. We will send you the invoice by tomorrow.')
    await desk.keyboard.press('Enter')
    const proposal = desk.locator('.promise-proposal')
    await proposal.waitFor()
    await desk.keyboard.press('Alt+y')
    await desk.locator('.desk-said .problem').waitFor()
    await proposal.getByText(/call you/).waitFor()
    expect(await verdicts()).toEqual([])

    // Changed, and then rather not: it still waits for its answer.
    await desk.keyboard.press('Alt+c')
    await desk.getByRole('dialog').waitFor()
    await desk.keyboard.press('Escape')
    await desk.getByRole('dialog').waitFor({ state: 'detached' })
    await proposal.getByText(/call you/).waitFor()

    // The second is accepted while the first is still on its way.
    const held: Route[] = []
    await desk.unroute('**/promises')
    await desk.route('**/promises', (route) => {
      if (route.request().method() === 'POST') held.push(route)
      else return route.continue()
    })
    await desk.keyboard.press('Alt+y')
    await proposal.getByText(/invoice/).waitFor()
    await desk.keyboard.press('Alt+y')
    await proposal.waitFor({ state: 'detached' })
    await expect.poll(() => held.length).toBe(2)
    for (const route of held) await route.continue()
    await expect.poll(async () => (await made()).length).toBe(2)
    await expect.poll(verdicts).toEqual(['accepted', 'accepted'])
  })

  it('are made by hand, late in the list of all, and excused in the customer’s language, on a phone', async () => {
    const chat = await customer('zh-CN', '转人工')
    const desk = await staff('小林', 'agent', '/desk', 'zh-CN', PHONE)
    await accepts(desk)
    await desk.keyboard.press('Escape')
    await desk.keyboard.press('m')
    await desk
      .getByLabel('承诺内容（用客户的语言）')
      .or(desk.getByLabel('承诺内容（用顾客的语言）'))
      .fill('核实退款进度')
    const tomorrow = new Date(Date.now() + 30 * HOUR_MS)
    const local = new Date(tomorrow.getTime() - tomorrow.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
    await desk.getByLabel('最晚时间').fill(local)
    await picture(desk, 'desk-make-zh-phone')
    await looksWell(desk)
    await desk.getByRole('button', { name: '保存' }).click()
    await chat.getByText(/已记为我们对您的承诺：“核实退款进度”/).waitFor()

    laterMs = 31 * HOUR_MS
    const [promise] = await store.promises.open(1)
    await company.conversations.watchPromises(promise?.conversationId ?? '')
    await chat.getByText(/非常抱歉：我们答应最晚/).waitFor()
    await chat.getByText('我们对您的承诺（2 项未完成）').click()
    await chat.locator('.my-promises li').getByText('已逾期，非常抱歉').first().waitFor()
    await picture(chat, 'chat-late-zh')
    await looksWell(chat)
    // Who signed in yesterday has to do so again.
    const colleague = await staff('小王', 'agent', '/desk', 'zh-CN', PHONE)
    await colleague.getByRole('button', { name: /^承诺/ }).click()
    await colleague.locator('.promise[data-overdue="true"]').getByText('核实退款进度').waitFor()
    await picture(colleague, 'desk-promises-zh-phone')
    await looksWell(colleague)
  })

  it('are asked about when only the customer can tell, also after the conversation is closed', async () => {
    const chat = await customer('en-US', 'human please')
    const conversationId = (await store.escalations.waiting(1, 1))[0]?.conversationId ?? ''
    const agent = await hire(company, 'Noa', 'agent')
    await company.conversations.accept((await store.escalations.waiting(1, 1))[0]?.id ?? '', agent)
    await company.conversations.makePromise(conversationId, agent, {
      what: 'The parcel reaches you',
      dueAt: Date.now() + HOUR_MS,
      toldBy: 'customer',
    })
    await company.conversations.resolve(conversationId, agent, { outcome: 'resolved' })
    laterMs = 2 * HOUR_MS
    await company.conversations.watchPromises(conversationId)
    await chat.getByText(/Has it happened\?/).waitFor()
    await picture(chat, 'chat-asked')
    await chat.getByRole('button', { name: 'No, not yet' }).click()
    await chat.getByText(/sorry that we did not keep our word/).waitFor()
    await chat.getByRole('button', { name: 'Talk to a person' }).first().waitFor()
    expect(await store.promises.open(1)).toMatchObject([{ toldBy: 'staff', brokenAt: expect.any(Number) }])
    await looksWell(chat)
  })

  it.each([
    ['en-US', WIDE, 'human please', 'I will call you at 3 am tomorrow.', /promises something by/],
    ['zh-CN', PHONE, '转人工', '我们明天凌晨给您回电。', /作出了承诺/],
  ])('are told of before they are sent, out of the way: %s', async (locale, viewport, asks, text, told) => {
    await customer(locale, asks)
    const [waiting] = await store.promises.open(1)
    const id = waiting?.conversationId ?? ''
    const desk = await staff('Mira', 'agent', '/desk', locale, viewport)
    await accepts(desk)
    const ahead = desk.locator('.promise-ahead')
    expect(await ahead.getAttribute('role')).toBe('status')
    const listened = desk.waitForResponse('**/promise-proposals')
    await desk.locator('.reply textarea').fill(locale === 'zh-CN' ? '请稍等。' : 'One moment, please.')
    expect(await (await listened).json()).toEqual({ proposals: [] })
    expect(await ahead.textContent()).toBe('')
    await desk.locator('.reply textarea').fill(text)
    await ahead.getByText(told).waitFor()
    // The shop never closes; one that does says so.
    const closed = { what: text, dueAt: Date.now() + HOUR_MS, closed: true }
    await desk.route('**/promise-proposals', (route) => route.fulfill({ json: { proposals: [closed] } }))
    await desk.locator('.reply textarea').fill(`${text} OK.`)
    await ahead.getByText(/We are closed then|届时不在营业时间内/).waitFor()
    for (const size of [WIDE, PHONE]) {
      await desk.setViewportSize(size)
      await ahead.waitFor()
      await picture(desk, `promise-ahead-${locale}-${size.width}`)
      await looksWell(desk)
    }
    await desk.unroute('**/promise-proposals')
    expect(await desk.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA')
    await desk.keyboard.press('Enter')
    await desk.locator('.promise-proposal').waitFor()
    await expect.poll(() => ahead.textContent()).toBe('')
    await desk.keyboard.press('Alt+n')
    await expect
      .poll(async () => (await store.promiseVerdicts.ofConversation(id)).map(({ verdict }) => verdict))
      .toEqual(['refused'])
  })

  it('that are refused again and again are shown to managers, who let them be proposed again', async () => {
    await company.conversations.receive({
      ...{ conversationId: 'c', channel: 'web', customer: { id: 'dl_cy' }, text: 'human please' },
    })
    for (let seq = 1; seq <= 20; seq++) {
      const said = { conversationId: 'c', seq, position: 0, at: Date.now(), agentId: 'noa', text: '3天到账' }
      const rule = seq <= 14 ? ({ language: 'zh', marker: 'zh-present.refund' } as const) : EN_CALL
      await store.promiseVerdicts.putFirst({ ...said, ...rule, verdict: seq <= 14 ? 'refused' : 'accepted' })
    }
    const boss = await staff('Boss', 'manager', '/trust#promises')
    const panel = boss.getByTestId('hearing')
    await panel
      .getByText(/^0 of 14/)
      .first()
      .waitFor()
    await panel.scrollIntoViewIfNeeded()
    await picture(boss, 'hearing-en-1280')
    await looksWell(boss, true)
    const chinese = await staff('Chef', 'manager', '/trust#promises', 'zh-CN', PHONE, 'dark')
    await chinese.getByTestId('hearing').getByText('暂停').waitFor()
    await chinese.getByTestId('hearing').scrollIntoViewIfNeeded()
    await picture(chinese, 'hearing-zh-390')
    await looksWell(chinese, true)
    await panel.getByRole('button', { name: /^Propose again: Chinese/ }).focus()
    await boss.keyboard.press('Enter')
    await panel.getByText(/^Proposed again from now on/).waitFor()
    expect(await panel.getByRole('button', { name: /^Propose again/ }).count()).toBe(0)
  })

  it('are shown to managers by week and by whose word it was, in both languages', async () => {
    // In the middle of a day, by every clock.
    const noon = Date.UTC(2026, 10, 18, 6)
    laterMs = noon - Date.now()
    const conversationId = 'c'
    const customer = { id: 'dl_cy' }
    await company.conversations.receive({ conversationId, channel: 'web', customer, text: 'human please' })
    const agent = await hire(company, 'Noa', 'agent')
    await company.conversations.accept((await store.escalations.waiting(1))[0]?.id ?? '', agent)
    for (const [what, hours] of [
      ['A call', 1],
      ['A letter', 2],
      ['A refund', 3],
    ] as const)
      await company.conversations.makePromise(conversationId, agent, { what, dueAt: noon + hours * HOUR_MS })
    const [first] = (await store.promises.ofConversation(conversationId)).filter(({ what }) => what === 'A call')
    await company.conversations.promiseDone(first?.id ?? '', agent)
    laterMs += 2.5 * HOUR_MS
    const report = await staff('Boss', 'manager', '/trust#promises')
    await report.getByTestId('tile-promises-kept').waitFor()
    await report.getByRole('cell', { name: '1 of 2' }).waitFor()
    await picture(report, 'trust-promises')
    await looksWell(report)
    const chinese = await staff('Chef', 'manager', '/trust#promises', 'zh-CN', PHONE, 'dark')
    await chinese.getByRole('rowheader', { name: 'Noa' }).waitFor()
    await picture(chinese, 'trust-promises-zh-phone')
    await looksWell(chinese, true)
  })
})
