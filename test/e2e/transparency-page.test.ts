import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEFAULT_PACK_DIR, loadPack } from '../../bot/knowledge/index.ts'
import { loadPolicy } from '../../bot/policy/index.ts'
import { makeRelease } from '../../bot/transparency/index.ts'
import { endedPeriod } from '../../bot/transparency/release-period.ts'
import { DAY_MS, fixedClock, systemClock } from '../../domain/index.ts'
import { openStore } from '../../store/index.ts'
import { accessibilityProblems, clippedTexts, hasBrowser, launchBrowser } from '../support/browser.ts'
import { live, publicMonth } from '../support/public-month.ts'
import { type RunningServer, startServer, temporaryFolder } from '../support/running-server.ts'
import { seededBytes } from '../support/seeded-bytes.ts'

/** Set it to a folder to have a picture of every look there. */
const PICTURES = process.env.CANDOR_PICTURES

const LOOKS = [
  { locale: 'en-US', colorScheme: 'light', width: 1280 },
  { locale: 'en-US', colorScheme: 'dark', width: 390 },
  { locale: 'zh-CN', colorScheme: 'light', width: 390 },
  { locale: 'zh-CN', colorScheme: 'dark', width: 1280 },
] as const

describe.skipIf(!hasBrowser)('the public page', () => {
  const folder = temporaryFolder()
  let server: RunningServer
  let browser: Browser

  beforeAll(async () => {
    await liveTwoMonths(folder.path)
    server = await startServer({ dataDir: folder.path })
    browser = await launchBrowser()
    if (PICTURES) mkdirSync(PICTURES, { recursive: true })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    folder.remove()
  })

  async function open(options: Parameters<Browser['newContext']>[0] = {}, path = '/transparency') {
    const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1280, height: 800 }, ...options })
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.goto(`${server.url}${path}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    return { page, context, complaints, asked }
  }

  it.each(LOOKS)('reads well and fits: $locale, $colorScheme, $width px', async ({ locale, colorScheme, width }) => {
    const { page, context, complaints } = await open({ locale, colorScheme, viewport: { width, height: 800 } })
    await page.getByTestId('botAlone').waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    // A table scrolls sideways in its own frame.
    const clipped = (await clippedTexts(page)).filter((each) => !/^<t[hd]|^<strong/.test(each))
    expect(clipped).toEqual([])
    expect(complaints).toEqual([])
    if (PICTURES) {
      const name = `transparency-${locale}-${colorScheme}-${width}.png`
      await page.screenshot({ path: join(PICTURES, name), fullPage: true })
    }
    await context.close()
  })

  it('says of every figure how sure it is and of how many it was counted, the bot’s and the people’s apart', async () => {
    const { page, context } = await open()
    const figure = (name: string) => page.getByTestId(name)
    for (const name of ['promisesInTime', 'botAlone']) {
      await figure(name)
        .getByText(/\d+ % to \d+ % \(95 % interval\), of about [\d,]+/)
        .waitFor()
    }
    await figure('satisfiedWithBot').getByText('Satisfied with the assistant').waitFor()
    await figure('satisfiedWithPerson').getByText('Satisfied with our people').waitFor()
    await page.getByRole('row', { name: /15 minutes/ }).waitFor()
    await context.close()
  })

  it('shows an earlier period as it was published', async () => {
    const { page, context } = await open()
    await page.getByTestId('botAlone').waitFor()
    const main = () => page.getByTestId('promisesInTime').innerText()
    const newest = await main()
    await page.getByLabel('Period').selectOption('1')
    await expect.poll(main).not.toBe(newest)
    await context.close()
  })

  it('is the same in both languages, and asks nobody else for anything', async () => {
    const { page, context, asked } = await open()
    await page.getByTestId('botAlone').waitFor()
    const figures = async (of: Page) => (await of.getByTestId('botAlone').innerText()).replace(/\D+/g, ' ').trim()
    const english = await figures(page)
    await page.getByRole('button', { name: '中文' }).click()
    await page.getByRole('heading', { name: '我们的承诺与兑现情况' }).waitFor()
    expect(await figures(page)).toBe(english)
    expect(asked.filter((url) => !url.startsWith(server.url))).toEqual([])
    await context.close()
  })

  it('is reached from the chat and from the help page', async () => {
    for (const [path, name] of [
      ['/chat/', 'What we store and promise, and how we keep it'],
      ['/help', 'What we promise, how we keep it and what we store'],
    ] as const) {
      const { page, context } = await open({}, path)
      const link = page.getByRole('link', { name })
      await link.waitFor()
      expect(await link.getAttribute('href')).toBe('/transparency')
      if (PICTURES) await page.screenshot({ path: join(PICTURES, `from-${path.replaceAll('/', '')}.png`) })
      await context.close()
    }
  })

  it('stays within reach in the chat once something was written', async () => {
    const { page, context } = await open({ viewport: { width: 390, height: 800 } }, '/chat/')
    await page.getByRole('textbox', { name: 'Your message' }).fill('Hello')
    await page.getByRole('textbox', { name: 'Your message' }).press('Enter')
    await page.locator('[data-from="bot"]').first().waitFor()
    const opened = context.waitForEvent('page')
    await page.getByRole('link', { name: 'What we store and promise, and how we keep it' }).click()
    await (await opened).getByRole('heading', { name: 'What we promise, and how we keep it' }).waitFor()
    if (PICTURES) await page.screenshot({ path: join(PICTURES, 'chat-foot.png') })
    await context.close()
  })

  it('says without JavaScript where the same stands as data', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${server.url}/transparency`)
    expect(await page.getByText(/needs JavaScript/).count()).toBe(1)
    const link = page.getByRole('link', { name: /plain\s+data/ })
    expect(await link.getAttribute('href')).toBe('/api/transparency')
    await context.close()
  })
})

/** Two released months of a shop, up to now. */
async function liveTwoMonths(dataDir: string): Promise<void> {
  const store = await openStore(join(dataDir, 'candor.db'))
  const [{ timeZone }, { publicPage: settings }] = [
    await loadPack(DEFAULT_PACK_DIR),
    await loadPolicy(DEFAULT_PACK_DIR),
  ]
  const ended = (at: number) => endedPeriod(settings.releaseEvery, timeZone, at)
  const now = systemClock.now()
  for (const [seed, at] of [ended(now).from, now].entries()) {
    const customers = publicMonth(2000, seed).map((doing) => ({ ...doing, customer: `${doing.customer}-${seed}` }))
    await live(store, customers, ended(at).from + 10 * DAY_MS)
    await makeRelease({ store, settings, timeZone, clock: fixedClock(at) }, seededBytes(seed))
  }
  await store.close()
}
