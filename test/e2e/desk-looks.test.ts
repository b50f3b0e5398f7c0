import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityProblems, clippedTexts, hasBrowser, launchBrowser } from '../support/browser.ts'
import { type DeskView, openDesk, showOnDesk } from '../support/desk-looks.ts'
import { type RunningServer, startServer, temporaryFolder } from '../support/running-server.ts'

const LOOKS = (['en-US', 'zh-CN'] as const).flatMap((locale) =>
  (['light', 'dark'] as const).flatMap((colorScheme) =>
    ([1280, 390] as const).map((width) => ({ locale, colorScheme, width })),
  ),
)

const VIEWS: { waiting: number; views: DeskView[] }[] = [
  { waiting: 0, views: ['lists', 'promises', 'with-bot', 'teams'] },
  { waiting: 1, views: ['lists', 'offered'] },
  { waiting: 200, views: ['lists', 'offered', 'mine', 'note', 'transfer', 'resolve', 'shortcuts'] },
]

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

  describe.each(LOOKS)('in $locale, $colorScheme, $width px wide', (look) => {
    it.each(VIEWS)('can be read by everybody and to the end with $waiting waiting', async ({ waiting, views }) => {
      const page = await openDesk(browser, server.url, { ...look, waiting })
      for (const view of views) {
        await showOnDesk(page, view)
        expect(await accessibilityProblems(page), view).toEqual([])
        expect(await clippedTexts(page), view).toEqual([])
      }
      await page.context().close()
    })
  })
})
