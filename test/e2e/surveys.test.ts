import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ensurePages, PAGES_DIR } from '../../bot/pages/ensure-pages.ts'
import type { Policy } from '../../bot/policy/index.ts'
import { surveyLinks } from '../../bot/survey/index.ts'
import { HOUR_MS, systemClock } from '../../domain/index.ts'
import { openStore, type Store } from '../../store/index.ts'
import { type Company, openCompany } from '../contract/channels/company.ts'
import { CORNER_SHOP_MIND } from '../contract/channels/corner-shop.ts'
import { accessibilityProblems, clippedTexts, hasBrowser, launchBrowser } from '../support/browser.ts'
import { openTeams, startPlayground } from '../support/playground.ts'

const PICTURES = process.env.CANDOR_PICTURES
const SECRET = 'a-signing-key-of-this-test-alone-0123456789'
const PHONE = { width: 390, height: 844 }

const OWN: Policy['survey']['own'] = [
  {
    name: 'parcel',
    share: 1,
    items: [
      {
        name: 'packing',
        kind: 'scale',
        from: 1,
        to: 5,
        low: { en: 'badly', zh: '很差' },
        high: { en: 'well', zh: '很好' },
        text: { en: 'How was it packed?', zh: '包装怎么样？' },
        required: true,
      },
      { name: 'onTime', kind: 'yes-no', text: { en: 'Was it on time?', zh: '准时送到了吗？' }, required: false },
    ],
  },
]

describe.skipIf(!hasBrowser)('surveys, in a real browser', () => {
  let browser: Browser
  let store: Store
  let company: Company
  let context: BrowserContext
  let page: Page

  beforeAll(async () => {
    await ensurePages(() => {})
    browser = await launchBrowser()
  })
  afterAll(() => browser?.close())
  beforeEach(async () => {
    store = await openStore(':memory:')
  })
  afterEach(async () => {
    await context?.close()
    await company?.stop()
    await store?.close()
  })

  async function open(
    survey: Partial<Policy['survey']> = {},
    locale = 'en-US',
    viewport = { width: 1280, height: 800 },
  ) {
    const { policy } = CORNER_SHOP_MIND
    const mind = { ...CORNER_SHOP_MIND, policy: { ...policy, survey: { ...policy.survey, ...survey } } }
    company = await openCompany({ store, mind, config: { webRoot: PAGES_DIR, secret: SECRET } })
    context = await browser.newContext({ locale, viewport })
    page = await context.newPage()
  }

  /** The customer asks, the bot answers, and the conversation ends. */
  async function served(label: string, text: string): Promise<string> {
    await page.goto(`${company.url}/chat/`)
    await page.getByLabel(label).fill(text)
    await page.getByLabel(label).press('Enter')
    await page.locator('[data-kind="answer"]').waitFor()
    return ended()
  }

  /** @returns the id of the survey */
  async function ended(): Promise<string> {
    const [id = ''] = await store.conversations.idle(Date.now() + HOUR_MS, 1)
    expect(await company.conversations.closeIdle(id, Date.now() + HOUR_MS)).toBe(true)
    const said = await store.conversations.messages(id, 0, 1000)
    return said.flatMap(({ body }) => (body.kind === 'survey' ? [body.surveyId] : [])).at(-1) ?? ''
  }

  const picture = async (name: string) => {
    if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}.png`) })
  }

  it('are answered on a card, which shows the answer and takes another one', async () => {
    await open()
    const id = await served('Your message', 'when are you open')
    const card = page.getByRole('region', { name: 'How was it?' })
    await card.getByLabel('2 – unhappy').check()
    await card.getByLabel('Anything you want to tell us?').fill('the page was hard to find')
    await picture('card-csat')
    expect(await accessibilityProblems(page)).toEqual([])
    await card.getByRole('button', { name: 'Send' }).click()
    await page.getByText('Rating: 2 of 5, “the page was hard to find”').waitFor()
    expect(await store.surveys.responseTo(id)).toMatchObject({ rating: 2 })

    await page.getByRole('button', { name: 'Change my answer' }).click()
    expect(await card.getByLabel('2 – unhappy').isChecked()).toBe(true)
    expect(await card.getByLabel('Anything you want to tell us?').inputValue()).toBe('the page was hard to find')
    await card.getByLabel('4 – happy').check()
    await picture('card-changing')
    await card.getByRole('button', { name: 'Send' }).click()
    await page.getByText('Rating: 4 of 5, “the page was hard to find”').waitFor()
    await page.getByText('Thank you. Your answer is changed.').waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    await picture('card-changed')
    expect(await store.surveys.responseTo(id)).toMatchObject({ rating: 4 })

    await page.reload()
    await page.getByText('Rating: 4 of 5').waitFor()
    await page.getByRole('button', { name: 'Change my answer' }).waitFor()
  })

  it.each([
    ['nps', { nps: { share: 1, everyDays: 90 } }, 11, '9', 9],
    ['ces', { ces: { share: 1 } }, 7, '6', 6],
  ] as const)(
    'of the form %s fit a phone, and the keyboard alone answers them',
    async (form, survey, points, key, score) => {
      await open(survey, 'zh-CN', PHONE)
      const id = await served('输入消息', '退货怎么办')
      const card = page.getByRole('region')
      await card.getByRole('radio').first().waitFor()
      expect(await card.getByRole('radio').count()).toBe(points)
      await picture(`card-${form}-phone`)
      expect(await clippedTexts(page)).toEqual([])
      expect(await accessibilityProblems(page)).toEqual([])
      await card.getByRole('radio').first().focus()
      await page.keyboard.press('Space')
      const first = form === 'nps' ? 0 : 1
      for (let at = first; at < Number(key); at++) await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Tab')
      await page.keyboard.type('很好找')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await page.getByText(/“很好找”/).waitFor()
      expect(await store.surveys.responseTo(id)).toMatchObject({ score, comment: '很好找' })
      await picture(`card-${form}-answered-phone`)
    },
  )

  it('of the company’s own are a card like every other one', async () => {
    await open({ own: OWN })
    const id = await served('Your message', 'do you deliver')
    const card = page.getByRole('region', { name: 'How was it?' })
    await card.getByRole('button', { name: 'Send' }).click()
    await card.getByText('Please choose one.').waitFor()
    await card.getByLabel('5 – well').check()
    await card.getByLabel('Yes').check()
    await picture('card-own')
    await card.getByRole('button', { name: 'Send' }).click()
    await page.getByText('How was it packed?: 5 of 5, Was it on time?: yes').waitFor()
    expect(await store.surveys.responseTo(id)).toMatchObject({ answers: { packing: 5, onTime: true } })
  })

  it('are not asked again when the customer says so, until they take that back', async () => {
    await open()
    await served('Your message', 'when are you open')
    await page.getByRole('button', { name: 'Do not ask me again' }).click()
    await page.getByText(/we will not ask you for a rating any more/).waitFor()
    await page.getByRole('button', { name: 'You may ask me again' }).waitFor()
    expect(await page.getByRole('button', { name: 'Send', exact: true }).count()).toBe(1)
    await picture('refused')
    await page.getByLabel('Your message').fill('do you deliver')
    await page.getByLabel('Your message').press('Enter')
    await page.getByText('It takes two days.').waitFor()
    await ended()
    expect(await store.surveys.notAsked({ from: 0, to: Date.now() + 1 })).toEqual([{ reason: 'no-consent', count: 1 }])
    await page.getByRole('button', { name: 'You may ask me again' }).click()
    await page.getByText('We may ask you for a rating again.').waitFor()
    await page.getByRole('button', { name: 'Do not ask me again' }).waitFor()
  })

  it('are answered by link without signing in, in both languages, and the chat shows it', async () => {
    await open({ nps: { share: 1, everyDays: 90 } })
    const id = await served('Your message', 'when are you open')
    const survey = await store.surveys.get(id)
    const path = await surveyLinks(SECRET, systemClock).path(survey ?? { id, expiresAt: 0 })
    const phone = await browser.newContext({ viewport: PHONE, locale: 'en-US' })
    const link = await phone.newPage()
    await link.goto(`${company.url}${path}`)
    await link.getByText('How likely are you to recommend us to a friend?').waitFor()
    expect(await clippedTexts(link)).toEqual([])
    expect(await accessibilityProblems(link)).toEqual([])
    if (PICTURES) await link.screenshot({ path: join(PICTURES, 'link-nps-phone.png'), fullPage: true })
    await link.getByRole('button', { name: '中文' }).click()
    await link.getByText('您有多大可能把我们推荐给朋友？').waitFor()
    // A screen reader tells of what is filled in only where it was there before.
    expect(await link.getByRole('status').count()).toBe(2)
    await link.getByLabel('8', { exact: true }).check()
    await link.getByRole('button', { name: '提交' }).click()
    await link.getByText('谢谢，您的回答已保存。').waitFor()
    if (PICTURES) await link.screenshot({ path: join(PICTURES, 'link-answered-zh.png'), fullPage: true })
    expect(await clippedTexts(link)).toEqual([])
    await page.getByText('Would recommend: 8 of 10').waitFor()

    await link.reload()
    await link.getByText('This is your answer as it is now.').waitFor()
    expect(await link.getByLabel('8', { exact: true }).isChecked()).toBe(true)
    await link.getByLabel('3', { exact: true }).check()
    await link.getByRole('button', { name: 'Change my answer' }).click()
    await link.getByText('Thank you. Your answer is stored.').waitFor()
    expect(await store.surveys.responseTo(id)).toMatchObject({ score: 3 })
    await link.getByRole('button', { name: 'Do not ask me again' }).click()
    await link.getByText('We will not ask you for a rating any more.').waitFor()
    await link.goto(`${company.url}/survey#${path.slice(10, 60)}`)
    await link.reload()
    await link.getByText(/This link opens no survey/).waitFor()
    await phone.close()
  })

  it('are answered, answered anew and refused in Teams, with the Agents Playground as Teams', async () => {
    await open({ nps: { share: 1, everyDays: 90 } })
    const playground = await startPlayground(company.url)
    try {
      const person = await openTeams(browser, playground)
      const teams = person.page
      const seen = (text: string | RegExp) => teams.getByText(text).last().waitFor()
      await seen(/this is the assistant/)
      await person.write('when are you open')
      await seen(/We are open from 9 to 18/)
      const id = await ended()
      const scale = teams.getByRole('combobox').last()
      for (const score of ['9', '2']) {
        await scale.click()
        await teams.getByRole('option', { name: score, exact: true }).last().click()
        await teams.getByRole('button', { name: 'Send', exact: true }).last().click()
        await expect.poll(async () => (await store.surveys.responseTo(id))?.score).toBe(Number(score))
      }
      await seen('Thank you. Your answer is changed.')
      if (PICTURES) await teams.screenshot({ path: join(PICTURES, 'teams-nps.png') })
      await teams.getByRole('button', { name: 'Do not ask me again' }).last().click()
      await seen(/we will not ask you for a rating any more/)
      await teams.getByRole('button', { name: 'You may ask me again' }).last().click()
      await seen('Thank you. We may ask you for a rating again.')
    } finally {
      await playground.stop()
    }
  })

  it('that are closed say so on the page', async () => {
    await open()
    const id = await served('Your message', 'when are you open')
    const later = { now: () => Date.now() + 80 * HOUR_MS }
    const late = await openCompany({ store, clock: later, config: { webRoot: PAGES_DIR, secret: SECRET } })
    const survey = await store.surveys.get(id)
    await page.goto(`${late.url}${await surveyLinks(SECRET, later).path(survey ?? { id, expiresAt: 0 })}`)
    await page.getByText(/This survey closed on/).waitFor()
    expect(await page.getByRole('radio').count()).toBe(0)
    await picture('link-closed')
    await late.stop()
  })
})
