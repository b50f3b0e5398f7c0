import type { Browser, Page } from 'playwright-core'
import { deskQueue } from './desk-fixtures.ts'
import { stubDesk } from './desk-stub.ts'

const HEIGHT = 800

/** What lies on the desk: its lists, one conversation, or a dialog over it. */
export type DeskView =
  | 'lists'
  | 'promises'
  | 'with-bot'
  | 'offered'
  | 'mine'
  | 'mine-chinese'
  | 'note'
  | 'transfer'
  | 'resolve'
  | 'shortcuts'
  | 'teams'

export interface DeskLook {
  locale: 'en-US' | 'zh-CN'
  colorScheme: 'light' | 'dark'
  width: 1280 | 390
  waiting: number
  /** Pixels of a picture for one of the page; 1 when absent. */
  scale?: number
}

/** A desk on which so many wait, in a browser of this language, colour and width. */
export async function openDesk(browser: Browser, url: string, look: DeskLook): Promise<Page> {
  const { locale, colorScheme, width, waiting, scale = 1 } = look
  const viewport = { width, height: HEIGHT }
  const context = await browser.newContext({ locale, colorScheme, viewport, deviceScaleFactor: scale })
  const page = await context.newPage()
  await stubDesk(page, deskQueue(waiting))
  await page.goto(`${url}/desk`)
  await page.locator('.side-view .tag-called').waitFor()
  return page
}

/** Gives the open desk another width, and waits until it is drawn. */
export async function resizeDesk(page: Page, width: DeskLook['width']): Promise<void> {
  await page.setViewportSize({ width, height: HEIGHT })
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
}

/** Brings the view to the page as somebody would who uses the mouse and, for dialogs, the keys. */
export async function showOnDesk(page: Page, view: DeskView): Promise<void> {
  switch (view) {
    case 'lists':
      return backToLists(page)
    case 'promises':
    case 'with-bot':
      await backToLists(page)
      await page
        .locator('.side-view')
        .nth(view === 'promises' ? 1 : 2)
        .click()
      return page.locator('.lines > *').first().waitFor()
    case 'offered':
    case 'mine':
      await backToLists(page)
      await page.locator(`[data-place="${view}"] .escalation-open`).first().click()
      return page.locator('.reply').waitFor()
    case 'mine-chinese':
      await backToLists(page)
      await page.locator('[data-place="mine"] .escalation-open').nth(1).click()
      return page.locator('.reply').waitFor()
    case 'note':
      await showOnDesk(page, 'mine')
      await page.locator('.reply-mode').last().click()
      return page.locator('.reply[data-mode="note"]').waitFor()
    case 'transfer':
    case 'resolve':
    case 'shortcuts':
      await showOnDesk(page, 'mine')
      await page.keyboard.press({ transfer: 't', resolve: 'e', shortcuts: '?' }[view])
      return page.locator('dialog').waitFor()
    case 'teams':
      await backToLists(page)
      await page.getByRole('button', { name: /^Teams/ }).click()
      return page.locator('.teams-code').waitFor()
    default:
      return view satisfies never
  }
}

async function backToLists(page: Page): Promise<void> {
  if ((await page.locator('dialog').count()) > 0) {
    await page.keyboard.press('Escape')
    await page.locator('dialog').waitFor({ state: 'detached' })
  }
  const back = page.locator('.back')
  if (await back.isVisible()) await back.click()
  await page.locator('.side-view').first().click()
  await page.locator('#waiting-title').waitFor()
}
