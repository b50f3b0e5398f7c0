import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SatisfactionReport } from '../../bot/http/api.ts'
import { accessibilityProblems, hasBrowser, launchBrowser } from '../support/browser.ts'
import { people } from '../support/people.ts'
import { type RunningServer, startServer, temporaryFolder } from '../support/running-server.ts'
import { surveyMonth } from './surveyed-month.ts'

/** Set it to a folder to have a picture of every look there. */
const PICTURES = process.env.CANDOR_PICTURES
const CLI = join(import.meta.dirname, '../../bot/cli.ts')

const LOOKS = [
  { locale: 'en-US', colorScheme: 'light', width: 1280 },
  { locale: 'en-US', colorScheme: 'dark', width: 390 },
  { locale: 'zh-CN', colorScheme: 'light', width: 390 },
  { locale: 'zh-CN', colorScheme: 'dark', width: 1280 },
] as const

describe.skipIf(!hasBrowser)('the page on satisfaction, after four weeks of surveys', () => {
  const folder = temporaryFolder()
  let server: RunningServer
  let browser: Browser
  let truth: { contentWithBot: number }
  let session: Awaited<ReturnType<typeof signIn>>

  beforeAll(async () => {
    truth = await surveyMonth(folder.path)
    server = await startServer({ dataDir: folder.path })
    browser = await launchBrowser()
    if (PICTURES) mkdirSync(PICTURES, { recursive: true })
    session = await signIn('mia@example.com', 'manager')
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    folder.remove()
  })

  async function signIn(email: string, role: string) {
    const page = await people(browser, server, folder.path).signInAs(email, role)
    await page.getByRole('link', { name: 'Desk' }).waitFor()
    const state = await page.context().storageState()
    await page.context().close()
    return state
  }

  async function open(options: Parameters<Browser['newContext']>[0] = {}, storageState = session): Promise<Page> {
    const viewport = { width: 1280, height: 800 }
    const context = await browser.newContext({ locale: 'en-US', viewport, storageState, ...options })
    const page = await context.newPage()
    await page.goto(`${server.url}/satisfaction`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    return page
  }

  const reportOf = async (page: Page) =>
    (await (await page.request.get(`${server.url}/api/satisfaction`)).json()) as SatisfactionReport

  it.each(LOOKS)('reads well and fits: $locale, $colorScheme, $width px', async ({ locale, colorScheme, width }) => {
    const page = await open({ locale, colorScheme, viewport: { width, height: 800 } })
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.getByTestId('form-talk').waitFor()
    if (PICTURES) {
      const name = `satisfaction-${locale}-${colorScheme}-${width}.png`
      await page.screenshot({ path: join(PICTURES, name), fullPage: true })
    }
    for (const folded of await page.locator('details').all())
      await folded.evaluate((one) => one.setAttribute('open', ''))
    expect(await accessibilityProblems(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('shows what is said of the bot beside what is said of people, each with its own surveys', async () => {
    const page = await open()
    const tile = (name: string) => page.getByTestId(`tile-${name}`)
    await tile('bot-satisfied').waitFor()
    const { csat } = await reportOf(page)
    for (const subject of ['bot', 'agent'] as const) {
      const { satisfied, response } = csat[subject]
      expect(await tile(`${subject}-satisfied`).textContent()).toContain(
        `${satisfied.numerator} of ${satisfied.denominator}`,
      )
      expect(await tile(`${subject}-response`).textContent()).toContain(`of ${response.denominator}`)
    }
    const byAgent = page.getByRole('region', { name: 'Table: By agent' })
    expect((await byAgent.locator('tbody th').allTextContents()).sort()).toEqual(['Kim', 'Li'])
    await page.context().close()
  })

  it('reads the bot’s satisfaction in three ways: the observed too good, the weighted nearer, the truth within the bounds', async () => {
    const page = await open()
    await page.getByTestId('readings-bot').getByText('If alike customers think alike').waitFor()
    const { observed, bounds, weighted } = (await reportOf(page)).readings.bot
    if (weighted.kind !== 'known' || !bounds || observed.value === null) throw new TypeError('nothing is known')
    expect(observed.low).toBeGreaterThan(truth.contentWithBot)
    expect(weighted.low).toBeLessThan(truth.contentWithBot)
    expect(weighted.high).toBeGreaterThan(truth.contentWithBot)
    expect(bounds.low).toBeLessThan(truth.contentWithBot)
    expect(bounds.high).toBeGreaterThan(truth.contentWithBot)
    const said = await page.getByTestId('readings-bot').textContent()
    for (const share of [observed.value, bounds.low, bounds.high, weighted.value]) {
      expect(said).toContain(`${Math.round(100 * share)} %`)
    }
    await page.context().close()
  })

  it('flags the question that is read otherwise in one language and the one that is read the other way round', async () => {
    const page = await open()
    const form = page.getByTestId('form-talk')
    await form.waitFor()
    const flags = (await form.locator('.flags li').allTextContents()).join('\n')
    expect(flags).toMatch(/It fitted my situation.*asked in Chinese rate it .* lower.*translation/)
    expect(flags).toMatch(/I had to do too much myself.*rate this one low: correlation -0/)
    expect(flags).toMatch(/I had to do too much myself.*Many leave it out/)
    expect(flags).not.toMatch(/The answer was clear|It went quickly|Nothing was left open/)
    // It is shown and asked on: nothing is dropped by itself.
    expect(await form.locator('tbody tr').count()).toBe(5)
    await page.context().close()
  })

  it('sorts who is rated how by keyboard, and follows the channel', async () => {
    const page = await open()
    const table = page.getByRole('region', { name: 'Table: By model' })
    await table.getByRole('button', { name: /^Satisfied/ }).focus()
    await page.keyboard.press('Enter')
    expect(await table.locator('th[aria-sort]').getAttribute('aria-sort')).toBe('descending')
    const before = await page.getByTestId('tile-bot-satisfied').textContent()
    await page.getByLabel('Channel', { exact: true }).selectOption('teams')
    await page.getByText('No NPS survey was sent in this range.').waitFor()
    expect(await page.getByTestId('tile-bot-satisfied').textContent()).not.toBe(before)
    await page.context().close()
  })

  it('says what to do where no survey was sent', async () => {
    const page = await open()
    await page.getByLabel('Channel', { exact: true }).selectOption('botframework')
    await page.getByText(/No surveys were sent in this range. Choose a longer one/).waitFor()
    expect(await page.getByTestId('csat-bot').count()).toBe(0)
    await page.context().close()
  })

  it('tells the terminal the same', async () => {
    const page = await open()
    await page.getByTestId('csat-bot').waitFor()
    const { csat, readings } = await reportOf(page)
    const { stdout } = spawnSync(process.execPath, [CLI, 'survey', 'report', '--data', folder.path], {
      encoding: 'utf8',
    })
    const { numerator, denominator } = csat.bot.satisfied
    expect(stdout).toMatch(new RegExp(`The bot\n +satisfied .*\\(${numerator} of ${denominator};`))
    if (readings.bot.weighted.kind !== 'known') throw new TypeError('nothing is known')
    expect(stdout).toContain(`if alike think alike        ${(100 * readings.bot.weighted.value).toFixed(1)} %`)
    expect(stdout).toMatch(/look at "fitting": zh against en: -.* beside the other questions/)
    await page.context().close()
  })

  it('is not for agents', async () => {
    const page = await open({}, await signIn('ann@example.com', 'agent'))
    await page.getByText('The report on satisfaction is for managers and administrators.').waitFor()
    expect(await page.getByRole('link', { name: 'Satisfaction' }).count()).toBe(0)
    await page.context().close()
  })
})
