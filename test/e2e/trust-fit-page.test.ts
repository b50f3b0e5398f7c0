import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { trustScore } from '../../analytics/index.ts'
import type { CustomerTrust, TrustFitReport } from '../../bot/http/api.ts'
import { DEFAULT_PACK_DIR } from '../../bot/knowledge/index.ts'
import { learnTrust } from '../../bot/learning/index.ts'
import { loadPolicy, type Policy } from '../../bot/policy/index.ts'
import { systemClock, type TrustEvent } from '../../domain/index.ts'
import { openStore } from '../../store/index.ts'
import { type BrowserState, hasBrowser, launchBrowser, newContext } from '../support/browser.ts'
import { expectReadable, LOOKS, lookingAs, pictureName, takePicture } from '../support/looks.ts'
import { people } from '../support/people.ts'
import { type RunningServer, startServer, temporaryFolder } from '../support/running-server.ts'
import { liveLedgers } from '../support/trust-company.ts'

describe.skipIf(!hasBrowser)('the view on what evidence of trust is worth', () => {
  const folder = temporaryFolder()
  let server: RunningServer
  let browser: Browser
  let session: BrowserState
  let written: Policy
  let ledger: TrustEvent[]

  beforeAll(async () => {
    written = await loadPolicy(DEFAULT_PACK_DIR)
    const store = await openStore(join(folder.path, 'candor.db'))
    const ledgers = await liveLedgers(store, written.trust, { customers: 700, now: Date.now() })
    ledger = ledgers.find(({ length }) => length > 2) ?? []
    await store.close()
    server = await startServer({ dataDir: folder.path })
    browser = await launchBrowser()
    session = await people(browser, server, folder.path).sessionOf('mia@example.com', 'manager')
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    folder.remove()
  })

  async function open(options: BrowserContextOptions = {}): Promise<Page> {
    const page = await (await newContext(browser, { storageState: session, ...options })).newPage()
    await page.goto(`${server.url}/trust#fit`)
    await page.getByTestId('fit-look').waitFor()
    return page
  }

  /** As the server's sweep does it, on the same store. */
  async function look(): Promise<void> {
    const store = await openStore(join(folder.path, 'candor.db'))
    const learnt = await learnTrust({ store, policy: written, written, clock: systemClock, newId: randomUUID })
    expect(learnt.kind).toBe('tried')
    await store.close()
  }

  it('says that nobody has looked yet', async () => {
    const page = await open()
    await page.getByText('The first look is an hour after the server has started.').waitFor()
    // A screen reader tells of what is filled in only where it was there before.
    expect(await page.getByRole('status').and(page.getByTestId('fit-said')).count()).toBe(1)
    expect(await page.getByTestId('fit-try').count()).toBe(0)
    await page.context().close()
  })

  describe('once it has been looked', () => {
    beforeAll(look, 120_000)

    it.each(LOOKS)('reads well and fits: $locale, $colorScheme, $width px', async (look) => {
      const page = await open(lookingAs(look))
      const complaints: string[] = []
      page.on('pageerror', (error) => complaints.push(error.message))
      await page.getByTestId('fit-try').waitFor()
      await takePicture(page, pictureName('fit', look), { fullPage: true })
      await expectReadable(page)
      const tab = await page.getByRole('tab', { selected: true }).boundingBox()
      expect((tab?.x ?? look.width) + (tab?.width ?? 0)).toBeLessThanOrEqual(look.width)
      expect(complaints).toEqual([])
      await page.context().close()
    })

    it('proposes figures with what they gain; taken by keyboard they serve, and gone back from the old ones do', async () => {
      const page = await open()
      const told = (await (await page.request.get(`${server.url}/api/trust/fit`)).json()) as TrustFitReport
      const [tried] = told.tries
      if (!tried) throw new TypeError('nothing was tried')
      expect(tried).toMatchObject({ state: 'waits', before: written.trust })
      expect(tried.heldOut.gain.low).toBeGreaterThan(0)
      const asks = async () => {
        const id = ledger[0]?.customerId ?? ''
        const record = await page.request.get(`${server.url}/api/customers/${encodeURIComponent(id)}/trust`)
        return ((await record.json()) as CustomerTrust).trust.score
      }
      const scoreWith = (trust: Policy['trust']) => trustScore(ledger, Date.now(), trust).score
      expect(await asks()).toBeCloseTo(scoreWith(written.trust), 4)

      const shown = page.getByTestId('fit-try')
      await shown.getByRole('heading', { name: 'Proposed: other figures' }).waitFor()
      await page.getByRole('button', { name: 'Not now' }).click()
      await page.getByText('Noted: the figures stay as they are.').waitFor()
      expect(await asks()).toBeCloseTo(scoreWith(written.trust), 4)

      await page.getByRole('button', { name: 'Use these figures' }).focus()
      await page.keyboard.press('Enter')
      await page.getByText('Taken: every score is reckoned with these figures').waitFor()
      const heading = shown.getByRole('heading', { name: 'These figures serve' })
      await heading.waitFor()
      await expect.poll(() => heading.evaluate((one) => one === document.activeElement)).toBe(true)
      expect(scoreWith(tried.after)).not.toBeCloseTo(scoreWith(written.trust), 2)
      expect(await asks()).toBeCloseTo(scoreWith(tried.after), 4)

      await page.keyboard.press('Tab')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await page.getByText('Gone back: every score is reckoned').waitFor()
      await shown
        .getByText(/Mia|mia/)
        .first()
        .waitFor()
      expect(await asks()).toBeCloseTo(scoreWith(written.trust), 4)
      await page.context().close()
    })
  })

  it('after a restart the figures that were taken serve', async () => {
    const before = await open()
    await before.getByRole('button', { name: 'Use these figures' }).click()
    await before.getByRole('heading', { name: 'These figures serve' }).waitFor()
    await before.context().close()
    await server.stop()
    server = await startServer({ dataDir: folder.path })
    const after = await open()
    await after.getByRole('heading', { name: 'These figures serve' }).waitFor()
    const told = (await (await after.request.get(`${server.url}/api/trust/fit`)).json()) as TrustFitReport
    expect(told.inForce).toEqual(told.tries[0]?.after)
    await after.context().close()
  })
})
