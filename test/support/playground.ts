import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Browser, Page } from 'playwright-core'

const CLI = join(import.meta.dirname, '../../node_modules/@microsoft/m365agentsplayground/cli.js')

/** Microsoft's Agents Playground: a Teams of its own on this machine, with one person in it. */
export interface Playground {
  url: string
  stop(): Promise<void>
}

/** @param botUrl the server that it sends to, as Teams would */
export function startPlayground(botUrl: string): Promise<Playground> {
  const args = ['-e', `${botUrl}/api/messages`, '-c', 'msteams', '-p', '0', '--disable-telemetry']
  // Without a display it opens no browser of its own.
  const child = spawn(process.execPath, [CLI, ...args], {
    env: { ...process.env, DISPLAY: '', BROWSER: 'none' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const stop = () =>
    new Promise<void>((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve()
      child.once('exit', () => resolve())
      child.kill('SIGKILL')
    })
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the Agents Playground ended with code ${code}`)))
    createInterface({ input: child.stdout }).on('line', (line) => {
      const port = /Listening on (\d+)/.exec(line)?.[1]
      if (port === undefined) return
      child.removeAllListeners('exit')
      resolve({ url: `http://localhost:${port}`, stop })
    })
  })
}

/** The person's window in the playground: their personal chat with the bot. */
export interface TeamsPerson {
  page: Page
  write(text: string): Promise<void>
}

export async function openTeams(browser: Browser, playground: Playground): Promise<TeamsPerson> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  await page.goto(playground.url)
  const box = page.locator('[contenteditable]').first()
  await box.waitFor()
  return {
    page,
    async write(text) {
      await box.click()
      await page.keyboard.type(text)
      await page.keyboard.press('Enter')
    },
  }
}
