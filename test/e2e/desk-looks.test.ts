import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityProblems, clippedTexts, hasBrowser, launchBrowser } from '../support/browser.ts'
import { deskQueue } from '../support/desk-fixtures.ts'
import { stubDesk } from '../support/desk-stub.ts'
import { type RunningServer, startServer, temporaryFolder } from '../support/running-server.ts'

/** Set it to a folder to have a picture of every look there; docs/images holds some of them. */
const PICTURES = process.env.CANDOR_PICTURES

const LOCALES = ['en-US', 'zh-CN'] as const
const SCHEMES = ['light', 'dark'] as const
const WIDTHS = [1280, 390] as const
const WAITING = [0, 1, 200] as const

const LOOKS = LOCALES.flatMap((locale) =>
  SCHEMES.flatMap((colorScheme) => WIDTHS.map((width) => ({ locale, colorScheme, width }))),
)

describe.skipIf(!hasBrowser)('the desk', () => {
  const folder = temporaryFolder()
  let server: RunningServer
  let browser: Browser

  beforeAll(async () => {
    server = await startServer({ dataDir: folder.path })
    browser = await launchBrowser()
    if (PICTURES) mkdirSync(PICTURES, { recursive: true })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    folder.remove()
  })

  async function looksWell(page: Page, name: string): Promise<void> {
    expect(await accessibilityProblems(page), name).toEqual([])
    expect(await clippedTexts(page), name).toEqual([])
    if (PICTURES) await page.screenshot({ path: join(PICTURES, `desk-${name}.png`) })
  }

  describe.each(LOOKS)('in $locale, $colorScheme, $width px wide', ({ locale, colorScheme, width }) => {
    it.each(WAITING)('reads well with %i waiting', async (waiting) => {
      const context = await browser.newContext({ locale, colorScheme, viewport: { width, height: 800 } })
      const page = await context.newPage()
      await stubDesk(page, deskQueue(waiting))
      await page.goto(`${server.url}/desk`)
      const name = `${waiting}-${width}-${colorScheme}-${locale.slice(0, 2)}`
      await page.locator('#waiting-title').waitFor()
      await page.locator('.side-view .tag-called').waitFor()
      await looksWell(page, name)
      if (waiting === 0) {
        await page.locator('.side-view').nth(1).click()
        await page.locator('.promise').first().waitFor()
        await looksWell(page, `${name}-promises`)
        await page.locator('.side-view').nth(2).click()
        await page.locator('[data-place="bot"]').first().waitFor()
        await looksWell(page, `${name}-with-bot`)
      } else {
        await page.locator('.escalation-open').first().click()
        await page.locator('.conversation').waitFor()
        await looksWell(page, `${name}-offered`)
      }
      if (waiting === 200) {
        const back = page.locator('.back')
        if (await back.isVisible()) await back.click()
        await page.locator('[data-place="mine"] .escalation-open').first().click()
        await page.locator('.reply[data-mode="reply"]').waitFor()
        await looksWell(page, `${name}-mine`)
        await page.locator('.reply-mode').last().click()
        await page.locator('.reply[data-mode="note"]').waitFor()
        await looksWell(page, `${name}-note`)
        for (const [key, dialog] of [
          ['t', 'transfer'],
          ['e', 'resolve'],
          ['?', 'shortcuts'],
        ] as const) {
          await page.locator('#conversation-title').focus()
          await page.keyboard.press(key)
          await page.locator('dialog').waitFor()
          await looksWell(page, `${name}-${dialog}`)
          await page.keyboard.press('Escape')
          await page.locator('dialog').waitFor({ state: 'detached' })
        }
      }
      await context.close()
    })
  })
})
