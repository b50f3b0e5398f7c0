import type { BrowserContextOptions, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import type { TrustDynamics } from '../../bot/http/api.ts'
import { type BrowserState, hasBrowser } from '../support/browser.ts'
import { expectReadable, LOOKS, lookingAs, pictureName, takePicture } from '../support/looks.ts'
import { runningSite } from '../support/site.ts'
import { LAW, liveTrustYear } from './trust-year.ts'

describe.skipIf(!hasBrowser)('the page on trust', () => {
  const site = runningSite((dataDir) => liveTrustYear(dataDir, 40, Date.now()))
  let manager: BrowserState
  beforeAll(async () => {
    manager = await site.people.sessionOf('mia@example.com', 'manager')
  })

  async function open(options: BrowserContextOptions = {}): Promise<Page> {
    const { page } = await site.open('/trust', { storageState: manager, ...options })
    await page.getByRole('heading', { level: 1 }).waitFor()
    return page
  }

  it.each(LOOKS)('reads well and fits: $locale, $colorScheme, $width px', async (look) => {
    const { page, complaints } = await site.open('/trust', { storageState: manager, ...lookingAs(look) })
    const slider = page.getByRole('slider')
    await slider.fill('85')
    await page.getByText(/stays at 85 % from now on, trust|保持在 85%，/).waitFor()
    await takePicture(page, pictureName('trust', look), { fullPage: true })
    await expectReadable(page)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('says what transparency does to trust, from where on, and what would be otherwise', async () => {
    const page = await open()
    await page.getByText(/Trust follows transparency/).waitFor()
    const told = await page.request.get(`${site.server.url}/api/trust/dynamics?weeks=52&transparency=0.85`)
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
    const page = await open({ storageState: await site.people.sessionOf('kim@example.com', 'agent') })
    await page.getByText('The page on trust is for managers and administrators.').waitFor()
    const told = await page.request.get(`${site.server.url}/api/trust/dynamics`)
    expect(told.status()).toBe(403)
    await page.context().close()
  })

  it('refuses what it is not asked in', async () => {
    const page = await open()
    for (const query of ['weeks=14', 'transparency=1.2', 'transparency=', 'transparency=x', 'days=3']) {
      const told = await page.request.get(`${site.server.url}/api/trust/dynamics?${query}`)
      expect([query, told.status()]).toEqual([query, 400])
    }
    await page.context().close()
  })
})

describe.skipIf(!hasBrowser)('the page on trust of a new company', () => {
  const site = runningSite((dataDir) => liveTrustYear(dataDir, 5, Date.now()))

  it('shows the weeks there are and says what is missing for more', async () => {
    const manager = await site.people.sessionOf('mia@example.com', 'manager')
    const { page } = await site.open('/trust', { storageState: manager })
    await page.getByText(/In 5 weeks both .* are known. 12 such weeks are needed/).waitFor()
    await page.getByText('Show “Trust by week” as a table').waitFor()
    expect(await page.getByRole('slider').count()).toBe(0)
    await page.context().close()
  })
})
