import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { accessibilityProblems, type BrowserState, hasBrowser } from '../support/browser.ts'
import { expectReadable, LOOKS, lookingAs, pictureName, takePicture } from '../support/looks.ts'
import { runningSite } from '../support/site.ts'
import { liveFourWeeks } from './four-weeks.ts'

const CLI = join(import.meta.dirname, '../../bot/cli.ts')

describe.skipIf(!hasBrowser)('the reports, after four weeks of a shop', () => {
  const site = runningSite(liveFourWeeks)
  let manager: BrowserState
  beforeAll(async () => {
    manager = await site.people.sessionOf('mia@example.com', 'manager')
  })

  async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const { page } = await site.open(path, { storageState: manager, ...options })
    await page.getByRole('heading', { level: 1 }).waitFor()
    return page
  }

  const entries = (page: Page) => page.getByTestId('largest-gap')

  it.each(LOOKS)('read well and fit: $locale, $colorScheme, $width px', async (look) => {
    for (const [path, shown] of [
      ['/gap', '[data-testid="largest-gap"]'],
      ['/service', '[data-testid="tile-handleTime"]'],
      ['/dashboard', '[data-testid="tile-csat-agent"]'],
    ] as const) {
      const { page, complaints } = await site.open(path, { storageState: manager, ...lookingAs(look) })
      await page.locator(shown).first().waitFor()
      await takePicture(page, pictureName(path.slice(1), look), { fullPage: true })
      await expectReadable(page, path)
      expect(complaints).toEqual([])
      await page.context().close()
    }
  })

  it('folds the other pages behind the name of this one on a phone, for keys too', async () => {
    const page = await open('/dashboard', { viewport: { width: 390, height: 800 } })
    const nav = page.getByRole('navigation', { name: 'Pages' })
    const folded = nav.locator('summary')
    const links = nav.getByRole('link')
    expect(await folded.textContent()).toBe('Pages: Dashboard')
    expect(await links.count()).toBe(0)
    const bar = await page.getByRole('banner').boundingBox()
    // One line: the tallest thing in it is a button.
    const button = await page.getByRole('button', { name: 'Sign out' }).boundingBox()
    expect(bar?.height).toBeLessThan(2 * (button?.height ?? 0))
    await folded.focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => links.count()).toBe(10)
    expect(await nav.locator('[aria-current="page"]').textContent()).toBe('Dashboard')
    expect(await accessibilityProblems(page)).toEqual([])
    await takePicture(page, 'pages-on-a-phone')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Escape')
    await expect.poll(() => links.count()).toBe(0)
    expect(await folded.evaluate((one) => one === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    await page.mouse.click(195, 790)
    await expect.poll(() => links.count()).toBe(0)
    await folded.click()
    await links.filter({ hasText: 'Service' }).click()
    await page.waitForURL('**/service')
    await page.context().close()
  })

  it('says first where the gap is largest, and what would close it', async () => {
    const page = await open('/gap')
    await entries(page).first().waitFor()
    const said = await entries(page).allTextContents()
    const about = (title: RegExp) => said.find((text) => title.test(text)) ?? ''
    expect(about(/How long refunds take/)).toMatch(/Give a better answer: .*8 of 8/)
    expect(about(/Make a complaint/)).toMatch(/A person handles this, as the policy wants \(6 of 6/)
    expect(about(/Where my order is/)).toMatch(/mostly details were missing/)
    expect(about(/Not covered.*job/i)).toMatch(/Add a need for it: .*10 of 22/)
    expect(said.join()).toMatch(/Not covered.*(招|应聘)/)
    await page.context().close()
  })

  it('sorts the needs by keyboard, and says by which column', async () => {
    const page = await open('/gap')
    const table = page.getByRole('region', { name: 'Table: By need' })
    const firstNeed = () => table.locator('tbody tr').first().locator('td').first().textContent()
    const messages = table.getByRole('button', { name: /^Messages/ })
    await messages.focus()
    await page.keyboard.press('Enter')
    const most = Number(await firstNeed())
    expect(await table.locator('th[aria-sort]').getAttribute('aria-sort')).toBe('descending')
    await page.keyboard.press('Enter')
    expect(await table.locator('th[aria-sort]').getAttribute('aria-sort')).toBe('ascending')
    expect(Number(await firstNeed())).toBeLessThan(most)
    await page.context().close()
  })

  it('says what to do where there is nothing yet', async () => {
    const page = await open('/gap')
    await page.getByLabel('Channel', { exact: true }).selectOption('teams')
    await page.getByText(/No customer messages in this range. Choose a longer one/).waitFor()
    expect(await entries(page).count()).toBe(0)
    expect(await accessibilityProblems(page)).toEqual([])
    await page.context().close()
  })

  it('tell how long customers waited for a person, and who served them', async () => {
    const page = await open('/service')
    const tile = (metric: string) => page.getByTestId(`tile-${metric}`)
    await tile('timeInQueue').getByText('41 s', { exact: true }).waitFor()
    expect(await tile('timeInQueue').textContent()).toMatch(/nine in ten within 41 s/)
    expect(await tile('handleTime').textContent()).toMatch(/2 min/)
    const byAgent = page.getByRole('region', { name: 'Table: By agent' })
    expect(await byAgent.locator('tbody tr').count()).toBe(1)
    expect(await byAgent.locator('tbody th').first().textContent()).toBe('Kim')
    await page.context().close()
  })

  it('is not for agents', async () => {
    const page = await open('/gap', { storageState: await site.people.sessionOf('ann@example.com', 'agent') })
    await page.getByText('The report on the gap is for managers and administrators.').waitFor()
    expect(await page.getByRole('link', { name: 'Gap' }).count()).toBe(0)
    await page.context().close()
  })

  it('tells the terminal the same', async () => {
    const page = await open('/gap')
    await entries(page).first().waitFor()
    const args = [CLI, 'gap', 'report', '--data', site.dataDir]
    const { stdout } = spawnSync(process.execPath, [...args, '--json'], { encoding: 'utf8' })
    const report = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as import('../../bot/http/api.ts').GapReport
    expect(report.largest.length).toBe(await entries(page).count())
    const { turns, gap } = report.total
    const tile = await page.getByTestId('tile-gap').textContent()
    expect(tile).toContain(`over ${turns} messages`)
    expect(tile).toContain(`${Math.round((gap ?? 0) * 100)} %`)
    const text = spawnSync(process.execPath, args, { encoding: 'utf8' }).stdout
    expect(text).toMatch(/Where the gap is largest/)
    expect(text).toContain(`over ${turns} messages in ${report.total.conversations} conversations`)
    await page.context().close()
  })
})
