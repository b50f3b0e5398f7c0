import { join } from 'node:path'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { DEFAULT_PACK_DIR, loadPack } from '../../bot/knowledge/index.ts'
import { loadPolicy } from '../../bot/policy/index.ts'
import { makeRelease } from '../../bot/transparency/index.ts'
import { endedPeriod } from '../../bot/transparency/release-period.ts'
import { DAY_MS, fixedClock, systemClock } from '../../domain/index.ts'
import { openStore } from '../../store/index.ts'
import { clippedTexts, hasBrowser } from '../support/browser.ts'
import { expectReadable, LOOKS, lookingAs, pictureName, takePicture } from '../support/looks.ts'
import { live, publicMonth } from '../support/public-month.ts'
import { seededBytes } from '../support/seeded-bytes.ts'
import { runningSite } from '../support/site.ts'

describe.skipIf(!hasBrowser)('the public page', () => {
  const site = runningSite(liveTwoMonths)

  async function open(options: BrowserContextOptions = {}, path = '/transparency') {
    const { page, complaints } = await site.open(path, options)
    await page.getByRole('heading', { level: 1 }).waitFor()
    return { page, complaints }
  }

  it.each(LOOKS)('reads well and fits: $locale, $colorScheme, $width px', async (look) => {
    const { page, complaints } = await open(lookingAs(look))
    await page.getByTestId('botAlone').waitFor()
    await takePicture(page, pictureName('transparency', look), { fullPage: true })
    await expectReadable(page)
    // A table scrolls sideways in its own frame.
    const clipped = (await clippedTexts(page)).filter((each) => !/^<t[hd]|^<strong/.test(each))
    expect(clipped).toEqual([])
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('says of every figure how sure it is and of how many it was counted, the bot’s and the people’s apart', async () => {
    const { page } = await open()
    const figure = (name: string) => page.getByTestId(name)
    for (const name of ['promisesInTime', 'botAlone']) {
      await figure(name)
        .getByText(/\d+ % to \d+ % \(95 % interval\), of about [\d,]+/)
        .waitFor()
    }
    await figure('satisfiedWithBot').getByText('Satisfied with the assistant').waitFor()
    await figure('satisfiedWithPerson').getByText('Satisfied with our people').waitFor()
    await page.getByRole('row', { name: /15 minutes/ }).waitFor()
    await page.context().close()
  })

  it('shows an earlier period as it was published', async () => {
    const { page } = await open()
    await page.getByTestId('botAlone').waitFor()
    const main = () => page.getByTestId('promisesInTime').innerText()
    const newest = await main()
    await page.getByLabel('Period').selectOption('1')
    await expect.poll(main).not.toBe(newest)
    await page.context().close()
  })

  it('is the same in both languages, and asks nobody else for anything', async () => {
    const { page } = await open()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.reload()
    await page.getByTestId('botAlone').waitFor()
    const figures = async (of: Page) => (await of.getByTestId('botAlone').innerText()).replace(/\D+/g, ' ').trim()
    const english = await figures(page)
    await page.getByRole('button', { name: '中文' }).click()
    await page.getByRole('heading', { name: '我们的承诺与兑现情况' }).waitFor()
    expect(await figures(page)).toBe(english)
    expect(asked.filter((url) => !url.startsWith(site.server.url))).toEqual([])
    await page.context().close()
  })

  it('is reached from the chat and from the help page', async () => {
    for (const [path, name] of [
      ['/chat/', 'What we store and promise, and how we keep it'],
      ['/help', 'What we promise, how we keep it and what we store'],
    ] as const) {
      const { page } = await open({}, path)
      const link = page.getByRole('link', { name })
      await link.waitFor()
      expect(await link.getAttribute('href')).toBe('/transparency')
      await takePicture(page, `from-${path.replaceAll('/', '')}`)
      await page.context().close()
    }
  })

  it('stays within reach in the chat once something was written', async () => {
    const { page } = await open({ viewport: { width: 390, height: 800 } }, '/chat/')
    await page.getByRole('textbox', { name: 'Your message' }).fill('Hello')
    await page.getByRole('textbox', { name: 'Your message' }).press('Enter')
    await page.locator('[data-from="bot"]').first().waitFor()
    const opened = page.context().waitForEvent('page')
    await page.getByRole('link', { name: 'What we store and promise, and how we keep it' }).click()
    await (await opened).getByRole('heading', { name: 'What we promise, and how we keep it' }).waitFor()
    await takePicture(page, 'chat-foot')
    await page.context().close()
  })

  it.each(['transparency', 'help'])('says without JavaScript where the same stands as data: /%s', async (name) => {
    const { page } = await site.open(`/${name}`, { javaScriptEnabled: false })
    expect(await page.getByText(/needs JavaScript/).count()).toBe(1)
    const link = page.getByRole('link', { name: /plain\s+data/ })
    expect(await link.getAttribute('href')).toBe(`/api/${name}`)
    await page.context().close()
  })

  it.each(['/', '/chat', '/my-record', '/survey'])('says in both languages that %s needs JavaScript', async (path) => {
    const { page } = await site.open(path, { javaScriptEnabled: false })
    await page.getByText(/needs JavaScript/).waitFor()
    await page.getByText(/需要启用 JavaScript/).waitFor()
    await page.context().close()
  })

  it.each([
    ['/transparency', 'en-US'],
    ['/transparency', 'zh-CN'],
    ['/help', 'en-US'],
    ['/help', 'zh-CN'],
  ])('has its head in one line on a phone: %s, %s', async (path, locale) => {
    const { page } = await open({ locale, viewport: { width: 390, height: 800 } }, path)
    const head = page.locator('.public-head')
    const middle = (of: string) =>
      head.locator(of).evaluate((one) => {
        const { top, bottom } = one.getBoundingClientRect()
        return (top + bottom) / 2
      })
    await head.locator('.shop-name', { hasText: /\S/ }).waitFor()
    expect(Math.abs((await middle('.button')) - (await middle('.shop-name')))).toBeLessThan(8)
    await page.context().close()
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
