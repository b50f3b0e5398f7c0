import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect } from 'vitest'
import { accessibilityProblems } from './browser.ts'

export interface Look {
  locale: 'en-US' | 'zh-CN'
  colorScheme: 'light' | 'dark'
  /** Of the window, in pixels. */
  width: number
}

/** Both languages, both colours, a wide screen and a phone's, each language with each of the others. */
export const LOOKS: readonly Look[] = [
  { locale: 'en-US', colorScheme: 'light', width: 1280 },
  { locale: 'en-US', colorScheme: 'dark', width: 390 },
  { locale: 'zh-CN', colorScheme: 'light', width: 390 },
  { locale: 'zh-CN', colorScheme: 'dark', width: 1280 },
]

/** The settings of a browser that shows this look. */
export function lookingAs({ locale, colorScheme, width }: Look): BrowserContextOptions {
  return { locale, colorScheme, viewport: { width, height: 800 } }
}

/** The name of a picture of this look. */
export function pictureName(what: string, { locale, colorScheme, width }: Look): string {
  return `${what}-${locale}-${colorScheme}-${width}`
}

/** Takes a picture where CANDOR_PICTURES names a folder to have them in; otherwise does nothing. */
export async function takePicture(of: Page, name: string, options: { fullPage?: boolean } = {}): Promise<void> {
  const folder = process.env.CANDOR_PICTURES
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await of.screenshot({ path: join(folder, `${name}.png`), ...options })
}

/** That a page, with all that is folded away on it, can be read by everybody and is no wider than the window. */
export async function expectReadable(page: Page, name?: string): Promise<void> {
  for (const folded of await page.locator('details').all()) {
    await folded.evaluate((one) => one.setAttribute('open', ''))
  }
  expect(await accessibilityProblems(page), name).toEqual([])
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(over, `pixels by which ${name ?? 'the page'} is wider than the window`).toBeLessThanOrEqual(0)
}
