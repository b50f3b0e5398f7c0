import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityProblems, clippedTexts, hasBrowser, launchBrowser } from '../support/browser.ts'
import { type DeskView, openDesk, resizeDesk, showOnDesk } from '../support/desk-looks.ts'
import { type RunningServer, startServer, temporaryFolder } from '../support/running-server.ts'

/** Two looks for each number of waiting customers, unlike in everything; together they hold every pair of values. */
const LOOKS = [
  { waiting: 0, locale: 'en-US', colorScheme: 'light', width: 1280 },
  { waiting: 0, locale: 'zh-CN', colorScheme: 'dark', width: 390 },
  { waiting: 1, locale: 'en-US', colorScheme: 'dark', width: 1280 },
  { waiting: 1, locale: 'zh-CN', colorScheme: 'light', width: 390 },
  { waiting: 200, locale: 'en-US', colorScheme: 'light', width: 390 },
  { waiting: 200, locale: 'zh-CN', colorScheme: 'dark', width: 1280 },
] as const

const VIEWS: Record<(typeof LOOKS)[number]['waiting'], DeskView[]> = {
  0: ['lists', 'promises', 'with-bot', 'teams'],
  1: ['lists', 'offered'],
  200: ['lists', 'offered', 'mine', 'mine-chinese', 'note', 'transfer', 'resolve', 'shortcuts'],
}

describe.skipIf(!hasBrowser)('the desk', () => {
  const folder = temporaryFolder()
  let server: RunningServer
  let browser: Browser

  beforeAll(async () => {
    server = await startServer({ dataDir: folder.path })
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    folder.remove()
  })

  it.each(LOOKS)(
    'can be read by everybody and to the end with $waiting waiting, in $locale, $colorScheme, $width px wide',
    async (look) => {
      const page = await openDesk(browser, server.url, look)
      for (const view of VIEWS[look.waiting]) {
        await showOnDesk(page, view)
        expect(await accessibilityProblems(page), view).toEqual([])
        expect(await clippedTexts(page), view).toEqual([])
        // The other width costs little here: so no text of any view is clipped in any language at any width.
        const other = look.width === 390 ? 1280 : 390
        await resizeDesk(page, other)
        expect(await clippedTexts(page), `${view} at ${other} px`).toEqual([])
        await resizeDesk(page, look.width)
      }
      await page.context().close()
    },
  )
})
