import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TrustDynamics } from '../../bot/http/api.ts'
import { accessibilityProblems, hasBrowser, launchBrowser } from '../support/browser.ts'
import { people } from '../support/people.ts'
import { type RunningServer, startServer, temporaryFolder } from '../support/running-server.ts'
import { LAW, liveTrustYear } from './trust-year.ts'

/** Set it to a folder to have a picture of every look there. */
const PICTURES = process.env.CANDOR_PICTURES

const LOOKS = [
  { locale: 'en-US', colorScheme: 'light', width: 1280 },
  { locale: 'en-US', colorScheme: 'dark', width: 390 },
  { locale: 'zh-CN', colorScheme: 'light', width: 390 },
  { locale: 'zh-CN', colorScheme: 'dark', width: 1280 },
] as const

describe.skipIf(!hasBrowser)('the page on trust', () => {
  const folder = temporaryFolder()
  let server: RunningServer
  let browser: Browser
  let session: Awaited<ReturnType<Awaited<ReturnType<Browser['newContext']>>['storageState']>>
  let clerk: typeof session

  beforeAll(async () => {
    await liveTrustYear(folder.path, 40, Date.now())
    server = await startServer({ dataDir: folder.path })
    browser = await launchBrowser()
    if (PICTURES) mkdirSync(PICTURES, { recursive: true })
    session = await signIn('mia@example.com', 'manager')
    clerk = await signIn('kim@example.com', 'agent')
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    folder.remove()
  })

  async function signIn(email: string, role: string) {
    const page = await people(browser, server, folder.path).signInAs(email, role)
    await page.getByRole('button', { name: 'Sign out' }).waitFor()
    const state = await page.context().storageState()
    await page.context().close()
    return state
  }

  async function open(options: Parameters<Browser['newContext']>[0] = {}, storageState = session): Promise<Page> {
    const context = await browser.newContext({
      locale: 'en-US',
      viewport: { width: 1280, height: 800 },
      storageState,
      ...options,
    })
    const page = await context.newPage()
    await page.goto(`${server.url}/trust`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    return page
  }

  it.each(LOOKS)('reads well and fits: $locale, $colorScheme, $width px', async ({ locale, colorScheme, width }) => {
    const page = await open({ locale, colorScheme, viewport: { width, height: 800 } })
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    const slider = page.getByRole('slider')
    await slider.fill('85')
    await page.getByText(/stays at 85 % from now on, trust|保持在 85%，/).waitFor()
    if (PICTURES) {
      await page.screenshot({ path: join(PICTURES, `trust-${locale}-${colorScheme}-${width}.png`), fullPage: true })
    }
    for (const folded of await page.locator('details').all()) {
      await folded.evaluate((one) => one.setAttribute('open', ''))
    }
    expect(await accessibilityProblems(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('says what transparency does to trust, from where on, and what would be otherwise', async () => {
    const page = await open()
    await page.getByText(/Trust follows transparency/).waitFor()
    const told = await page.request.get(`${server.url}/api/trust/dynamics?weeks=52&transparency=0.85`)
    const { law } = (await told.json()) as TrustDynamics
    if (law.kind !== 'fitted' || !law.threshold) throw new TypeError('the law was not fitted')
    expect(law.rate.low).toBeLessThan(LAW.rate)
    expect(law.rate.high).toBeGreaterThan(LAW.rate)
    expect(law.threshold.low).toBeLessThan(LAW.threshold)
    expect(law.threshold.high).toBeGreaterThan(LAW.threshold)
    expect(law.whatIf?.weeks.at(-1)?.value).toBeGreaterThan(law.forecast.at(-1)?.value ?? 1)

    const slider = page.getByRole('slider', { name: 'Transparency from now on' })
    const before = Number(await slider.inputValue())
    await slider.focus()
    await page.keyboard.press('ArrowRight')
    await page.getByText(`If transparency stays at ${before + 1} % from now on`).waitFor()
    await page.getByRole('spinbutton', { name: /Transparency from now on/ }).fill('100')
    await page.keyboard.press('Tab')
    await page.getByText('If transparency stays at 100 % from now on').waitFor()
    await page.getByText(/nobody has seen what trust does there/).waitFor()
    await page.getByRole('button', { name: 'As it was' }).click()
    await page.getByText(/^If transparency stays at/).waitFor({ state: 'detached' })
    await page.context().close()
  })

  it('has every point of the plot in a table: what was, and what is forecast with how far it may be off', async () => {
    const page = await open()
    await page.getByText('Show “Trust by week” as a table').click()
    const table = page.getByRole('region', { name: 'Table: Trust by week' })
    expect(await table.locator('thead th').allTextContents()).toEqual(['Week', 'Trust', 'By the law', 'Forecast'])
    const rows = table.locator('tbody tr')
    expect(await rows.count()).toBe(52 + 13)
    const cells = (row: number) => rows.nth(row).locator('td').allTextContents()
    const likely = /^\d+ % \(likely \d+ % to \d+ %\)$/
    expect(await cells(51)).toEqual([expect.stringMatching(likely), expect.stringMatching(/^\d+ %$/), 'no data yet'])
    expect(await cells(64)).toEqual(['no data yet', 'no data yet', expect.stringMatching(likely)])
    await page.context().close()
  })

  it('can be told how many weeks to look back on', async () => {
    const page = await open()
    await page.getByRole('button', { name: '13 weeks' }).click()
    await page.getByText('From 13 weeks:').waitFor()
    await page.context().close()
  })

  it('is not for agents', async () => {
    const page = await open({}, clerk)
    await page.getByText('The page on trust is for managers and administrators.').waitFor()
    const told = await page.request.get(`${server.url}/api/trust/dynamics`)
    expect(told.status()).toBe(403)
    await page.context().close()
  })

  it('refuses what it is not asked in', async () => {
    const page = await open()
    for (const query of ['weeks=14', 'transparency=1.2', 'transparency=', 'transparency=x', 'days=3']) {
      const told = await page.request.get(`${server.url}/api/trust/dynamics?${query}`)
      expect([query, told.status()]).toEqual([query, 400])
    }
    await page.context().close()
  })
})

describe.skipIf(!hasBrowser)('the page on trust of a new company', () => {
  const folder = temporaryFolder()
  let server: RunningServer
  let browser: Browser
  beforeAll(async () => {
    await liveTrustYear(folder.path, 5, Date.now())
    server = await startServer({ dataDir: folder.path })
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    folder.remove()
  })

  it('shows the weeks there are and says what is missing for more', async () => {
    const page = await people(browser, server, folder.path).signInAs('mia@example.com', 'manager')
    await page.getByRole('button', { name: 'Sign out' }).waitFor()
    await page.goto(`${server.url}/trust`)
    await page.getByText(/In 5 weeks both .* are known. 12 such weeks are needed/).waitFor()
    await page.getByText('Show “Trust by week” as a table').waitFor()
    expect(await page.getByRole('slider').count()).toBe(0)
    await page.context().close()
  })
})
