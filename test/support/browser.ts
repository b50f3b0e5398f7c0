import axe from 'axe-core'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Frame,
  type Page,
} from 'playwright-core'
import { CHROMIUM_FLAGS, findChromium } from './chromium.ts'

/** Whether browser tests can run here; `npm test` says loudly when not. */
export const hasBrowser = findChromium() !== undefined

export function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium()
  return chromium.launch({ args: CHROMIUM_FLAGS, ...(executablePath !== undefined && { executablePath }) })
}

/** Who somebody is to a server: the cookies and the storage of their browser. */
export type BrowserState = Awaited<ReturnType<BrowserContext['storageState']>>

/** A browser of its own, English and as wide as a desk unless said otherwise. */
export function newContext(browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  return browser.newContext({ locale: 'en-US', viewport: { width: 1280, height: 800 }, ...options })
}

/** What axe-core finds wrong with a page or a frame, one line each: empty means that it finds nothing. */
export async function accessibilityProblems(page: Page | Frame): Promise<string[]> {
  // The pages forbid inline scripts; the debugging protocol may evaluate all the same.
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { axe: loaded } = globalThis as unknown as { axe: typeof import('axe-core') }
    const { violations } = await loaded.run(document)
    return violations.map(
      ({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')})`,
    )
  })
}

/** Texts that do not fit where they stand, or that lie outside the window: empty means that everything can be read. */
export function clippedTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const hasText = (element: Element) =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
    const clipped = [...document.querySelectorAll('body *')].flatMap((element) => {
      if (!(element instanceof HTMLElement) || element.closest('.visually-hidden, option')) return []
      if (!hasText(element) || !element.checkVisibility({ visibilityProperty: true })) return []
      const { left, right } = element.getBoundingClientRect()
      const inline = getComputedStyle(element).display === 'inline'
      const tooWide = !inline && element.scrollWidth > element.clientWidth + 1
      const outside = left < -1 || right > window.innerWidth + 1
      return tooWide || outside ? [element.outerHTML.slice(0, 160)] : []
    })
    const over = document.documentElement.scrollWidth - window.innerWidth
    return over > 0 ? [`the page is ${over} px wider than the window`, ...clipped] : clipped
  })
}
