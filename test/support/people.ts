import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { Browser, FrameLocator, Page } from 'playwright-core'
import { type BrowserState, newContext } from './browser.ts'
import type { RunningServer } from './running-server.ts'

const CLI = join(import.meta.dirname, '../../bot/cli.ts')
const PASSWORD = 'correct horse battery'

/** People who come to a running shop, each with a browser of their own. */
export interface People {
  /** Somebody with an account of their own, added as the administrator would on the command line. */
  signInAs(email: string, role: string): Promise<Page>
  /** The same, but only what their browser remembers: for as many pages as are to be opened as them. */
  sessionOf(email: string, role: string): Promise<BrowserState>
  /** @param button the name of the button that opens the chat */
  openChat(locale: string, button: string): Promise<Page>
}

export function people(browser: Browser, server: RunningServer, dataDir: string): People {
  async function signInAs(email: string, role: string): Promise<Page> {
    const who = ['--email', email, '--role', role]
    const args = [CLI, 'agent', 'add', ...who, '--data', dataDir, '--url', server.url, '--json']
    const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
    if (stderr !== '') throw new Error(stderr)
    const { link } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as { link: string }
    const page = await (await newContext(browser)).newPage()
    await page.goto(link)
    await page.getByLabel('New password').fill(PASSWORD)
    await page.getByLabel('The same again').fill(PASSWORD)
    await page.getByRole('button', { name: /password/i }).click()
    return page
  }
  return {
    signInAs,

    async sessionOf(email, role) {
      const page = await signInAs(email, role)
      await page.getByRole('button', { name: 'Sign out' }).waitFor()
      const state = await page.context().storageState()
      await page.context().close()
      return state
    },

    async openChat(locale, button) {
      const page = await (await newContext(browser, { locale })).newPage()
      await page.goto(`${server.url}/`)
      await page.getByRole('button', { name: button }).click()
      return page
    },
  }
}

/** Accepts the first customer who is offered. Not before: a line that becomes an offer moves from under the mouse. */
export function acceptOffered(agent: Page): Promise<void> {
  return agent
    .locator('[data-place="offered"]')
    .getByRole('button', { name: /^Accept/ })
    .first()
    .click()
}

/** Writes into the chat as a customer does. */
export async function write(chat: FrameLocator, label: string, text: string): Promise<void> {
  await chat.getByLabel(label).fill(text)
  await chat.getByLabel(label).press('Enter')
}
