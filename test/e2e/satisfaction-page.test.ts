import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import type { SatisfactionReport } from '../../bot/http/api.ts'
import { type BrowserState, hasBrowser } from '../support/browser.ts'
import { expectReadable, LOOKS, lookingAs, pictureName, takePicture } from '../support/looks.ts'
import { runningSite } from '../support/site.ts'
import { surveyMonth } from './surveyed-month.ts'

const CLI = join(import.meta.dirname, '../../bot/cli.ts')

describe.skipIf(!hasBrowser)('the page on satisfaction, after four weeks of surveys', () => {
  let truth: { contentWithBot: number }
  const site = runningSite(async (dataDir) => {
    truth = await surveyMonth(dataDir)
  })
  let manager: BrowserState
  beforeAll(async () => {
    manager = await site.people.sessionOf('mia@example.com', 'manager')
  })

  async function open(options: BrowserContextOptions = {}): Promise<Page> {
    const { page } = await site.open('/satisfaction', { storageState: manager, ...options })
    await page.getByRole('heading', { level: 1 }).waitFor()
    return page
  }

  const reportOf = async (page: Page) =>
    (await (await page.request.get(`${site.server.url}/api/satisfaction`)).json()) as SatisfactionReport

  it.each(LOOKS)('reads well and fits: $locale, $colorScheme, $width px', async (look) => {
    const { page, complaints } = await site.open('/satisfaction', { storageState: manager, ...lookingAs(look) })
    await page.getByTestId('form-talk').waitFor()
    await takePicture(page, pictureName('satisfaction', look), { fullPage: true })
    await expectReadable(page)
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
    const { stdout } = spawnSync(process.execPath, [CLI, 'survey', 'report', '--data', site.dataDir], {
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
    const page = await open({ storageState: await site.people.sessionOf('ann@example.com', 'agent') })
    await page.getByText('The report on satisfaction is for managers and administrators.').waitFor()
    expect(await page.getByRole('link', { name: 'Satisfaction' }).count()).toBe(0)
    await page.context().close()
  })
})
